/** Browser tests in the engine that ENGINE names: as in Chromium, with what the engine cannot do taken from test/engines.md. */
import base from '../web-test-runner.config.mjs';
import { ENGINES } from './engines.mjs';
import { listedTests } from './listed-tests.mjs';
import { timeLimit } from './time-limit.mjs';

const { name, launcher } = ENGINES[process.env.ENGINE];
const { testRunnerHtml, reporter } = listedTests(name);

export default {
  ...base,
  concurrency: 1,
  browsers: [launcher()],
  testRunnerHtml,
  reporters: [...base.reporters, reporter, timeLimit(30)],
};
