/** The reference server keeps to what every backend keeps to, and its own sink is the endpoint that is asked. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { conformanceRequirements } from '../../src/backend/conformance/index.js';
import { RestBackend } from '../../src/backend/rest.js';
import { realOutbound } from '../../demo/server/outbound.js';
import { startTestServer } from './reference-server.js';
import type { TestServer } from './reference-server.js';

describe('the reference server, through the REST backend', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer({
      outbound: realOutbound,
      settings: {
        deployment: 'development',
        outbound: { allowLoopback: true, checkTimeLimit: 5_000, deliveryTimeLimit: 5_000 },
      },
    });
  });
  after(() => server.stop());

  for (const { id, title, run } of conformanceRequirements)
    it(`${id}: ${title}`, () =>
      run({
        createBackend: () => new RestBackend({ baseUrl: server.baseUrl, siteNumber: '1234' }),
        requestUrl: `${server.address}/sink/conformance`,
      }));

  it('has requirements', () => assert.ok(conformanceRequirements.length >= 73));
});
