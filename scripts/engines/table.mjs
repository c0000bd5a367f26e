/**
 * Reads test/engines.md: the tests that an engine or its driver cannot pass, with the reason. Such a test is run all the
 * same: where it fails, it counts as skipped; where it passes, its row is reported, so that it is taken out.
 */
import { readFileSync } from 'node:fs';
import { fromRoot } from '../paths.mjs';

const COLUMNS = ['Engine', 'File', 'Test', 'Reason'];

/** Cells of a row of a Markdown table, without the marks of code; nothing for another line. */
const cellsOf = (line) =>
  /^\|.*\|$/.test(line.trim())
    ? line
        .trim()
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim().replace(/^`(.*)`$/, '$1'))
    : undefined;

/**
 * @param {string} markdown
 * @returns {{ engine: string, file: string, test: string, reason: string }[]} throws where a row lacks something
 */
export function parseTable(markdown) {
  const rows = markdown.split('\n').map(cellsOf).filter(Boolean);
  const start = rows.findIndex((cells) => cells.join() === COLUMNS.join());
  if (start < 0) throw new Error(`No table with the columns ${COLUMNS.join(', ')}.`);
  return rows.slice(start + 2).map((cells) => {
    const [engine, file, test, reason] = cells;
    if (cells.length !== COLUMNS.length || !cells.every(Boolean))
      throw new Error(`A row must have ${COLUMNS.join(', ')}: ${cells.join(' | ')}`);
    return { engine, file, test, reason };
  });
}

/** The rows of one engine: `Firefox` or `WebKit`. */
export const rowsOf = (engine) =>
  parseTable(readFileSync(fromRoot('test', 'engines.md'), 'utf8')).filter(
    (row) => row.engine === engine,
  );
