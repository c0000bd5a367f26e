/** What a release makes of a version number and of the changelog. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { nextVersion, releaseNotes } from '../../scripts/changelog.mjs';
import { fromRoot } from '../../scripts/paths.mjs';

describe('The next version', () => {
  const rows: [current: string, step: string, next: string | undefined][] = [
    ['0.1.0', 'patch', '0.1.1'],
    ['0.1.9', 'patch', '0.1.10'],
    ['0.1.9', 'minor', '0.2.0'],
    ['0.9.9', 'major', '1.0.0'],
    ['0.1.0', '0.1.1', '0.1.1'],
    ['0.1.0', '0.10.0', '0.10.0'],
    ['0.10.0', '0.9.0', undefined],
    ['0.1.0', '0.1.0', undefined],
    ['0.1.0', 'v0.2.0', undefined],
    ['0.1.0', '', undefined],
    ['0.1.0', 'prerelease', undefined],
    ['not a version', 'patch', undefined],
  ];
  for (const [current, step, next] of rows) {
    it(`after ${current} by "${step}" is ${next ?? 'none'}`, () => {
      assert.equal(nextVersion(current, step), next);
    });
  }
});

describe('The changelog of a release', () => {
  const head = '# Changelog\n\n## [Unreleased]\n';

  it('puts what is unreleased under the version and its date', () => {
    assert.equal(
      releaseNotes(
        `${head}\n### Added\n\n- A\n\n## [0.1.0] - 2026-01-01\n\n- B\n`,
        '0.2.0',
        '2026-12-01',
      ),
      `${head}\n## [0.2.0] - 2026-12-01\n\n### Added\n\n- A\n\n## [0.1.0] - 2026-01-01\n\n- B\n`,
    );
  });

  it('is made of the first release too', () => {
    assert.equal(
      releaseNotes(`${head}\n- A\n`, '0.1.0', '2026-12-01'),
      `${head}\n## [0.1.0] - 2026-12-01\n\n- A\n`,
    );
  });

  it('is none where nothing is unreleased', () => {
    for (const text of [head, `${head}\n\n## [0.1.0] - 2026-01-01\n\n- B\n`, '# Changelog\n'])
      assert.equal(releaseNotes(text, '0.2.0', '2026-12-01'), undefined);
  });

  it('can be made of the one in the repository', () => {
    const changelog = readFileSync(fromRoot('CHANGELOG.md'), 'utf8');
    const released = releaseNotes(changelog, '99.0.0', '2026-12-01') ?? '';
    assert.match(released, /## \[Unreleased\]\n\n## \[99\.0\.0\] - 2026-12-01\n/);
    assert.equal(released.length, changelog.length + '\n\n## [99.0.0] - 2026-12-01'.length);
  });
});
