/** The reference server keeps to what every backend keeps to, and its own sink is the endpoint that is asked. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { command } from '../../src/backend/conformance/command/command.js';
import { httpRequirements } from '../../src/backend/conformance/http/index.js';
import { conformanceRequirements } from '../../src/backend/conformance/index.js';
import { RestBackend } from '../../src/backend/rest.js';
import { reachingOut, startTestServer } from './reference-server.js';
import type { TestServer } from './reference-server.js';

describe('the reference server, through the REST backend', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer(reachingOut);
  });
  after(() => server.stop());

  for (const { id, title, run } of conformanceRequirements)
    it(`${id}: ${title}`, () =>
      run({
        createBackend: () => new RestBackend({ baseUrl: server.baseUrl, siteNumber: '1234' }),
        requestUrl: `${server.address}/sink/conformance`,
      }));

  it('keeps what only HTTP shows, and is left as empty as it was', async () => {
    const lines: string[] = [];
    const output = { print: (line: string) => lines.push(line), complain: () => undefined };
    const code = await command(
      [
        ...['conformance', server.baseUrl, '--site-number', '1234', '--site-number', '5678'],
        ...['--only', httpRequirements.map(({ id }) => id).join(',')],
      ],
      { ...output, onInterrupt: () => undefined },
    );
    assert.equal(code, 0, lines.join('\n'));
    const kept = lines.filter((line) => line.startsWith('kept')).length;
    // Credentials are the deployment's, and this one has none.
    assert.equal(kept, httpRequirements.length - 1);
    const backend = new RestBackend({ baseUrl: server.baseUrl, siteNumber: '1234' });
    assert.deepEqual((await backend.listIntegrations()).items, []);
  });

  it('has requirements', () => assert.ok(conformanceRequirements.length >= 73));
});
