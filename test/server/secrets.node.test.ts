/** Secrets: encrypted at rest, used to reach out, and in no answer and no log. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { chmod, readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { describe, it } from 'node:test';
import { openSecretBox, SecretBox } from '../../demo/server/secrets.js';
import type { EndpointTarget } from '../../demo/server/ports.js';
import type { Outbound } from '../../demo/server/outbound.js';
import type { Authentication } from '../../src/integration/schema.js';
import {
  removeFolder,
  scriptedOutbound,
  startTestServer,
  temporaryFolder,
} from './reference-server.js';
import { ask, backendOf, draft, register } from './requests.js';

const basic = (password?: string): Authentication => ({
  type: 'basic',
  username: 'ocean-user',
  password,
});

/** Remembers what endpoints were asked with. */
const listening = (): { outbound: Outbound; targets: EndpointTarget[] } => {
  const targets: EndpointTarget[] = [];
  return {
    targets,
    outbound: {
      ...scriptedOutbound,
      createChecker: () => ({
        check: async (target) => {
          targets.push(target);
          return { status: 'verified' };
        },
      }),
    },
  };
};

const filesIn = async (folder: string): Promise<Buffer> =>
  Buffer.concat(
    await Promise.all((await readdir(folder)).map((name) => readFile(path.join(folder, name)))),
  );

describe('secrets', () => {
  it('are not in the files of the database, in an answer or in the log', async () => {
    const secrets = ['first-pass-4711', 'second-pass-0815', 'client-secret-99', 'hook-key-abc'];
    const [first = '', second = '', client = '', key = ''] = secrets;
    const dataFolder = await temporaryFolder();
    const server = await startTestServer({ dataFolder });
    const answers: string[] = [];
    try {
      const made = await register(server, draft({ authentication: basic(first) }));
      const id = String(made.json?.['id']);
      answers.push(made.text);
      const changed = await ask(server, `/integrations/${id}`, {
        method: 'PUT',
        headers: { 'if-match': '*' },
        body: draft({ name: 'Changed', authentication: basic(second) }),
      });
      answers.push(changed.text);
      for (const authentication of [
        {
          type: 'oauth2' as const,
          tokenUrl: 'https://login.example.com/token',
          clientId: 'ocean',
          clientSecret: client,
          // A draft of one type may bring another's secret along.
          password: first,
        },
        { type: 'webhook-key' as const, key },
      ])
        answers.push((await register(server, draft({ authentication }))).text);
      const refused = await register(server, draft({ events: [], authentication: basic(first) }));
      answers.push(refused.text);
      for (const path of ['/integrations', `/integrations/${id}`, '/integrations?query=first-pass'])
        answers.push((await ask(server, path)).text);
      const eventType = 'notify-patient-note-added';
      const event = { method: 'POST', body: { eventType } };
      answers.push((await ask(server, `/integrations/${id}/test-events`, event)).text);
      answers.push((await ask(server, `/integrations/${id}/deliveries`)).text);

      const bytes = await filesIn(dataFolder);
      assert.ok(bytes.includes('ocean-user'), 'the search should read what is stored');
      for (const secret of secrets) {
        assert.ok(!bytes.includes(secret), `${secret} is on the disk`);
        for (const answer of answers) assert.doesNotMatch(answer, new RegExp(secret));
        assert.doesNotMatch(JSON.stringify(server.log), new RegExp(secret));
      }
      assert.ok(!bytes.includes('whsec_'), 'a signing secret is on the disk');
      for (const answer of answers) assert.doesNotMatch(answer, /whsec_/);
    } finally {
      await server.stop();
    }
    assert.ok(!(await filesIn(dataFolder)).includes(first));
    await removeFolder(dataFolder);
  });

  it('are used to ask the endpoint; an update without one keeps it, over a restart', async () => {
    const dataFolder = await temporaryFolder();
    const { outbound, targets } = listening();
    let server = await startTestServer({ dataFolder, outbound });
    const made = await backendOf(server).registerIntegration(
      draft({ authentication: basic('kept-pass') }),
      { idempotencyKey: 'a' },
    );
    await backendOf(server).updateIntegration(
      made.id,
      draft({ name: 'Renamed', authentication: { type: 'basic', username: 'other-user' } }),
      { version: made.version },
    );
    await server.stop();
    server = await startTestServer({ dataFolder, outbound });
    await backendOf(server).checkEndpoint({ integrationId: made.id });
    await server.stop();
    await removeFolder(dataFolder);
    assert.deepEqual(
      targets.map(({ authentication }) => authentication),
      [{ type: 'basic', username: 'other-user', hasPassword: true, password: 'kept-pass' }],
    );
  });

  it('are not kept where the type of authentication changes', async () => {
    const { outbound, targets } = listening();
    const server = await startTestServer({ outbound });
    const backend = backendOf(server);
    const made = await backend.registerIntegration(draft({ authentication: basic('gone-pass') }), {
      idempotencyKey: 'a',
    });
    await backend.updateIntegration(made.id, draft(), { version: made.version });
    await backend.checkEndpoint({ integrationId: made.id });
    await server.stop();
    assert.deepEqual(targets[0]?.authentication, { type: 'none' });
  });
});

