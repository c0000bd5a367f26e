/** The settings of a launch: whose they are, what is requested, and what stands while nothing is known. */
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { BackendError } from '../../src/backend/backend-error.js';
import type { BackendErrorKind } from '../../src/backend/backend-error.js';
import type { IntegrationBackend, PublicLaunchSettings } from '../../src/backend/backend.js';
import type { LaunchSettings } from '../../src/integration/schema.js';
import { SettingsLoader } from '../../src/launch/settings-loader.js';
import type { SettingsSource } from '../../src/launch/settings-loader.js';
import { FakeHost } from '../support/fake-host.js';

const OWN = { baseLaunchUrl: 'https://own.example/' } as LaunchSettings;
const LOADED = { baseLaunchUrl: 'https://loaded.example/' } as LaunchSettings;

const tick = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

interface Request {
  readonly target: unknown;
  readonly signal: AbortSignal;
  answer(settings: Partial<PublicLaunchSettings>): Promise<void>;
  fail(kind: BackendErrorKind): Promise<void>;
}

const hosts: FakeHost[] = [];

/** What is still requested is given up, and no timer is left. */
afterEach(() => hosts.splice(0).forEach((host) => host.disconnect()));

/** A backend whose requests the test answers. */
const backendOf = (requests: Request[]): IntegrationBackend =>
  ({
    getLaunchSettings: (target: unknown, { signal }: { signal: AbortSignal }) =>
      new Promise((resolve, reject) => {
        requests.push({
          target,
          signal,
          answer: (settings) => (
            resolve({ integrationId: 'i9', enabled: true, settings: LOADED, ...settings }),
            tick()
          ),
          fail: (kind) => (reject(new BackendError(kind, 'A failure of the test.')), tick()),
        });
      }),
  }) as unknown as IntegrationBackend;

const setUp = (source: Partial<SettingsSource> = {}) => {
  const requests: Request[] = [];
  const host = new FakeHost();
  hosts.push(host);
  host.connect();
  const loader = new SettingsLoader(host);
  let now: SettingsSource = {
    settings: undefined,
    backend: backendOf(requests),
    listingId: 'l1',
    integrationId: undefined,
    ...source,
  };
  const update = (change: Partial<SettingsSource> = {}): void => {
    now = { ...now, ...change };
    loader.update(now);
  };
  update();
  const last = (): Request => requests.at(-1) ?? assert.fail('Nothing was requested.');
  return { loader, requests, last, update, host };
};

describe('What is requested', () => {
  const rows: readonly (readonly [string, Partial<SettingsSource>, unknown])[] = [
    ['by listing', {}, { listingId: 'l1' }],
    ['by integration', { listingId: undefined, integrationId: 'i1' }, { integrationId: 'i1' }],
    ['by integration before listing', { integrationId: 'i1' }, { integrationId: 'i1' }],
    ['nothing, where neither is known', { listingId: undefined }, undefined],
    ['nothing without a backend', { backend: undefined }, undefined],
    ['nothing where the host gives settings', { settings: OWN }, undefined],
    ['nothing where it gives both', { settings: OWN, integrationId: 'i1' }, undefined],
  ];
  for (const [name, source, target] of rows)
    it(name, async () => {
      const { requests } = setUp(source);
      await tick();
      assert.deepEqual(
        requests.map((request) => request.target),
        target ? [target] : [],
      );
    });

  const changes: readonly (readonly [string, Partial<SettingsSource>, unknown])[] = [
    ['the same again', {}, undefined],
    ['another listing', { listingId: 'l2' }, { listingId: 'l2' }],
    ['an integration of the listing’s id', { integrationId: 'l1' }, { integrationId: 'l1' }],
    ['an integration', { integrationId: 'i1' }, { integrationId: 'i1' }],
    ['settings of the host’s', { settings: OWN }, undefined],
    ['no listing', { listingId: undefined }, undefined],
  ];
  for (const [name, change, target] of changes)
    it(`after a change to ${name}`, async () => {
      const { requests, last, update } = setUp();
      await last().answer({});
      update(change);
      await tick();
      assert.deepEqual(
        requests.slice(1).map((request) => request.target),
        target ? [target] : [],
      );
    });

  it('is requested again with another backend, from a return to the page, and by retry', async () => {
    const others: Request[] = [];
    const { requests, update, host, loader, last } = setUp();
    update({ backend: backendOf(others) });
    assert.equal(last().signal.aborted, true);
    assert.equal(others.length, 1);
    host.disconnect();
    await tick();
    assert.equal(others[0]?.signal.aborted, true);
    host.connect();
    update();
    assert.equal(others.length, 2);
    await others[1]?.fail('network');
    loader.retry();
    assert.equal(others.length, 3);
    await others[2]?.answer({});
    assert.equal(loader.status, 'ready');
    assert.equal(requests.length, 1);
  });

  it('stays requested while the element is moved', async () => {
    const { host, last } = setUp();
    host.move();
    await tick();
    assert.equal(last().signal.aborted, false);
  });
});

describe('What is known', () => {
  const answers: readonly (readonly [
    string,
    Partial<PublicLaunchSettings> | BackendErrorKind,
    status: string,
    settings: LaunchSettings | undefined,
    id: string | undefined,
  ])[] = [
    ['settings', {}, 'ready', LOADED, 'i9'],
    ['settings of a disabled integration', { enabled: false }, 'none', undefined, 'i9'],
    ['not found', 'not-found', 'none', undefined, undefined],
    ['no network', 'network', 'failed', undefined, undefined],
    ['no permission', 'forbidden', 'failed', undefined, undefined],
    ['an ended session', 'unauthorized', 'failed', undefined, undefined],
    [
      'an answer that is none',
      'invalid-response' as BackendErrorKind,
      'failed',
      undefined,
      undefined,
    ],
    ['a backend that cannot', 'unsupported', 'failed', undefined, undefined],
  ];
  for (const [name, answer, status, settings, id] of answers)
    it(`after ${name}: ${status}`, async () => {
      const { loader, last, host } = setUp();
      assert.deepEqual(
        [loader.status, loader.settings, loader.id],
        ['loading', undefined, undefined],
      );
      const { updates } = host;
      await (typeof answer === 'string' ? last().fail(answer) : last().answer(answer));
      assert.deepEqual([loader.status, loader.settings, loader.id], [status, settings, id]);
      assert.equal(host.updates, updates + 1);
      assert.equal(loader.error === undefined, typeof answer !== 'string');
    });

  it('the host’s settings stand at once, before and after any answer', async () => {
    const { loader, last, update } = setUp();
    update({ settings: OWN });
    assert.deepEqual([loader.status, loader.settings], ['ready', OWN]);
    await last().answer({});
    assert.deepEqual([loader.status, loader.settings], ['ready', OWN]);
  });

  it('the integration that the host names stands before the answer’s', async () => {
    const { loader, last } = setUp({ integrationId: 'i1' });
    assert.equal(loader.id, 'i1');
    await last().answer({ integrationId: 'i9' });
    assert.equal(loader.id, 'i1');
  });

  it('without a backend is loading, as one may come', async () => {
    const { loader } = setUp({ backend: undefined });
    await tick();
    assert.equal(loader.status, 'loading');
  });

  it('an older answer does not stand against a newer request', async () => {
    const { loader, requests, update } = setUp();
    update({ listingId: 'l2' });
    await requests[1]?.answer({ integrationId: 'new' });
    await requests[0]?.answer({ integrationId: 'old' });
    assert.equal(loader.id, 'new');
  });
});
