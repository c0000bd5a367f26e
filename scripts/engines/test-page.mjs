/**
 * Loaded by the test page behind the test framework (Mocha): a test that the table lists counts as skipped where it fails.
 * So do the tests that a failing hook of theirs keeps from running, if all are listed.
 */
import { rowOf } from './listed.mjs';

const { __LISTED_ROWS__: rows, __WTR_CONFIG__: config, Mocha } = globalThis;
const file = config.testFile.split('?')[0].replace(/^\//, '');

const isListed = (test) => Boolean(rowOf(rows, file, test.titlePath()));

const testsOf = (suite) => [...suite.tests, ...suite.suites.flatMap(testsOf)];

/** The tests that do not pass where this test or hook fails. */
const concerned = (runnable) => {
  if (runnable.type !== 'hook') return [runnable];
  if (/^"(before|after) all"/.test(runnable.title)) return testsOf(runnable.parent);
  return [runnable.ctx.currentTest];
};

const { run } = Mocha.Runnable.prototype;
Mocha.Runnable.prototype.run = function (done) {
  run.call(this, (error) => {
    if (!error || !concerned(this).every(isListed)) return done(error);
    this.pending = true; // as `this.skip()` does it
    return done();
  });
};
