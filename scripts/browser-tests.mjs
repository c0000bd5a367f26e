/** Runs browser tests with their output shown, and gives the counts that their reporter wrote. */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { CACHE, ROOT, fromRoot } from './paths.mjs';
import { noCounts } from './test-lines.mjs';

const CONFIG = fromRoot('scripts', 'web-test-runner.config.mjs');

/** The arguments of Node that start the runner. */
export const browserRunner = (files, config = CONFIG, ...options) => [
  fromRoot('node_modules', '@web', 'test-runner', 'dist', 'bin.js'),
  ...['--config', config, ...options],
  ...['--files', ...files],
];

/** @param {string[]} files @param {string} [config] of the runner @param {Record<string, string>} [env] for it */
export function runBrowserTests(files, config = CONFIG, env = {}) {
  mkdirSync(CACHE, { recursive: true });
  const countsFile = path.join(CACHE, `browser-${process.pid}.json`);
  const child = spawn(process.execPath, browserRunner(files, config, '--static-logging'), {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env, TEST_COUNTS: countsFile },
  });
  const pass = (signal) => child.kill(signal);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, pass);
  return new Promise((resolve) => {
    child.on('close', (code, signal) => {
      for (const each of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(each, pass);
      let counts = noCounts();
      try {
        counts = JSON.parse(readFileSync(countsFile, 'utf8'));
      } catch {
        console.error(
          `The browser tests ended without a result (${signal ?? `exit code ${code}`}).`,
        );
        counts.failed += 1;
      }
      if (code !== 0 && counts.failed === 0) {
        console.error(`The browser test runner failed (${signal ?? `exit code ${code}`}).`);
        counts.failed += 1;
      }
      rmSync(countsFile, { force: true });
      resolve(counts);
    });
  });
}
