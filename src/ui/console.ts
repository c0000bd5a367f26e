/** Console warnings for the host page's developer: each mistake once, with how to correct it. */
const warned = new Set<string>();

export const warnOnce = (sentence: string): void => {
  if (warned.has(sentence)) return;
  warned.add(sentence);
  console.warn(`ocean-integrations: ${sentence}`);
};
