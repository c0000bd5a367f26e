/** The handler that the form shows for copying is run as it stands, and asked the challenge. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { challengeHandler } from '../../src/integration/challenge-handler.js';

const start = (file: string) =>
  spawn(process.execPath, [file], {
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });

describe('The example of a webhook handler', () => {
  let folder: string;
  let handler: ReturnType<typeof start>;
  let address: string;
  let log = '';
  before(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'challenge-'));
    const file = path.join(folder, 'ocean-webhook.mjs');
    await writeFile(file, challengeHandler);
    handler = start(file);
    handler.stdout.setEncoding('utf8').on('data', (text: string) => (log += text));
    await once(handler.stdout, 'data');
    address = `http://127.0.0.1:${/:(\d+)\s/.exec(log)?.[1]}/`;
  });
  after(async () => {
    handler.kill();
    await rm(folder, { recursive: true });
  });

  const post = (body: string): Promise<Response> =>
    fetch(address, { method: 'POST', body, headers: { 'content-type': 'application/json' } });

  /** Sends each part of a request's body on its own, and gives what came back. */
  const send = async (parts: Uint8Array[], length: number): Promise<string> => {
    const socket = connect(Number(new URL(address).port), '127.0.0.1');
    let answer = '';
    socket.setEncoding('utf8').on('data', (text: string) => (answer += text));
    socket.write(
      `POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: ${length}\r\n\r\n`,
    );
    for (const part of parts) {
      socket.write(part);
      await pause(100);
    }
    socket.destroySoon();
    if (!socket.closed) await once(socket, 'close');
    return answer;
  };

  it('answers the challenge with the same token, as JSON', async () => {
    const answer = await post('{"challenge":"a \\"quoted\\" token"}');
    assert.equal(answer.status, 200);
    assert.match(answer.headers.get('content-type') ?? '', /^application\/json/);
    assert.deepEqual(await answer.json(), { challenge: 'a "quoted" token' });
  });

  it('answers with nothing but the challenge', async () => {
    const answer = await post('{"challenge":"token","html":"<p>"}');
    assert.deepEqual(await answer.json(), { challenge: 'token' });
  });

  it('takes an event, and refuses what is none', async () => {
    assert.equal((await post('{"type":"notify-patient-note-added","ref":"1"}')).status, 204);
    assert.equal((await post('{"challenge":5}')).status, 204);
    assert.equal((await post('not json')).status, 400);
    assert.equal((await post('null')).status, 204);
    assert.equal((await fetch(address)).status, 405);
    const long = await post(`"${'x'.repeat(10_000_000)}"`);
    assert.equal(long.status, 413);
  });

  it('logs the type of an event, and nothing else of it', async () => {
    await post('{"resourceType":"Bundle","id":"of a person"}');
    while (!log.includes('Bundle\n')) await pause(10);
    assert.doesNotMatch(log, /person/);
  });

  it('reads a letter that comes in two parts', async () => {
    const body = Buffer.from('{"challenge":"été"}');
    const middle = body.indexOf('é') + 1;
    const answer = await send([body.subarray(0, middle), body.subarray(middle)], body.length);
    assert.match(answer, /\{"challenge":"été"\}/);
  });

  it('goes on after a request that breaks off', async () => {
    await send([Buffer.from('{"challenge"')], 1000);
    await pause(100);
    assert.equal(handler.exitCode, null);
    assert.equal((await post('{"challenge":"still there"}')).status, 200);
  });
});
