/**
 * `npm run mutation [-- src/a/folder src/a/file.ts ...]`: changes the code that Node tests, one place at a time, and lists the
 * changes that no test notices. By default, what all widgets share. A file is tried with the Node test of its own name; one
 * that has none, with those of its folder. Each change takes a second or more, so it is no part of CI.
 */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { CACHE, ROOT, fromRoot } from './paths.mjs';
import { nodeTests } from './test-files.mjs';

const SHARED = ['src/ui', 'src/integration', 'src/backend/call.ts'];

/** @returns {string[]} the sources at a path relative to the top, which may be a folder */
const sourcesAt = (place) => {
  if (statSync(fromRoot(place)).isFile()) return [place];
  return readdirSync(fromRoot(place), { recursive: true })
    .map((file) => path.posix.join(place, file.split(path.sep).join('/')))
    .filter((file) => file.endsWith('.ts') && !/\.(?:styles|d)\.ts$/.test(file));
};

/** The Node tests of a source: that of its own name, else those of its folder. */
const testsOf = (source) => {
  const own = source.replace(/^src\//, 'test/').replace(/\.ts$/, '.node.test.ts');
  const tests = nodeTests([own]);
  return tests.length > 0 ? tests : nodeTests([`${path.posix.dirname(own)}/`]);
};

const given = process.argv.slice(2);
const sources = (given.length > 0 ? given : SHARED).flatMap(sourcesAt);
const tested = sources.filter((source) => testsOf(source).length > 0);
const tests = [...new Set(tested.flatMap(testsOf))];
if (tests.length === 0) {
  console.error('No Node test is for any of these files.');
  process.exit(1);
}

process.chdir(ROOT);
const results = await new Stryker({
  mutate: tested,
  testRunner: 'tap',
  // The reporter is named because its default differs by Node version.
  tap: {
    testFiles: tests,
    nodeArgs: ['--import', 'tsx', '-r', '{{hookFile}}', '--test-reporter=tap', '{{testFile}}'],
  },
  coverageAnalysis: 'perTest',
  concurrency: 1,
  timeoutMS: 60_000,
  tempDirName: '.stryker-tmp',
  reporters: ['clear-text', 'json'],
  clearTextReporter: { allowEmojis: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: path.join(CACHE, 'mutation.json') },
}).runMutationTest();
console.log(
  `${results.length} changes in ${tested.length} files, tried with ${tests.length} tests.`,
);
