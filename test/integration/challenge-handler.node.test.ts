/** The handler that the form shows for copying is run as it stands, and asked the challenge. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { challengeHandler } from '../../src/integration/challenge-handler.js';

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

describe('The example of a webhook handler', () => {
  let folder: string;
  let handler: ReturnType<typeof spawn>;
  let address: string;
  before(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'challenge-'));
    const file = path.join(folder, 'handler.mjs');
    await writeFile(file, challengeHandler);
    const port = await freePort();
    address = `http://127.0.0.1:${port}/`;
    handler = spawn(process.execPath, [file], {
      env: { ...process.env, PORT: String(port) },
      stdio: 'inherit',
    });
    for (let tries = 0; tries < 50; tries++) {
      try {
        await fetch(address);
        return;
      } catch {
        await pause(100);
      }
    }
  });
  after(async () => {
    handler.kill();
    await rm(folder, { recursive: true });
  });

  const post = (body: string): Promise<Response> =>
    fetch(address, { method: 'POST', body, headers: { 'content-type': 'application/json' } });

  it('answers the challenge with the same token, as JSON', async () => {
    const answer = await post('{"challenge":"a \\"quoted\\" token"}');
    assert.equal(answer.status, 200);
    assert.match(answer.headers.get('content-type') ?? '', /^application\/json/);
    assert.deepEqual(await answer.json(), { challenge: 'a "quoted" token' });
  });

  it('takes an event, and refuses what is none', async () => {
    assert.equal((await post('{"type":"notify-patient-note-added","ref":"1"}')).status, 204);
    assert.equal((await post('not json')).status, 400);
    assert.equal((await post('null')).status, 204);
    assert.equal((await fetch(address)).status, 405);
    const long = await post(`"${'x'.repeat(1_100_000)}"`).then(
      ({ status }) => status,
      () => 413, // the connection may be closed while the body is still being sent
    );
    assert.equal(long, 413);
  });
});