describe('files of the server', { skip: process.platform === 'win32' && 'no modes' }, () => {
  const modes = async (folder: string): Promise<Record<string, string>> => {
    const names = await readdir(folder);
    const entries = [['.', folder], ...names.map((name) => [name, path.join(folder, name)])];
    return Object.fromEntries(
      await Promise.all(
        entries.map(async ([name = '', file = '']) => [
          name,
          ((await stat(file)).mode & 0o777).toString(8),
        ]),
      ),
    ) as Record<string, string>;
  };
  const PRIVATE = {
    'ocean.db': '600',
    'ocean.db-shm': '600',
    'ocean.db-wal': '600',
    'secret.key': '600',
  };

  it('are for their owner alone, whatever the mask says', async () => {
    const parent = await temporaryFolder();
    const dataFolder = path.join(parent, 'new', 'data');
    const mask = process.umask(0);
    try {
      const server = await startTestServer({ dataFolder });
      await register(server, draft());
      assert.deepEqual(await modes(dataFolder), { '.': '700', ...PRIVATE });
      await server.stop();
    } finally {
      process.umask(mask);
      await removeFolder(parent);
    }
  });

  it('are closed to others where an earlier version left them open', async () => {
    const dataFolder = await temporaryFolder();
    try {
      await (await startTestServer({ dataFolder })).stop();
      await chmod(dataFolder, 0o755);
      for (const name of await readdir(dataFolder)) await chmod(path.join(dataFolder, name), 0o644);
      const server = await startTestServer({ dataFolder });
      assert.deepEqual(await modes(dataFolder), { '.': '700', ...PRIVATE });
      await server.stop();
    } finally {
      await removeFolder(dataFolder);
    }
  });

  it('are closed to others in a folder that others share, which stays as it is', async () => {
    const dataFolder = await temporaryFolder();
    await chmod(dataFolder, 0o777);
    try {
      const server = await startTestServer({ dataFolder });
      assert.deepEqual(await modes(dataFolder), { '.': '777', ...PRIVATE });
      await server.stop();
    } finally {
      await removeFolder(dataFolder);
    }
  });
});

describe('the key', () => {
  it('is made once, in a file for its owner alone', async () => {
    const folder = await temporaryFolder();
    const sealed = (await openSecretBox(undefined, folder)).seal('text', 'here');
    const { mode } = await stat(path.join(folder, 'secret.key'));
    assert.equal(mode & 0o777, 0o600);
    assert.equal((await openSecretBox(undefined, folder)).open(sealed, 'here'), 'text');
    await removeFolder(folder);
  });

  it('of the environment is used instead, and has to be one', async () => {
    const folder = await temporaryFolder();
    const key = randomBytes(32).toString('base64');
    const sealed = (await openSecretBox(key, folder)).seal('text', 'here');
    assert.deepEqual(await readdir(folder), []);
    assert.equal((await openSecretBox(key, folder)).open(sealed, 'here'), 'text');
    await assert.rejects(openSecretBox('too short', folder), /32 bytes/);
    await removeFolder(folder);
  });

  it('opens nothing that was sealed with another, elsewhere, or changed since', () => {
    const box = new SecretBox(randomBytes(32));
    const sealed = box.seal('text', 'here');
    const changed = sealed.slice(0, -2) + (sealed.endsWith('AA') ? 'BB' : 'AA');
    assert.throws(() => new SecretBox(randomBytes(32)).open(sealed, 'here'));
    assert.throws(() => box.open(sealed, 'there'));
    assert.throws(() => box.open(changed, 'here'));
    assert.throws(() => box.open('v1.', 'here'));
    assert.notEqual(box.seal('text', 'here'), sealed);
  });
});
