/**
 * `npm run check [-- name ...]`: everything that needs no browser. All steps run, one after another, though one fails;
 * the output of a step is shown when it failed.
 */
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { ROOT, fromRoot } from './paths.mjs';

const bin = (name) => fromRoot('node_modules', '.bin', name);
const script = (name) => fromRoot('scripts', name);

/** `define/*.js` is a pattern in package.json, so each of its entries is named here. */
const defineEntries = readdirSync(fromRoot('src', 'define'))
  .map((file) => path.basename(file, '.ts'))
  .filter((name) => name !== 'index')
  .map((name) => `./define/${name}.js`);

/** Name, command and arguments of each step. Those from `package` on look at what `build` made. */
const STEPS = [
  ['format', bin('prettier'), '--check', '.'],
  ['lint', bin('eslint'), '.', '--max-warnings', '0'],
  // No circle of imports, types included: what .oxlintrc.json asks for. ESLint's plugins for it pass over types.
  ['circles', bin('oxlint'), 'src', 'demo'],
  ['types', bin('tsc'), '--noEmit'],
  [
    ...['templates', process.execPath, script('templates.mjs'), '--strict', '--maxWarnings', '0'],
    // Its CSS is of 2020: it knows no container queries.
    ...['--rules.no-invalid-css', 'off', '{src,demo}/**/*.ts'],
  ],
  ['manifest', process.execPath, script('manifest.mjs')],
  ['openapi', process.execPath, '--import', 'tsx', script('openapi.mjs')],
  ['openapi lint', bin('redocly'), 'lint', '--extends', 'recommended-strict', 'openapi.json'],
  ['build', process.execPath, script('build.mjs')],
  ['package', bin('publint'), '--strict'],
  // The CDN module is for browsers and has no declarations.
  [
    ...['package types', bin('attw'), '--pack', '.', '--profile', 'esm-only', '--no-emoji'],
    ...['--format', 'ascii', '--exclude-entrypoints', './dist/cdn/ocean-integrations.js'],
    ...['--include-entrypoints', ...defineEntries],
  ],
  ['sizes', process.execPath, script('size.mjs')],
];

// The linter would tell its makers of each run, and look for a newer version.
Object.assign(process.env, { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' });

/** Steps whose output is worth reading also when all is well. */
const TELLING = new Set(['sizes']);

function run(command, args) {
  return new Promise((resolve) => {
    // Windows starts the commands of node_modules/.bin through a shell only.
    const shell = process.platform === 'win32';
    const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], shell });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', (error) => resolve({ ok: false, output: error.message }));
    child.on('close', (code) => resolve({ ok: code === 0, output: output.trimEnd() }));
  });
}

const wanted = process.argv.slice(2);
const steps = STEPS.filter(([name]) => wanted.length === 0 || wanted.includes(name));
if (steps.length === 0) {
  console.error(`No such step; there are: ${STEPS.map(([name]) => name).join(', ')}.`);
  process.exitCode = 1;
}
const failed = [];
for (const [name, command, ...args] of steps) {
  const start = Date.now();
  const { ok, output } = await run(command, args);
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  console.log(`${name.padEnd(14)} ${ok ? 'ok    ' : 'failed'} ${seconds.padStart(5)} s`);
  if ((!ok || TELLING.has(name)) && output) console.log(output.replace(/^/gm, '  '));
  if (!ok) failed.push(name);
}
if (failed.length > 0) {
  // Said again at the end, where it is read.
  console.log(`failed: ${failed.join(', ')}`);
  process.exitCode = 1;
}
