/** A host's mistake: one console warning for each, that names the cure. */
const said = new Set<string>();

export const warnOnce = (sentence: string): void => {
  if (said.has(sentence)) return;
  said.add(sentence);
  console.warn(`ocean-integrations: ${sentence}`);
};
