/** The reference server on a libSQL server, for who outgrows one machine: the same code, by one address. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { conformanceRequirements } from '../../src/backend/conformance/index.js';
import { RestBackend } from '../../src/backend/rest.js';
import { LibsqlServer, findLibsqlServer } from './libsql-server.js';
import { reachingOut, removeFolder, startTestServer, temporaryFolder } from './reference-server.js';
import type { TestServer } from './reference-server.js';
import { draft } from './requests.js';

const binary = findLibsqlServer();
const skip = binary === undefined && 'no libSQL server can be had for this machine';

describe('the reference server on a libSQL server', { skip }, () => {
  let folder: string;
  let libsql: LibsqlServer;
  let servers: TestServer[];

  const start = (): Promise<TestServer> =>
    startTestServer({
      outbound: reachingOut.outbound,
      // The key of the secrets is in it, which all servers of one database share.
      dataFolder: folder,
      settings: { ...reachingOut.settings, databaseUrl: libsql.url },
    });
  const backendOf = (index: 0 | 1, siteNumber: string): RestBackend =>
    new RestBackend({ baseUrl: servers[index]?.baseUrl ?? '', siteNumber });
  const sinkOf = (name: string): string => `${servers[0]?.address}/sink/${name}`;

  before(async () => {
    folder = await temporaryFolder();
    libsql = await LibsqlServer.start(binary ?? '', folder);
    servers = [await start(), await start()];
  });
  after(async () => {
    for (const server of servers) await server.stop();
    await libsql.stop();
    await removeFolder(folder);
  });

  for (const { id, title, run } of conformanceRequirements)
    it(`${id}: ${title}`, () =>
      run({
        createBackend: () => backendOf(0, '1234'),
        requestUrl: sinkOf('conformance'),
      }));

  it('is one of two that share what they keep, secrets included', async () => {
    const [here, there] = [backendOf(0, '2345'), backendOf(1, '2345')];
    const registered = await here.registerIntegration(
      draft({
        requestUrl: sinkOf('shared'),
        authentication: { type: 'basic', username: 'ocean', password: 'made-up-password' },
      }),
      { idempotencyKey: 'shared' },
    );
    assert.deepEqual(await there.getIntegration(registered.id), registered);
    const [event] = registered.events;
    const { id } = await there.sendTestEvent(registered.id, { eventType: event ?? '' });
    const delivered = async () => {
      const { items } = await here.listDeliveries(registered.id, {});
      return items.find((delivery) => delivery.id === id)?.status === 'delivered';
    };
    for (let tries = 0; tries < 100 && !(await delivered()); tries++)
      await new Promise((resolve) => setTimeout(resolve, 50));
    assert.ok(await delivered());
    const arrived = await (await fetch(`${sinkOf('shared')}/messages`)).text();
    assert.ok(arrived.includes(id));
    assert.match(arrived, /"basic"/, 'with what the other server has encrypted');
  });

  it('refuses the second of two edits at once, on whichever server', async () => {
    const [here, there] = [backendOf(0, '3456'), backendOf(1, '3456')];
    const registered = await here.registerIntegration(draft({}), { idempotencyKey: 'edits' });
    const edits = await Promise.allSettled(
      [here, there].map((backend, index) =>
        backend.updateIntegration(registered.id, draft({ name: `Edit ${index}` }), {
          version: registered.version,
        }),
      ),
    );
    const kinds = edits.map((edit) =>
      edit.status === 'fulfilled' ? 'saved' : (edit.reason as { kind?: string }).kind,
    );
    assert.deepEqual(kinds.sort(), ['conflict', 'saved']);
  });

  it('has lost nothing when both are ended and started again', async () => {
    const registered = await backendOf(0, '4567').registerIntegration(draft({}), {
      idempotencyKey: 'kept',
    });
    for (const server of servers) await server.stop();
    await libsql.restart();
    servers = [await start(), await start()];
    assert.deepEqual(await backendOf(1, '4567').getIntegration(registered.id), registered);
  });
});
