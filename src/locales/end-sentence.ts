/** Sentences whose last words may bring a full stop of their own: "9:40 a.m.", "Example Inc.", "Loading…". */

const ENDS = /[.…?!]$/u;

export const endSentence = (text: string): string => (ENDS.test(text) ? text : `${text}.`);

/** What follows a name in a sentence, without a second full stop. */
export const afterName = (name: string, rest: string): string =>
  ENDS.test(name) ? rest.replace(/^\./, '') : rest;
