/** Which row of the table is about a test. Runs in Node and in the test page. */

/** A test's titles from the outermost suite on, as reporters print them. */
const SEPARATOR = ' > ';

/** In a row's file and test, `*` stands for any text. */
const matches = (pattern, text) =>
  new RegExp(
    `^${pattern
      .split('*')
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
    's',
  ).test(text);

/**
 * @param {readonly { file: string, test: string, reason: string }[]} rows
 * @param {string} file
 * @param {readonly string[]} titles
 */
export const rowOf = (rows, file, titles) =>
  rows.find((row) => matches(row.file, file) && matches(row.test, titles.join(SEPARATOR)));
