/** A host's mistake: one console warning for each, that names the cure. */
const warned = new Set<string>();

export const warnOnce = (sentence: string): void => {
  if (warned.has(sentence)) return;
  warned.add(sentence);
  console.warn(`ocean-integrations: ${sentence}`);
};
