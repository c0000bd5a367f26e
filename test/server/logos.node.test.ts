/** Logos: taken by their bytes, served to everyone as pictures and nothing else. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startTestServer } from './reference-server.js';
import type { TestServer } from './reference-server.js';
import { ask } from './requests.js';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAMgAAABQAQAAAAB0FgcdAAAAJklEQVR42mPgxwUYhqbMB1xgiMqMxs9o/IzGz2j8jMbPaPwMgAwAc5bkRj6WnaQAAAAASUVORK5CYII=',
  'base64',
);

describe('logos', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer();
  });
  after(() => server.stop());

  const upload = (body: Uint8Array, type = 'image/png') =>
    ask(server, '/logos', { method: 'POST', headers: { 'content-type': type }, body });

  it('are served as they came, for good, without a site number, and can run nothing', async () => {
    const { status, json } = await upload(PNG);
    assert.equal(status, 201);
    const response = await fetch(new URL(String(json?.['logoUrl']), server.address));
    assert.deepEqual(Buffer.from(await response.arrayBuffer()), PNG);
    const { headers } = response;
    assert.equal(headers.get('content-type'), 'image/png');
    assert.match(headers.get('cache-control') ?? '', /public.*immutable/);
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.match(headers.get('content-security-policy') ?? '', /sandbox/);
  });

  it('have the type of their bytes, whatever the request says', async () => {
    const { status, json } = await upload(PNG, 'image/webp');
    assert.equal(status, 201);
    const response = await fetch(new URL(String(json?.['logoUrl']), server.address));
    assert.equal(response.headers.get('content-type'), 'image/png');
  });

  it('are one where they are the same', async () => {
    assert.deepEqual((await upload(PNG)).json, (await upload(PNG)).json);
  });

  for (const [what, bytes] of [
    ['a page', Buffer.from('<!doctype html><script>0</script>')],
    ['nothing', Buffer.alloc(0)],
    ['a picture that was cut off', PNG.subarray(0, 60)],
    ['a signature and nothing more', PNG.subarray(0, 8)],
  ] as const)
    it(`are not ${what}`, async () => assert.equal((await upload(bytes)).status, 422));

  it('need a site to be taken', async () => {
    const headers = { 'content-type': 'image/png', 'site-number': undefined };
    const { status } = await ask(server, '/logos', { method: 'POST', headers, body: PNG });
    assert.equal(status, 400);
  });

  it('have the address that the settings give the server', async () => {
    const elsewhere = await startTestServer({
      settings: { publicUrl: 'https://ocean.example.com' },
    });
    const headers = { 'content-type': 'image/png' };
    const { json } = await ask(elsewhere, '/logos', { method: 'POST', headers, body: PNG });
    await elsewhere.stop();
    assert.match(String(json?.['logoUrl']), /^https:\/\/ocean\.example\.com\/api\/ocean\/logos\//);
  });

  it('that are not there are not found', async () => {
    assert.equal((await ask(server, '/logos/unknown')).status, 404);
  });
});
