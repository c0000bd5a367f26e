/**
 * Runs the Node tests, each file in a process of its own and some at a time. Gives a line for each file, with what failed in it and what it
 * printed, and the counts of single tests.
 */
import { run } from 'node:test';
import { inspect } from 'node:util';
import { fromRoot } from './paths.mjs';
import { fileLine, noCounts } from './test-lines.mjs';

/** Files at a time. */
const CONCURRENCY = 2;

/** Milliseconds for a file. It bounds what hangs: a busy machine may take many times as long as a quiet one. */
const LIMIT = 1_800_000;

/** What one event of the runner says of a test: how it ended, and why; nothing where it is no test that ended. */
function outcomeOf({ type, data }, file) {
  if (type !== 'test:pass' && type !== 'test:fail') return undefined;
  const { error } = data.details ?? {};
  const ofItsTests = error?.failureType === 'subtestsFailed';
  if (data.details?.type === 'suite')
    // A suite fails with its tests, and alone only when a hook or its own code fails.
    return type === 'test:fail' && !ofItsTests ? { kind: 'failed', error } : undefined;
  if (data.skip !== undefined || data.todo !== undefined)
    return { kind: 'skipped', reason: data.skip ?? data.todo };
  if (type === 'test:fail') return ofItsTests ? undefined : { kind: 'failed', error };
  // A file without tests is reported as a test of its name.
  return data.name === file ? { kind: 'failed', error: 'No test ran.' } : { kind: 'passed' };
}

/** The error of a test as its author needs it: without the runner's own around it, and without the runner's frames. */
const textOf = (error) => {
  const inner = error?.cause ?? error;
  const text = typeof inner === 'string' ? inner : inspect(inner, { colors: false });
  return text
    .split('\n')
    .filter((line) => !/^\s+at .*node:internal/.test(line))
    .map((line) => `    ${line}`)
    .join('\n');
};

async function runFile(name) {
  const file = fromRoot(name);
  const start = performance.now();
  const counts = noCounts();
  const details = [];
  /** Names of the suites around a test. */
  const around = [];
  for await (const event of run({ files: [file], timeout: LIMIT })) {
    const { type, data } = event;
    if (type === 'test:stdout' || type === 'test:stderr') {
      const text = data.message.trimEnd();
      if (text) details.push(text.replace(/^/gm, '  | '));
    } else if (type === 'test:start') around.splice(data.nesting, Infinity, data.name);
    const outcome = outcomeOf(event, file);
    if (!outcome) continue;
    const { kind, error, reason } = outcome;
    counts[kind] += 1;
    const title =
      data.name === file ? 'the file' : [...around.slice(0, data.nesting), data.name].join(' > ');
    if (kind === 'failed') details.push(`  ✖ ${title}`, textOf(error));
    if (kind === 'skipped') details.push(`  ﹣ ${title}${reason ? `: ${reason}` : ''}`);
  }
  if (counts.passed + counts.failed + counts.skipped === 0) {
    counts.failed += 1;
    details.push('  ✖ No test ran.');
  }
  console.log([fileLine(name, counts, performance.now() - start), ...details].join('\n'));
  return counts;
}

/** @param {string[]} files relative to the top of the repository */
export async function runNodeTests(files) {
  // Node hands these on to the process of each file.
  process.execArgv.push('--import', 'tsx', '--disable-warning=ExperimentalWarning');
  const total = noCounts();
  const left = [...files];
  const work = async () => {
    for (let file = left.shift(); file; file = left.shift()) {
      const counts = await runFile(file);
      for (const kind of Object.keys(total)) total[kind] += counts[kind];
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  return total;
}
