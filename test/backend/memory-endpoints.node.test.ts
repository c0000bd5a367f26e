/** Endpoint checks, deliveries, logos and launches of MemoryBackend. */
import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import type { Endpoint } from '../../src/integration/schema.js';
import { isBackendError } from '../../src/backend/backend-error.js';
import type { BackendErrorKind } from '../../src/backend/backend-error.js';
import type { DeliveryStatus } from '../../src/backend/backend.js';
import { MemoryBackend } from '../../src/backend/memory.js';
import { draft, key, launch, referralDraft } from './memory-drafts.js';

const ofKind = (kind: BackendErrorKind) => (thrown: unknown) =>
  isBackendError(thrown) && thrown.kind === kind;

const at = (host: string) => draft({ requestUrl: `https://${host}.example.com/ocean` });

type Row = [
  host: string,
  status: Endpoint['status'],
  httpStatus: number | null,
  reason: string | null,
  delivery: DeliveryStatus,
];

const OUTCOMES: Row[] = [
  ['receiver', 'verified', 200, null, 'delivered'],
  ['unreachables', 'verified', 200, null, 'delivered'],
  ['pending', 'verified', 200, null, 'pending'],
  ['mismatch', 'failing', 200, 'challenge-mismatch', 'delivered'],
  ['html', 'failing', 200, 'not-json', 'delivered'],
  ['redirect', 'failing', 302, 'redirect', 'failed'],
  ['status-404', 'failing', 404, 'http-status', 'failed'],
  ['status-500', 'failing', 500, 'http-status', 'failed'],
  ['status-200', 'verified', 200, null, 'delivered'],
  ['status-999', 'verified', 200, null, 'delivered'],
  ['unreachable', 'failing', null, 'unreachable', 'failed'],
  ['UNREACHABLE', 'failing', null, 'unreachable', 'failed'],
  ['unreachable.deep.down', 'failing', null, 'unreachable', 'failed'],
  ['deep.unreachable', 'verified', 200, null, 'delivered'],
  ['timeout', 'failing', null, 'timeout', 'failed'],
  ['tls', 'failing', null, 'tls', 'failed'],
  ['refused', 'failing', null, 'refused-address', 'failed'],
  ['deliveries', 'erroring', 503, 'http-status', 'failed'],
  ['constructor', 'verified', 200, null, 'delivered'],
];

describe('MemoryBackend: the outcome follows the host name', () => {
  for (const [host, status, httpStatus, reason, delivery] of OUTCOMES)
    it(`${host}: ${status}, ${reason ?? 'no reason'}, ${delivery}`, async () => {
      const backend = new MemoryBackend();
      const { checkedAt, since, ...checked } = await backend.checkEndpoint(at(host));
      assert.deepEqual(checked, { status, httpStatus, reason });
      assert.ok(!Number.isNaN(Date.parse(checkedAt ?? '')));
      assert.equal(since, checkedAt);
      const { id } = await backend.registerIntegration(at(host), key());
      const sent = await backend.sendTestEvent(id, { eventType: 'notify-patient-note-added' });
      assert.equal(sent.status, delivery);
      assert.equal(sent.test, true);
      assert.equal(sent.attempts.length, delivery === 'pending' ? 0 : 1);
    });

  it('tells since when: finding the same again does not begin anew', async () => {
    const backend = new MemoryBackend();
    const { id } = await backend.registerIntegration(at('status-404'), key());
    const first = await backend.checkEndpoint({ integrationId: id });
    await new Promise((resolve) => setTimeout(resolve, 5));
    const again = await backend.checkEndpoint({ integrationId: id });
    assert.notEqual(again.checkedAt, first.checkedAt);
    assert.equal(again.since, first.checkedAt);
    assert.deepEqual((await backend.getIntegration(id)).endpoint, again);
    await backend.sendTestEvent(id, { eventType: 'notify-patient-note-added' });
    const { endpoint } = await backend.getIntegration(id);
    assert.equal(endpoint.status, 'erroring');
    assert.equal(endpoint.since, endpoint.checkedAt);
  });

  it('takes four seconds for a slow one, and can be given up meanwhile', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    try {
      const backend = new MemoryBackend();
      let done = false;
      const answer = backend.checkEndpoint(at('slow')).finally(() => (done = true));
      const turn = async (): Promise<void> => {
        for (let count = 0; count < 20; count++) await Promise.resolve();
      };
      await turn();
      mock.timers.tick(3_999);
      await turn();
      assert.equal(done, false);
      mock.timers.tick(1);
      assert.equal((await answer).status, 'verified');

      const controller = new AbortController();
      const given = backend.checkEndpoint(at('slow'), { signal: controller.signal });
      await turn();
      controller.abort();
      await assert.rejects(given, ofKind('aborted'));
    } finally {
      mock.timers.reset();
    }
  });
});

