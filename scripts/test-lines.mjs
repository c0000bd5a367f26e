/** How a test file's result is counted and printed, by the Node tests and the browser tests alike. */

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @returns {Counts} */
export const noCounts = () => ({ passed: 0, failed: 0, skipped: 0 });

/** @param {Counts} counts */
export const countsLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/** @param {string} file @param {Counts} counts @param {number} time milliseconds */
export const fileLine = (file, counts, time) =>
  `${counts.failed > 0 ? '✖' : '✔'} ${file}: ${countsLine(counts)} (${(time / 1000).toFixed(1)} s)`;
