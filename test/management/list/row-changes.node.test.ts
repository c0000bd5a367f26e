/** Changes of integrations from their rows, without a DOM: what is sent, what the row shows meanwhile and afterwards. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BackendError } from '../../../src/backend/backend-error.js';
import type { BackendErrorKind } from '../../../src/backend/backend-error.js';
import type { IntegrationBackend } from '../../../src/backend/backend.js';
import { call } from '../../../src/backend/call.js';
import { toBackendError } from '../../../src/backend/backend-error.js';
import { draftOf } from '../../../src/integration/draft-of.js';
import type { Integration } from '../../../src/integration/schema.js';
import { RowChanges } from '../../../src/management/list/row-changes.js';
import type { RowWork } from '../../../src/management/list/row-changes.js';

const STORED = {
  id: 'i1',
  version: 'v7',
  name: 'Amber',
  module: 'ereferrals',
  enabled: false,
  requestUrl: 'https://amber.example/',
  authentication: { type: 'basic', username: 'amber' },
  payload: { format: 'fhir-r4', profile: 'ereferral-on' },
  events: ['referral-sent'],
  launch: { baseLaunchUrl: 'https://amber.example/launch' },
  endpoint: { status: 'unchecked' },
  createdAt: '2026-03-02T15:04:05.000Z',
  updatedAt: '2026-03-02T15:04:05.000Z',
} as unknown as Integration;

/** As the list shows it. */
const ROW: Integration = STORED;

const setUp = (fails: Partial<Record<keyof IntegrationBackend, BackendErrorKind | Error>> = {}) => {
  const calls: [string, ...unknown[]][] = [];
  const gate: { wait?: Promise<void> } = {};
  const answer =
    (name: keyof IntegrationBackend, value: (...args: unknown[]) => unknown) =>
    async (...args: unknown[]) => {
      calls.push([name, ...args.map((arg) => (hasSignal(arg) ? withoutSignal(arg) : arg))]);
      await gate.wait;
      const failure = fails[name];
      if (failure instanceof Error) throw failure;
      if (failure) throw new BackendError(failure, 'A failure of the test.');
      return value(...args);
    };
  const backend = {
    getIntegration: answer('getIntegration', () => STORED),
    updateIntegration: answer('updateIntegration', (_id, draft) => ({
      ...STORED,
      ...(draft as object),
      version: 'v8',
    })),
    deleteIntegration: answer('deleteIntegration', () => undefined),
    checkEndpoint: answer('checkEndpoint', () => ({ status: 'verified', httpStatus: 200 })),
  } as unknown as IntegrationBackend;
  const shown: Integration[] = [];
  const restored: Integration[] = [];
  const reported: string[] = [];
  const states: (RowWork | undefined)[] = [];
  const changes: RowChanges = new RowChanges({
    consumer: {
      call: (request, signal) => call(backend, request, signal),
      report: (thrown) => {
        const error = toBackendError(thrown);
        reported.push(error.kind);
        return error;
      },
    },
    pages: {
      replace: (integration) => shown.push(integration),
      restore: (integration) => restored.push(integration),
    },
    changed: () => states.push(changes.of('i1').work),
  });
  return { changes, calls, shown, restored, reported, states, gate };
};

const hasSignal = (arg: unknown): arg is { signal: AbortSignal } =>
  typeof arg === 'object' && arg !== null && 'signal' in arg;

const withoutSignal = ({ signal, ...rest }: { signal: AbortSignal }): object => {
  assert.ok(signal instanceof AbortSignal);
  return rest;
};

/** What a list may answer with instead of all of an integration. */
const SHORTER: Readonly<Record<string, Partial<Integration>>> = {
  'without its launch': { launch: null },
  'without its events': { events: [] },
  'without its authentication': { authentication: { type: 'none' } },
  'with another payload': { payload: { format: 'ocean-json' } },
  'without a version': { version: '' },
  'without its request URL': { requestUrl: '' },
  'without all of these': {
    launch: null,
    events: [],
    authentication: { type: 'none' },
    payload: { format: 'ocean-json' },
    version: '',
    requestUrl: '',
  },
};

type Act = (changes: RowChanges, row: Integration) => Promise<unknown>;

const ACTS: Readonly<
  Record<string, { act: Act; work: RowWork; method: keyof IntegrationBackend }>
> = {
  enable: {
    act: (changes, row) => changes.enable(row, true),
    work: 'enabling',
    method: 'updateIntegration',
  },
  check: { act: (changes, row) => changes.check(row), work: 'checking', method: 'checkEndpoint' },
  read: { act: (changes, { id }) => changes.read(id), work: 'reading', method: 'getIntegration' },
  remove: {
    act: (changes, row) => changes.remove(row),
    work: 'deleting',
    method: 'deleteIntegration',
  },
};

