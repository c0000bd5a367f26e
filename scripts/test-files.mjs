/** Which files are tests, and of which kind. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { ROOT, fromRoot } from './paths.mjs';

/** @returns {string[]} paths relative to the top of the repository, with `/` */
function allTests() {
  return readdirSync(fromRoot('test'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts'))
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => !file.startsWith('test/bench/'))
    .sort();
}

const isNodeTest = (file) => file.endsWith('.node.test.ts');

/** @param {string[]} wanted beginnings of paths, or of a folder or file in them; all files when there are none */
const select = (wanted) => (file) =>
  wanted.length === 0 ||
  wanted.some((part) => `/${file}`.includes(`/${part.replace(/^\.?\//, '')}`));

export const nodeTests = (wanted = []) => allTests().filter(isNodeTest).filter(select(wanted));

export const browserTests = (wanted = []) =>
  allTests()
    .filter((file) => !isNodeTest(file))
    .filter(select(wanted));
