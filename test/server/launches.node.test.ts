/** Launches, and what is forgotten when it has had its time. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { AcceptedDraft } from '../../src/server-rules/index.js';
import { SecretBox } from '../../demo/server/secrets.js';
import { Database } from '../../demo/server/store/database.js';
import { noteCheck } from '../../demo/server/store/endpoints.js';
import { forgetOld } from '../../demo/server/store/index.js';
import { createStore } from '../../demo/server/store/index.js';
import { hashOfToken } from '../../demo/server/store/launches.js';
import { removeFolder, startTestServer, temporaryFolder } from './reference-server.js';
import type { TestServer } from './reference-server.js';
import { SITE, ask, backendOf, draft, referralDraft } from './requests.js';

const DAY = 24 * 3_600_000;

describe('a launch', () => {
  let server: TestServer;
  let dataFolder: string;
  before(async () => {
    dataFolder = await temporaryFolder();
    server = await startTestServer({ dataFolder });
  });
  after(async () => {
    await server.stop();
    await removeFolder(dataFolder);
  });

  const launchOf = (integrationId: string, referralRef: unknown = 'ref-77') =>
    ask(server, '/launches', { method: 'POST', body: { integrationId, referralRef } });

  it('has a token of its own, good for five minutes, of which only the hash is kept', async () => {
    const { id } = await backendOf(server).registerIntegration(referralDraft(), {
      idempotencyKey: 'a',
    });
    const [one, other] = [await launchOf(id), await launchOf(id)];
    assert.equal(one.status, 201);
    const url = new URL(String(one.json?.['url']));
    const token = url.searchParams.get('launch') ?? '';
    assert.ok(token.length >= 32);
    assert.equal(url.searchParams.get('referralRef'), 'ref-77');
    assert.equal(url.searchParams.get('siteNum'), SITE);
    assert.notEqual(other.json?.['url'], one.json?.['url']);
    const left = Date.parse(String(one.json?.['expiresAt'])) - Date.now();
    assert.ok(left > 4 * 60_000 && left <= 5 * 60_000);

    const files = await Promise.all(
      (await readdir(dataFolder)).map((name) => readFile(path.join(dataFolder, name))),
    );
    const bytes = Buffer.concat(files);
    assert.ok(bytes.includes(hashOfToken(token)));
    assert.ok(!bytes.includes(token), 'the token is on the disk');
    assert.ok(!bytes.includes('ref-77'), 'the referral is on the disk');
  });

  it('is only of what is enabled, and of a referral', async () => {
    const backend = backendOf(server);
    const off = await backend.registerIntegration(referralDraft({ enabled: false }), {
      idempotencyKey: 'off',
    });
    const on = await backend.registerIntegration(referralDraft(), { idempotencyKey: 'on' });
    const none = await backend.registerIntegration(draft(), { idempotencyKey: 'none' });
    assert.equal((await launchOf(off.id)).status, 403);
    assert.equal((await launchOf(none.id)).status, 404);
    for (const referralRef of ['1234567897', '1234 567 897 AB', 'TREM80511234', 'hcn=1']) {
      const refused = await launchOf(on.id, referralRef);
      assert.equal(refused.status, 422, referralRef);
      assert.ok(!JSON.stringify(refused.json).includes(referralRef));
    }
    for (const referralRef of ['', undefined, 7])
      assert.equal((await launchOf(on.id, referralRef ?? null)).status, 422);
  });
});

describe('what has had its time', () => {
  it('is forgotten: keys and checks after a day, tokens when they end', async () => {
    const folder = await temporaryFolder();
    const url = pathToFileURL(path.join(folder, 'old.db')).href;
    const database = await Database.open({ url });
    const { integrations } = createStore(database, new SecretBox(randomBytes(32)), 1_000);
    const accepted = { ...draft(), enabled: true, launch: null } as AcceptedDraft;
    const { id } = await integrations.register(SITE, accepted, 'key');
    await noteCheck(database, SITE, accepted, { status: 'verified' });

    await forgetOld(database, Date.now() + DAY - 60_000);
    const checked = await integrations.register(SITE, accepted, 'another key');
    assert.equal(checked.endpoint.status, 'verified');
    assert.equal((await integrations.register(SITE, accepted, 'key')).id, id);

    await forgetOld(database, Date.now() + DAY + 60_000);
    const later = await integrations.register(SITE, accepted, 'key');
    assert.notEqual(later.id, id);
    assert.equal(later.endpoint.status, 'unchecked');
    await database.close();
    await removeFolder(folder);
  });
});