describe('A change from a row', () => {
  for (const [name, { act, work, method }] of Object.entries(ACTS)) {
    it(`${name}: the row shows that it is under way, until it is done`, async () => {
      const { changes, states, reported } = setUp();
      assert.ok(await act(changes, ROW));
      assert.deepEqual(states, [work, undefined]);
      assert.deepEqual(changes.of('i1'), {});
      assert.deepEqual(reported, []);
    });

    it(`${name}: one at a time for an integration; others do not wait`, async () => {
      const { changes, calls, gate, shown } = setUp();
      let open = (): void => undefined;
      gate.wait = new Promise((resolve) => (open = resolve));
      const first = act(changes, ROW);
      const before = shown.length;
      for (const other of Object.values(ACTS)) await other.act(changes, ROW);
      assert.equal(shown.length, before);
      assert.equal(calls.length, 1);
      const neighbour = act(changes, { ...ROW, id: 'i2' });
      open();
      await Promise.all([first, neighbour]);
      assert.ok(calls.length > 1);
    });

    for (const kind of ['network', 'forbidden', 'conflict', 'unavailable'] as const)
      it(`${name}: fails as ${kind}, which the row shows until the next change`, async () => {
        const { changes, reported } = setUp({ [method]: kind });
        const result = await act(changes, ROW);
        assert.equal(Boolean(result), name === 'read');
        assert.equal(changes.of('i1').problem?.kind, kind);
        assert.equal(changes.of('i1').work, undefined);
        assert.deepEqual(reported, [kind]);
      });

    it(`${name}: an error that is none of a backend's ends it as well`, async () => {
      const { changes } = setUp({ [method]: new TypeError('A defect of the host’s backend.') });
      await act(changes, ROW);
      assert.notEqual(changes.of('i1').problem, undefined);
      assert.equal(changes.of('i1').work, undefined);
    });
  }
});

describe('Enabling', () => {
  for (const enabled of [true, false])
    it(`to ${enabled} shows at once, and saves all that is stored, with its version`, async () => {
      const { changes, calls, shown, restored } = setUp();
      const done = changes.enable({ ...ROW, enabled: !enabled }, enabled);
      assert.equal(shown[0]?.enabled, enabled);
      assert.equal(await done, true);
      const [name, id, draft, options] = calls.at(-1) ?? [];
      assert.deepEqual([name, id, options], ['updateIntegration', 'i1', { version: 'v7' }]);
      assert.deepEqual(draft, {
        name: STORED.name,
        module: STORED.module,
        enabled,
        requestUrl: STORED.requestUrl,
        authentication: STORED.authentication,
        payload: STORED.payload,
        events: STORED.events,
        launch: STORED.launch,
      });
      assert.equal(shown.at(-1)?.version, 'v8');
      assert.deepEqual(restored, []);
    });

  for (const [name, change] of Object.entries(SHORTER))
    it(`from a row ${name} saves what is stored`, async () => {
      const { changes, calls, shown } = setUp();
      assert.equal(await changes.enable({ ...ROW, ...change }, true), true);
      assert.deepEqual(
        calls.map(([method]) => method),
        ['getIntegration', 'updateIntegration'],
      );
      assert.deepEqual(calls[1]?.slice(1), [
        'i1',
        { ...draftOf(STORED), enabled: true },
        { version: 'v7' },
      ]);
      assert.deepEqual(shown.at(-1)?.launch, STORED.launch);
    });

  it('from a row of an earlier version is saved with that one: the backend finds the conflict', async () => {
    const { changes, calls } = setUp();
    await changes.enable({ ...ROW, version: 'v6' }, true);
    assert.deepEqual(calls.at(-1)?.at(-1), { version: 'v6' });
  });

  for (const kind of ['network', 'forbidden', 'not-found'] as const)
    it(`saves nothing where what is stored can’t be read: ${kind}`, async () => {
      const { changes, calls, restored } = setUp({ getIntegration: kind });
      assert.equal(await changes.enable(ROW, true), false);
      assert.equal(calls.length, 1);
      assert.deepEqual(restored, [ROW]);
      assert.equal(changes.of('i1').problem?.kind, kind);
    });

  it('that fails shows the row as it was', async () => {
    const { changes, restored } = setUp({ updateIntegration: 'forbidden' });
    assert.equal(await changes.enable(ROW, true), false);
    assert.deepEqual(restored, [ROW]);
  });
});

describe('Checking', () => {
  it('shows the endpoint in its row', async () => {
    const { changes, shown, calls } = setUp();
    await changes.check(ROW);
    assert.deepEqual(calls, [['checkEndpoint', { integrationId: 'i1' }, {}]]);
    assert.deepEqual(shown, [{ ...ROW, endpoint: { status: 'verified', httpStatus: 200 } }]);
  });
});

describe('What is copied from a row', () => {
  for (const [name, change] of Object.entries(SHORTER))
    it(`${name} is what is stored`, async () => {
      const { changes } = setUp();
      const stored = await changes.stored({ ...ROW, ...change });
      assert.deepEqual(stored, STORED);
    });

  it('is nothing where that can’t be read', async () => {
    const { changes } = setUp({ getIntegration: 'network' });
    assert.equal(await changes.stored(ROW), undefined);
    assert.equal(changes.of('i1').problem?.kind, 'network');
  });
});

describe('Deleting', () => {
  const rows = [
    ['v6', 'v6', 1],
    ['v7', 'v7', 1],
    ['', 'v7', 2],
  ] as const;
  for (const [version, sent, requests] of rows)
    it(`a row of version "${version}" deletes version ${sent}`, async () => {
      const { changes, calls } = setUp();
      assert.equal(await changes.remove({ ...ROW, version }), true);
      assert.equal(calls.length, requests);
      assert.deepEqual(calls.at(-1), ['deleteIntegration', 'i1', { version: sent }]);
    });
});

describe('What is deleted already', () => {
  it('is gone, where it is to be deleted', async () => {
    const { changes } = setUp({ deleteIntegration: 'not-found' });
    assert.equal(await changes.remove(ROW), true);
  });

  it('is gone, where it is read again', async () => {
    const { changes } = setUp({ getIntegration: 'not-found' });
    assert.equal(await changes.read('i1'), false);
  });

  it('cannot be enabled', async () => {
    const { changes } = setUp({ updateIntegration: 'not-found' });
    assert.equal(await changes.enable(ROW, true), false);
  });
});
