/** What a release makes of a version number and of the changelog. Pure. */

const VERSION = /^(\d+)\.(\d+)\.(\d+)$/;
const UNRELEASED = '## [Unreleased]';

const compare = (a, b) => {
  for (let index = 0; index < 3; index += 1) if (a[index] !== b[index]) return a[index] - b[index];
  return 0;
};

const parse = (version) => VERSION.exec(version)?.slice(1).map(Number);

/**
 * @param {string} current such as `0.1.0`
 * @param {string} step `patch`, `minor`, `major`, or the version itself
 * @returns {string | undefined} the version after it; undefined where `step` is none, or no later version
 */
export function nextVersion(current, step) {
  const [major, minor, patch] = parse(current) ?? [];
  if (major === undefined) return undefined;
  if (step === 'major') return `${major + 1}.0.0`;
  if (step === 'minor') return `${major}.${minor + 1}.0`;
  if (step === 'patch') return `${major}.${minor}.${patch + 1}`;
  const given = parse(step);
  return given && compare(given, [major, minor, patch]) > 0 ? step : undefined;
}

/**
 * Puts what is unreleased under the version and its date.
 *
 * @param {string} changelog
 * @param {string} version
 * @param {string} date `YYYY-MM-DD`
 * @returns {string | undefined} undefined where nothing is unreleased
 */
export function releaseNotes(changelog, version, date) {
  const start = changelog.indexOf(UNRELEASED);
  if (start === -1) return undefined;
  const from = start + UNRELEASED.length;
  const next = changelog.indexOf('\n## ', from);
  const notes = changelog.slice(from, next === -1 ? undefined : next).trim();
  if (!notes) return undefined;
  const after = next === -1 ? '' : changelog.slice(next);
  return `${changelog.slice(0, from)}\n\n## [${version}] - ${date}\n\n${notes}\n${after}`;
}