describe('MemoryBackend: the state of an endpoint', () => {
  it('is what the last check of this URL and format found', async () => {
    const backend = new MemoryBackend();
    await backend.checkEndpoint(at('tls'));
    const made = await backend.registerIntegration(at('tls'), key());
    assert.equal(made.endpoint.reason, 'tls');
    const moved = await backend.updateIntegration(made.id, at('other'), made);
    assert.deepEqual(moved.endpoint, { status: 'unchecked' });
    const back = await backend.updateIntegration(made.id, at('tls'), moved);
    assert.equal(back.endpoint.reason, 'tls');
    const fhir = referralDraft({ requestUrl: at('tls').requestUrl });
    const other = await backend.registerIntegration(fhir, key());
    assert.deepEqual(other.endpoint, { status: 'unchecked' });
  });

  it('stays when something else is changed, and is no edit', async () => {
    const backend = new MemoryBackend();
    const made = await backend.registerIntegration(at('html'), key());
    await backend.checkEndpoint({ integrationId: made.id });
    const checked = await backend.getIntegration(made.id);
    assert.equal(checked.endpoint.status, 'failing');
    assert.equal(checked.version, made.version);
    const renamed = { ...at('html'), name: 'Renamed' };
    const { endpoint } = await backend.updateIntegration(made.id, renamed, made);
    assert.deepEqual(endpoint, checked.endpoint);
  });

  it('asks for no secret, and refuses what is not valid', async () => {
    const backend = new MemoryBackend();
    const target = { ...at('receiver'), authentication: { type: 'basic', username: 'u' } as const };
    assert.equal((await backend.checkEndpoint(target)).status, 'verified');
    await assert.rejects(
      backend.checkEndpoint({ ...target, requestUrl: '' }),
      (thrown) =>
        isBackendError(thrown) &&
        thrown.kind === 'invalid' &&
        thrown.fieldErrors.map(({ pointer }) => pointer).join() === '/requestUrl',
    );
  });

  it('is red after a delivery that failed, until one gets through', async () => {
    const backend = new MemoryBackend();
    const event = { eventType: 'notify-patient-note-added' };
    const made = await backend.registerIntegration(at('status-500'), key());
    const sent = await backend.sendTestEvent(made.id, event);
    const red = await backend.getIntegration(made.id);
    assert.equal(red.endpoint.status, 'erroring');
    assert.equal(red.endpoint.httpStatus, 500);
    await backend.updateIntegration(made.id, at('receiver'), red);
    const again = await backend.redeliver(sent.id);
    assert.equal(again.status, 'delivered');
    assert.deepEqual(
      again.attempts.map(({ httpStatus }) => httpStatus),
      [500, 200],
    );
    backend.touch(made.id, { endpoint: { status: 'erroring' } });
    await backend.redeliver(sent.id);
    assert.equal((await backend.getIntegration(made.id)).endpoint.status, 'verified');
  });
});

describe('MemoryBackend: deliveries', () => {
  it('lists the newest first, by status and page, and deletes them with the integration', async () => {
    const backend = new MemoryBackend();
    const made = await backend.registerIntegration(at('receiver'), key());
    const event = { eventType: 'notify-patient-note-added' };
    const sent = [];
    for (let count = 0; count < 3; count++)
      sent.unshift(await backend.sendTestEvent(made.id, event));
    const page = await backend.listDeliveries(made.id, { limit: 2 });
    assert.deepEqual(page.items, sent.slice(0, 2));
    assert.equal(page.total, 3);
    const rest = await backend.listDeliveries(made.id, { cursor: page.nextCursor ?? '' });
    assert.deepEqual(rest.items, sent.slice(2));
    assert.equal((await backend.listDeliveries(made.id, { status: 'failed' })).total, 0);
    await backend.deleteIntegration(made.id, made);
    await assert.rejects(backend.listDeliveries(made.id), ofKind('not-found'));
    await assert.rejects(backend.redeliver(sent[0]?.id ?? ''), ofKind('not-found'));
  });

  it('refuses an event that the integration does not have', async () => {
    const backend = new MemoryBackend();
    const { id } = await backend.registerIntegration(at('receiver'), key());
    await assert.rejects(backend.sendTestEvent(id, { eventType: 'other' }), ofKind('invalid'));
  });
});

