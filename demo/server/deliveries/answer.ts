/** The part of an endpoint's answer that is recorded: short, and without what the endpoint repeats of our secrets. */

/** Characters, as the contract has it. */
const LONGEST = 2_048;

const HIDDEN = '•••';

/** In the forms in which an endpoint may repeat a text. */
const formsOf = (secret: string): string[] => [
  secret,
  JSON.stringify(secret).slice(1, -1),
  new URLSearchParams([['', secret]]).toString().slice(1),
];

export const recordableAnswer = (body: string, secrets: readonly string[]): string => {
  // The longest first: one secret may be part of another.
  const forms = [...new Set(secrets.flatMap(formsOf))]
    .filter(Boolean)
    .sort((a, b) => b.length - a.length);
  const shown = forms.reduce((text, form) => text.replaceAll(form, HIDDEN), body);
  return (
    shown
      .slice(0, LONGEST)
      // No half of a character, and nothing that ends a text in a database.
      .replace(/[\ud800-\udbff]$/, '')
      .replaceAll('\0', '\ufffd')
  );
};
