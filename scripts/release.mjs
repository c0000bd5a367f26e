/**
 * `npm run release -- <patch | minor | major | x.y.z> [--publish]`: turns what the changelog has under "Unreleased" into a
 * version, commits and tags it. With `--publish`, which is for CI with a token (provenance needs it), publishes what is tagged.
 *
 * Nothing is changed unless the work tree is clean, on `main`, has something to release, and passes `.ci/run`.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { ROOT, fromRoot } from './paths.mjs';
import { nextVersion, releaseNotes } from './changelog.mjs';

const run = (command, ...args) => execFileSync(command, args, { cwd: ROOT, stdio: 'inherit' });
const read = (command, ...args) =>
  execFileSync(command, args, { cwd: ROOT, encoding: 'utf8' }).trim();

const stop = (sentence) => {
  console.error(sentence);
  process.exit(1);
};

/** The version also stands in the module that widgets compare versions by. */
const VERSION_MODULE = fromRoot('src', 'version.ts');
const CHANGELOG = fromRoot('CHANGELOG.md');

function tag(step) {
  if (read('git', 'status', '--porcelain')) stop('Commit or drop your changes first.');
  if (read('git', 'branch', '--show-current') !== 'main') stop('Releases are made on main.');
  const { version: current } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8'));
  const version = nextVersion(current, step);
  if (!version) stop(`"${step}" is no step (patch, minor, major) and no version after ${current}.`);
  const today = new Date().toISOString().slice(0, 10);
  const changelog = releaseNotes(readFileSync(CHANGELOG, 'utf8'), version, today);
  if (!changelog) stop('The changelog has nothing under "Unreleased".');
  run('bash', '.ci/run');
  writeFileSync(CHANGELOG, changelog);
  writeFileSync(
    VERSION_MODULE,
    readFileSync(VERSION_MODULE, 'utf8').replace(`'${current}'`, `'${version}'`),
  );
  run('npm', 'version', version, '--no-git-tag-version');
  run('git', 'commit', '--all', '--message', `Release ${version}`);
  run('git', 'tag', '--annotate', `v${version}`, '--message', `Version ${version}`);
  console.log(`Tagged v${version}. Push it with: git push --follow-tags`);
}

function publish() {
  const { version } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8'));
  const tags = read('git', 'tag', '--points-at', 'HEAD').split('\n');
  if (!tags.includes(`v${version}`)) stop(`HEAD is not tagged v${version}.`);
  run('npm', 'run', 'build');
  run('npm', 'publish', '--provenance', '--access', 'public');
}

const [step, ...rest] = process.argv.slice(2);
if (step === '--publish') publish();
else if (step && rest.length === 0) tag(step);
else
  stop(
    'Usage: npm run release -- <patch | minor | major | x.y.z>, or --publish for what is tagged',
  );