describe('MemoryBackend: logos', () => {
  const png = (size = 64): Blob => {
    const bytes = new Uint8Array(size);
    bytes.set([
      0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52,
    ]);
    return new Blob([bytes], { type: 'text/html' });
  };

  it('gives a data URL of the true type, with the very bytes', async () => {
    const blob = png(256 * 1024);
    const { logoUrl } = await new MemoryBackend().uploadLogo(blob);
    const answer = await fetch(logoUrl);
    assert.equal(answer.headers.get('content-type'), 'image/png');
    assert.deepEqual(await answer.arrayBuffer(), await blob.arrayBuffer());
  });

  it('takes a WebP', async () => {
    const { logoUrl } = await new MemoryBackend().uploadLogo(new Blob(['RIFF0000WEBPVP8L0000']));
    assert.match(logoUrl, /^data:image\/webp;base64,/);
  });

  const refused: [what: string, blob: Blob, kind: BackendErrorKind][] = [
    ['one byte too many', png(256 * 1024 + 1), 'too-large'],
    ['nothing', new Blob([]), 'invalid'],
    ['a signature alone', png().slice(0, 8), 'invalid'],
    ['a JPEG that says PNG', new Blob(['\xff\xd8\xff'], { type: 'image/png' }), 'invalid'],
    ['an SVG', new Blob(['<svg/>'], { type: 'image/svg+xml' }), 'invalid'],
    ['a GIF', new Blob(['GIF89a'], { type: 'image/gif' }), 'invalid'],
    ['a RIFF that is no WebP', new Blob(['RIFF0000WAVEfmt ']), 'invalid'],
    ['what is no blob', 'logo.png' as unknown as Blob, 'invalid'],
  ];
  for (const [what, blob, kind] of refused)
    it(`refuses ${what} as ${kind}`, async () => {
      await assert.rejects(new MemoryBackend().uploadLogo(blob), ofKind(kind));
    });

  it('tells its progress, and none after it is given up', async () => {
    const backend = new MemoryBackend({ latency: 8 });
    const told: number[] = [];
    await backend.uploadLogo(png(), { onProgress: (done) => told.push(done) });
    assert.deepEqual(told, [0, 0.25, 0.5, 0.75, 1]);

    const controller = new AbortController();
    told.length = 0;
    const given = backend.uploadLogo(png(), {
      signal: controller.signal,
      onProgress: (done) => {
        told.push(done);
        if (done === 0.5) controller.abort();
      },
    });
    await assert.rejects(given, ofKind('aborted'));
    assert.deepEqual(told, [0, 0.25, 0.5]);
  });
});

describe('MemoryBackend: launches', () => {
  const bound = (changes = {}) =>
    referralDraft({ launch: launch({ referralFormId: 'form-003', ...changes }) });

  it('gives the public part by a listing of the form, with all its listings', async () => {
    const backend = new MemoryBackend();
    const { items } = await backend.listReferralForms({ query: 'form-003' });
    const form = items[0];
    const made = await backend.registerIntegration(bound({ 'x-internal': 'not public' }), key());
    const answer = await backend.getLaunchSettings({ listingId: form?.listings[1]?.id ?? '' });
    assert.deepEqual(answer, {
      integrationId: made.id,
      enabled: true,
      settings: launch({ referralFormId: 'form-003' }),
      listings: form?.listings,
    });
    assert.deepEqual(await backend.getLaunchSettings({ integrationId: made.id }), answer);
  });

  it('prefers an enabled integration to a newer one that is not', async () => {
    const backend = new MemoryBackend();
    const { listings } = (await backend.listReferralForms({ query: 'form-003' })).items[0] ?? {};
    const listingId = listings?.[0]?.id ?? '';
    const off = { ...bound(), enabled: false };
    const first = await backend.registerIntegration(off, key());
    assert.equal((await backend.getLaunchSettings({ listingId })).enabled, false);
    const on = await backend.updateIntegration(first.id, { ...off, enabled: true }, first);
    await backend.registerIntegration(off, key());
    assert.equal((await backend.getLaunchSettings({ listingId })).integrationId, on.id);
  });

  it('creates no launches unless told', async () => {
    const backend = new MemoryBackend();
    const { id } = await backend.registerIntegration(bound(), key());
    const target = { integrationId: id, referralRef: 'ref-1' };
    await assert.rejects(backend.createLaunch(target), ofKind('unsupported'));
  });

  it('gives a URL of its own for each launch', async () => {
    const backend = new MemoryBackend({ launches: true, siteNumber: '1234' });
    const { id } = await backend.registerIntegration(bound(), key());
    const target = { integrationId: id, referralRef: 'ref 1&2' };
    const { url, expiresAt } = await backend.createLaunch(target);
    const { searchParams, hash, pathname } = new URL(url);
    assert.equal(pathname + hash, '/start#/route');
    assert.equal(searchParams.get('a'), '1');
    assert.equal(searchParams.get('referralRef'), 'ref 1&2');
    assert.equal(searchParams.get('siteNum'), '1234');
    assert.ok(Date.parse(expiresAt ?? '') > Date.now());
    assert.notEqual((await backend.createLaunch(target)).url, url);
  });

  it('refuses a launch that cannot be', async () => {
    const backend = new MemoryBackend({ launches: true });
    const none = await backend.registerIntegration(referralDraft(), key());
    const off = await backend.registerIntegration({ ...bound(), enabled: false }, key());
    const on = await backend.registerIntegration(bound(), key());
    for (const [integrationId, referralRef, kind] of [
      ['unknown', 'ref', 'not-found'],
      [none.id, 'ref', 'not-found'],
      [off.id, 'ref', 'forbidden'],
      [on.id, '', 'invalid'],
      [on.id, '1234-567-897', 'invalid'],
    ] as const)
      await assert.rejects(backend.createLaunch({ integrationId, referralRef }), ofKind(kind));
  });
});
