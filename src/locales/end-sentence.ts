/** Ends a sentence whose last words may bring a full stop of their own: "9:40 a.m.", "Example Inc.", "Loading…". */
export const endSentence = (text: string): string => (/[.…?!]$/u.test(text) ? text : `${text}.`);
