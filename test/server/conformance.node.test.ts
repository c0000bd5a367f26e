/** The reference server keeps to what every backend keeps to. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { conformanceRequirements } from '../../src/backend/conformance/index.js';
import { RestBackend } from '../../src/backend/rest.js';
import { startTestServer } from './reference-server.js';
import type { TestServer } from './reference-server.js';

describe('the reference server, through the REST backend', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer();
  });
  after(() => server.stop());

  const subject = {
    createBackend: () => new RestBackend({ baseUrl: server.baseUrl, siteNumber: '1234' }),
    requestUrl: 'https://receiver.example.com/ocean',
  };
  for (const { id, title, run } of conformanceRequirements)
    it(`${id}: ${title}`, () => run(subject));

  it('has requirements', () => assert.ok(conformanceRequirements.length >= 73));
});
