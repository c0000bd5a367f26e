/** Whatever server it is, the conformance command finds out each way in which it can be broken, and cleans up after itself. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { IntegrationBackend } from '../../src/backend/backend.js';
import { command } from '../../src/backend/conformance/command/command.js';
import { BrokenServer, FAULTS } from './broken-servers.js';
import type { Fault } from './broken-servers.js';

export const TOKEN = 'made-up-token-of-the-test';
export const AUTHORIZATION = `Bearer ${TOKEN}`;
export const ACCESS: readonly string[] = ['--header', `authorization: ${AUTHORIZATION}`];

export const SITE_NUMBER = '1234';
export const SITES: readonly string[] = ['--site-number', SITE_NUMBER, '--site-number', '5678'];

const faultNamed = (name: string): Fault => {
  const fault = FAULTS.find((one) => one.name === name);
  assert.ok(fault, name);
  return fault;
};

/** The one fault that leaves something behind, whatever is tried. */
export const KEEPS_DELETED = faultNamed('keeps what was deleted');

interface Said {
  code: number;
  text: string;
  errors: string;
}

/** The command, in this process. */
export const run = async (...args: string[]): Promise<Said> => {
  const lines: string[] = [];
  const errors: string[] = [];
  const code = await command(args, {
    print: (line) => lines.push(line),
    complain: (line) => errors.push(line),
    onInterrupt: () => undefined,
  });
  return { code, text: lines.join('\n'), errors: errors.join('\n') };
};

/** Ids of the requirements that the output calls so. */
export const idsOf = (text: string, outcome: string): string[] =>
  [...text.matchAll(new RegExp(`^${outcome} +(\\S+)`, 'gm'))].map(([, id]) => id ?? '');

/** A server that keeps the contract, asks for `AUTHORIZATION`, and has nothing yet. */
export interface SoundServer {
  readonly baseUrl: string;
  /** What the site `SITE_NUMBER` has. */
  readonly backend: IntegrationBackend;
  stop(): Promise<void>;
}

/** Defines a test for each fault, and one for none. `start` starts a server of its own for each. */
export const findsOutBrokenServers = (start: () => Promise<SoundServer>): void => {
  const tryCommand = async (fault: Fault, only: readonly string[]) => {
    const sound = await start();
    const broken = await BrokenServer.start(sound.baseUrl, fault);
    try {
      const args = ['conformance', broken.baseUrl, ...ACCESS, ...SITES, '--only', only.join()];
      const said = await run(...args);
      const { items } = await sound.backend.listIntegrations({});
      return { ...said, left: items };
    } finally {
      await broken.stop();
      await sound.stop();
    }
  };

  for (const fault of FAULTS)
    it(`finds out one that ${fault.name}`, async () => {
      const { code, text, left } = await tryCommand(fault, fault.breaks);
      assert.deepEqual(idsOf(text, 'BROKEN').sort(), [...fault.breaks].sort(), text);
      assert.equal(code, 1);
      assert.match(text, /^ +> (?:GET|POST|PUT|DELETE) \//m, 'shows the request');
      assert.match(text, /^ +< \d{3}/m, 'shows the answer');
      assert.doesNotMatch(text, new RegExp(TOKEN));
      assert.doesNotMatch(text, /secret-[a-z\d]{12}/, 'masks the secrets that it sent');
      if (fault === KEEPS_DELETED) return;
      assert.deepEqual(left, [], 'deletes also what the server did not say that it made');
    });

  it('catches no fault of a proxy that has none', async () => {
    const faultless: Fault = {
      name: 'does nothing wrong',
      breaks: [],
      serve: () => (asked, forward) => forward(asked),
    };
    const { code, text } = await tryCommand(faultless, [
      ...new Set(FAULTS.flatMap(({ breaks }) => breaks)),
    ]);
    assert.equal(code, 0, text);
    assert.deepEqual(idsOf(text, 'not tried'), []);
  });
};
