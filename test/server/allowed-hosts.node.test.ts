/** Which names the server answers to: a page elsewhere may have its name resolve to this machine. */
import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { isAllowedHost } from '../../demo/server/allowed-hosts.js';
import { readSettings } from '../../demo/server/settings.js';
import { startTestServer } from './reference-server.js';
import type { TestServer } from './reference-server.js';

const ACCEPTED: readonly string[] = [
  'localhost',
  'localhost:8080',
  'LOCALHOST',
  'localhost.',
  'a.localhost:5173',
  '127.0.0.1',
  '127.0.0.1:65535',
  '[::1]',
  '[::1]:8080',
];

const REFUSED: readonly string[] = [
  '',
  ' ',
  'evil.test',
  'evil.test:8080',
  'localhost.evil.test',
  'localhost@evil.test',
  'localhost:8080@evil.test',
  'evil.test/localhost',
  'evil.test?localhost',
  'evil.test#localhost',
  'evil.test, localhost',
  'localhost evil.test',
  'notlocalhost',
  '127.0.0.1.evil.test',
  '127.0.0.1.nip.io',
  '127.0.0.2',
  '192.168.1.2',
  '169.254.169.254',
  '0.0.0.0',
  '2130706433',
  '[::]',
  '[::ffff:127.0.0.1]',
  '::1',
  'localhost:port',
  'localhost:123456',
  'http://localhost',
  'ocean.example.com',
];

/** By `node:http`, as `fetch` writes its own `Host`. */
const statusFor = (server: TestServer, host: string, path: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const headers = { host, 'site-number': '1234', 'x-forwarded-host': 'localhost' };
    request(new URL(path, server.address), { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });

describe('a name that the server', () => {
  for (const host of ACCEPTED) it(`answers to: ${host}`, () => assert.ok(isAllowedHost(host, [])));
  for (const host of REFUSED)
    it(`does not answer to: ${JSON.stringify(host)}`, () =>
      assert.equal(isAllowedHost(host, []), false));

  it('answers to because it was told to, whatever the port', () => {
    const allowed = ['ocean.example.com', 'Other.Example.com:8443', '[2001:db8::1]'];
    for (const host of [
      'ocean.example.com',
      'OCEAN.example.com:444',
      'other.example.com',
      '[2001:DB8::1]:80',
    ])
      assert.ok(isAllowedHost(host, allowed), host);
    for (const host of ['example.com', 'x.ocean.example.com', undefined])
      assert.equal(isAllowedHost(host, allowed), false, host);
  });

  it('is told by the settings: a list, its own address for others, where it listens', () => {
    const { allowedHosts } = readSettings({
      OCEAN_ALLOWED_HOSTS: 'one.example.com, two.example.com',
      OCEAN_PUBLIC_URL: 'https://ocean.example.com:8443/base/',
      HOST: '192.0.2.7',
    });
    for (const host of ['one.example.com', 'two.example.com', 'ocean.example.com', '192.0.2.7'])
      assert.ok(isAllowedHost(host, allowedHosts), host);
  });
});

describe('the server', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer();
  });
  after(() => server.stop());

  for (const path of [
    '/api/ocean/event-types',
    '/api/ocean/integrations',
    '/sink/x/messages',
    '/none',
  ])
    it(`is not at another name: ${path}`, async () => {
      for (const host of ['evil.test', 'evil.test:80', 'localhost.evil.test'])
        assert.equal(await statusFor(server, host, path), 421, host);
      const { port } = new URL(server.address);
      const expected = path === '/none' ? 404 : 200;
      for (const host of [`localhost:${port}`, '127.0.0.1', '[::1]:1'])
        assert.equal(await statusFor(server, host, path), expected, host);
    });
});
