/** `ocean-integrations conformance`: a server that keeps the contract, broken ones, and how the command is called. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { fromRoot } from '../../scripts/paths.mjs';
import { command } from '../../src/backend/conformance/command/command.js';
import { serverRequirements } from '../../src/backend/conformance/server-requirements.js';
import { VERSION } from '../../src/version.js';
import {
  ACCESS,
  AUTHORIZATION,
  KEEPS_DELETED,
  SITES,
  SITE_NUMBER,
  TOKEN,
  findsOutBrokenServers,
  idsOf,
  run,
} from './broken-server-suite.js';
import { BrokenServer } from './broken-servers.js';
import { ContractServer } from './contract-server.js';
import { draft as memoryDraft } from './memory-drafts.js';

describe('the conformance command', () => {
  let server: ContractServer;
  before(async () => {
    server = await ContractServer.start({ authorization: AUTHORIZATION });
  });
  after(() => server.stop());

  const namesOf = async (site: string): Promise<string[]> =>
    (await server.site(site).listIntegrations({ limit: 200 })).items.map(({ name }) => name);

  it('finds every requirement kept by a server that has data already, and leaves nothing behind', async () => {
    const stored = memoryDraft({ name: 'Of someone else' });
    await server.site('1234').registerIntegration(stored, { idempotencyKey: 'before' });
    const { code, text } = await run('conformance', server.baseUrl, ...ACCESS, ...SITES);
    assert.deepEqual(idsOf(text, 'BROKEN'), [], text);
    assert.deepEqual(
      idsOf(text, 'kept'),
      serverRequirements.map(({ id }) => id),
    );
    assert.equal(code, 0);
    assert.match(text, new RegExp(`^${serverRequirements.length} kept, 0 broken\\.$`, 'm'));
    assert.match(text, /^Registered \d+ integrations; all are deleted\.$/m);
    assert.deepEqual(await namesOf('1234'), ['Of someone else']);
    assert.deepEqual(await namesOf('5678'), []);
  });

  it('tells what could not be tried, and why', async () => {
    const open = await ContractServer.start({ launches: false });
    const only = ['--only', 'http-sites-apart,http-credentials,create-launch'];
    const { code, text } = await run('conformance', `${open.baseUrl}/`, ...only);
    await open.stop();
    assert.equal(code, 0);
    assert.match(text, /^not tried +http-sites-apart .*two site numbers/m);
    assert.match(text, /^not tried +http-credentials .*authorization/m);
    assert.match(text, /^1 kept, 0 broken, 2 not tried\.$/m);
  });

  it('asks for credentials where the server does', async () => {
    const { code, text } = await run('conformance', server.baseUrl);
    assert.equal(code, 1);
    assert.match(text, /401.*--header 'authorization/);
    assert.doesNotMatch(text, /BROKEN|kept/);
  });

  it('says so where there is no server', async () => {
    const gone = await ContractServer.start();
    const { baseUrl } = gone;
    await gone.stop();
    const { code, text } = await run('conformance', baseUrl);
    assert.equal(code, 1);
    assert.match(text, /There is no answer from http/);
    assert.match(text, /ECONNREFUSED/);
  });

  describe('before a broken server', () => {
    findsOutBrokenServers(async () => {
      const own = await ContractServer.start({ authorization: AUTHORIZATION });
      return { baseUrl: own.baseUrl, stop: () => own.stop(), backend: own.site(SITE_NUMBER) };
    });
  });

  it('names what it could not delete', async () => {
    const own = await ContractServer.start();
    const broken = await BrokenServer.start(own.baseUrl, KEEPS_DELETED);
    const { code, text } = await run('conformance', broken.baseUrl, '--only', 'delete-removes');
    const { items } = await own.site().listIntegrations({});
    await broken.stop();
    await own.stop();
    assert.equal(code, 1);
    assert.equal(items.length, 1);
    assert.match(text, new RegExp(`1 integration could not be deleted: ${items[0]?.id}`));
  });

  it('cleans up when it is interrupted', async () => {
    const lines: string[] = [];
    const code = await command(['conformance', server.baseUrl, ...ACCESS, ...SITES], {
      print: (line) => lines.push(line),
      complain: (line) => lines.push(line),
      onInterrupt: (stop) => {
        const { registerIntegration } = server.site('1234');
        let count = 0;
        // In the midst of a requirement that makes several.
        server.site('1234').registerIntegration = async (...args) => {
          const made = await registerIntegration.apply(server.site('1234'), args);
          if ((count += 1) === 10) stop();
          return made;
        };
      },
    });
    assert.equal(code, 130);
    assert.match(
      lines.join('\n'),
      /interrupted\.\nRegistered \d+ integrations; all are deleted\.$/,
    );
    assert.deepEqual(await namesOf('1234'), ['Of someone else']);
  });
});

describe('calling the command', () => {
  it('shows its usage, its requirements and its version', async () => {
    assert.match((await run('--help')).text, /^Usage: ocean-integrations conformance <base URL>/);
    assert.equal((await run('--version')).text, VERSION);
    const { text } = await run('--list');
    for (const { id, title } of serverRequirements)
      assert.ok(text.includes(`${id} `) && text.includes(title));
  });

  for (const [wrong, args, sentence] of [
    ['no command', [], 'Say which command.'],
    ['an unknown command', ['check'], 'There is no command check.'],
    ['no base URL', ['conformance'], 'Say the base URL.'],
    ['no URL', ['conformance', 'localhost:8080'], 'http:// or https://'],
    ['two base URLs', ['conformance', 'http://a/', 'http://b/'], 'one base URL'],
    ['a bad header', ['conformance', 'http://a/', '--header', 'tok en'], "'name: value'"],
    ['an unknown option', ['conformance', 'http://a/', '--fast'], '--fast'],
    [
      'an unknown requirement',
      ['conformance', 'http://a/', '--only', 'etag'],
      'no requirement etag',
    ],
    ['a bad time limit', ['conformance', 'http://a/', '--time-limit', 'x'], 'seconds'],
  ] as const)
    it(`refuses ${wrong} with the usage`, async () => {
      const { code, text, errors } = await run(...args);
      assert.equal(code, 2);
      assert.equal(text, '');
      assert.ok(errors.includes(sentence), errors);
      assert.match(errors, /^Usage:/m);
    });

  it('does not repeat a header that it refuses: it may be a credential', async () => {
    const { errors } = await run('conformance', 'http://a/', '--header', `bearer ${TOKEN}`);
    assert.doesNotMatch(errors, new RegExp(TOKEN));
  });
});

describe('the process of the command', () => {
  const start = (...args: string[]) =>
    spawn(
      process.execPath,
      ['--import', 'tsx', fromRoot('src/backend/conformance/command/main.ts'), ...args],
      { cwd: fromRoot(), stdio: ['ignore', 'pipe', 'pipe'] },
    );

  it('ends with the exit code, and cleans up at SIGINT', async () => {
    const server = await ContractServer.start();
    const child = start('conformance', server.baseUrl);
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (more: string) => {
      text += more;
      if (/get-answers-registered/.test(text) && !child.killed) child.kill('SIGINT');
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    const { items } = await server.site().listIntegrations({});
    await server.stop();
    assert.equal(code, 130, text);
    assert.match(text, /all are deleted\.$/m);
    assert.deepEqual(items, []);
  });
});
