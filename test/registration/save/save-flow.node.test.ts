/** From the press of the button to a result: what is shown, what the host hears, and what follows each failure. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { BackendErrorKind, FieldError } from '../../../src/backend/backend-error.js';
import type { IntegrationBackend } from '../../../src/backend/backend.js';
import type { Integration } from '../../../src/integration/schema.js';
import type { OceanSavedEvent, OceanSubmitEvent } from '../../../src/registration/form-events.js';
import { EMPTY_VALUES } from '../../../src/registration/model/form-values.js';
import type { FormValues } from '../../../src/registration/model/form-values.js';
import { RESULT_ID, SaveFlow } from '../../../src/registration/save/save-flow.js';
import {
  FakeElement,
  STORED,
  backendError,
  deferred,
  fakeServices,
  settled,
} from '../form-services.js';

const FILLED: FormValues = {
  ...EMPTY_VALUES,
  '/name': 'North',
  '/requestUrl': 'https://hooks.example.org/x',
  '/authentication/type': 'basic',
  '/authentication/username': 'ocean',
  '/authentication/password': 'hunter22',
  '/events': { 'patient-engagement': [], ereferrals: ['add-service-request'] },
};

const flowWith = (methods?: Partial<IntegrationBackend>, values = FILLED) => {
  const host = new FakeElement();
  host.connect();
  const services = fakeServices(methods);
  services.store.enter(values);
  const focused: string[] = [];
  const waits: (number | undefined)[] = [];
  const adopted: Integration[] = [];
  const flow = new SaveFlow(host, services, {
    focus: { request: (id) => void focused.push(id) },
    countdown: { start: (seconds) => void waits.push(seconds) },
    onSaved: (saved) => void adopted.push(saved),
  });
  return { host, flow, focused, waits, adopted, ...services };
};

const registerIntegration = async (): Promise<Integration> => STORED;
const failing = (kind: BackendErrorKind, options?: Parameters<typeof backendError>[1]) => ({
  registerIntegration: async (): Promise<Integration> => {
    throw backendError(kind, options);
  },
  updateIntegration: async (): Promise<Integration> => {
    throw backendError(kind, options);
  },
});

describe('A save', () => {
  it('shows problems, and asks nobody, where there are any', async () => {
    const { flow, host, focused } = flowWith({ registerIntegration }, EMPTY_VALUES);
    assert.equal(await flow.run(), undefined);
    assert.deepEqual(flow.result, { kind: 'problems' });
    assert.deepEqual(host.fired, []);
    assert.ok(focused.every((id) => id === RESULT_ID) && focused.length > 0);
  });

  it('fires ocean-submit, then ocean-saved, with what was adopted between', async () => {
    const { flow, host, adopted } = flowWith({ registerIntegration });
    let adoptedFirst = false;
    host.addEventListener('ocean-saved', (event) => {
      adoptedFirst = adopted.length === 1;
      assert.deepEqual((event as OceanSavedEvent).detail, { integration: STORED, created: true });
    });
    assert.deepEqual(await flow.run(), STORED);
    assert.deepEqual(host.fired, ['ocean-submit', 'ocean-saved']);
    assert.equal(adoptedFirst, true);
    assert.deepEqual(flow.result, { kind: 'saved', created: true });
  });

  it('shows ocean-submit no secrets, and sends them', async () => {
    let sent = '';
    const { flow, host } = flowWith({
      registerIntegration: async (draft) => {
        sent = JSON.stringify(draft);
        return STORED;
      },
    });
    let shown = '';
    host.addEventListener('ocean-submit', (event) => {
      shown = JSON.stringify((event as OceanSubmitEvent).detail.draft);
    });
    await flow.run();
    assert.ok(sent.includes('hunter22'));
    assert.ok(shown.includes('ocean') && !shown.includes('hunter22'), shown);
  });

  for (const [url, shownUrl] of [
    ['https://north.example/ocean?k=hunter33', 'https://north.example/ocean?k={secret}'],
    [
      'https://north.example/ocean;key=hunter33?a=b',
      'https://north.example/ocean;key={secret}?a=b',
    ],
    ['https://north.example/ocean?a=b', 'https://north.example/ocean?a=b'],
  ] as const)
    it(`shows ocean-submit ${shownUrl}, and sends ${url}`, async () => {
      const sent: string[] = [];
      const { flow, host, store } = flowWith({
        registerIntegration: async ({ requestUrl }) => {
          sent.push(requestUrl);
          return STORED;
        },
      });
      store.set('/requestUrl', url);
      let shown = '';
      host.addEventListener('ocean-submit', (event) => {
        shown = (event as OceanSubmitEvent).detail.draft.requestUrl;
      });
      await flow.run();
      assert.deepEqual([shown, sent], [shownUrl, [url]]);
    });

  it('is stopped by preventDefault() of ocean-submit', async () => {
    let asked = 0;
    const { flow, host } = flowWith({
      registerIntegration: async () => {
        asked += 1;
        return STORED;
      },
    });
    host.addEventListener('ocean-submit', (event) => event.preventDefault());
    assert.equal(await flow.run(), undefined);
    assert.equal(asked, 0);
    assert.equal(flow.result, undefined);
    assert.equal(flow.busy, false);
  });

  it('is one, however often it is asked for', async () => {
    const answer = deferred<Integration>();
    let asked = 0;
    const { flow } = flowWith({
      registerIntegration: () => {
        asked += 1;
        return answer.promise;
      },
    });
    const saves = [flow.run(), flow.run(), flow.run()];
    await settled();
    assert.equal(flow.busy, true);
    answer.resolve(STORED);
    assert.deepEqual(await Promise.all(saves), [STORED, STORED, STORED]);
    assert.equal(asked, 1);
    assert.equal(flow.busy, false);
  });

  it('shows ocean-submit what a newer server has stored, without what looks like a secret', async () => {
    const { flow, store, host } = flowWith({ updateIntegration: async () => STORED });
    store.rebase({ ...STORED, signingSecret: 'hunter33', colour: 'blue' });
    store.set('/name', 'Changed');
    let shown: Record<string, unknown> = {};
    host.addEventListener('ocean-submit', (event) => {
      shown = { ...(event as OceanSubmitEvent).detail.draft };
    });
    await flow.run();
    assert.equal(shown['colour'], 'blue');
    assert.equal(shown['signingSecret'], undefined);
  });

  it('updates what is stored, and says that it was not created', async () => {
    const { flow, store, host } = flowWith({ updateIntegration: async () => STORED });
    store.rebase(STORED);
    await flow.run();
    assert.deepEqual(flow.result, { kind: 'saved', created: false });
    assert.deepEqual(host.fired, ['ocean-submit', 'ocean-saved']);
  });

  it('waits for work under way, also for work that fails', async () => {
    const [upload, broken] = [deferred<void>(), deferred<void>()];
    const { flow, host } = flowWith({ registerIntegration });
    flow.waitFor(upload.promise);
    flow.waitFor(broken.promise);
    const saved = flow.run();
    await settled();
    assert.deepEqual(host.fired, []);
    broken.reject(new Error('no'));
    await settled();
    assert.deepEqual(host.fired, []);
    upload.resolve();
    assert.deepEqual(await saved, STORED);
  });

  it('prepares before each save, the same work once', async () => {
    const { flow, store } = flowWith({ registerIntegration });
    let prepared = 0;
    const work = async (): Promise<void> => {
      prepared += 1;
      store.set('/name', `North ${prepared}`);
    };
    flow.prepare(work);
    flow.prepare(work);
    await flow.run();
    assert.equal(prepared, 1);
    await flow.run();
    assert.equal(prepared, 2);
    assert.equal(store.values['/name'], 'North 2');
  });
});

describe('A failed save', () => {
  const KINDS: BackendErrorKind[] = [
    ...(['network', 'timeout', 'unauthorized', 'forbidden', 'not-found', 'conflict'] as const),
    ...(['invalid', 'too-large', 'rate-limited', 'unavailable', 'malformed'] as const),
  ];
  for (const kind of KINDS) {
    it(`is shown and reported: ${kind}`, async () => {
      const { flow, host, reported, adopted } = flowWith(failing(kind));
      assert.equal(await flow.run(), undefined);
      assert.equal(flow.result?.kind, 'failed');
      assert.equal(flow.result?.kind === 'failed' && flow.result.error.kind, kind);
      assert.deepEqual(reported, [kind]);
      assert.deepEqual(adopted, []);
      assert.deepEqual(host.fired, ['ocean-submit']);
    });
  }

  for (const seconds of [undefined, 7]) {
    it(`starts the countdown that the backend asks for: ${seconds ?? 'none'}`, async () => {
      const { flow, waits } = flowWith(failing('rate-limited', { retryAfter: seconds }));
      await flow.run();
      assert.deepEqual(waits, [seconds]);
    });
  }

  it('bars the same values after "forbidden" alone, until one is changed', async () => {
    const other = flowWith(failing('unavailable'));
    await other.flow.run();
    assert.equal(other.flow.barred, false);
    const { flow, store } = flowWith(failing('forbidden'));
    assert.equal(flow.barred, false);
    await flow.run();
    assert.equal(flow.barred, true);
    store.set('/name', 'South');
    assert.equal(flow.barred, false);
  });

  const FIELDS: [errors: FieldError[], placed: string[], unplaced: string[]][] = [
    [[{ pointer: '/name', code: 'taken' }], ['/name'], []],
    [[{ pointer: '/newer/part', code: 'odd' }], [], ['odd']],
    [
      [
        { pointer: '/events/3', code: 'unknown-event' },
        { pointer: '', code: 'odd' },
      ],
      ['/events'],
      ['odd'],
    ],
  ];
  for (const [fieldErrors, placed, unplaced] of FIELDS) {
    it(`puts what the server rejects at its field: ${JSON.stringify(fieldErrors)}`, async () => {
      for (const kind of ['invalid', 'conflict'] as const) {
        const { flow, store } = flowWith(failing(kind, { fieldErrors }));
        if (kind === 'conflict') store.rebase(STORED);
        await flow.run();
        assert.deepEqual(flow.result, { kind: 'problems' });
        assert.deepEqual([...store.problems.keys()], placed);
        assert.deepEqual(
          store.formErrors.map(({ code }) => code),
          unplaced,
        );
      }
    });
  }

  it('takes an aborted request for no result', async () => {
    const { flow, waits } = flowWith(failing('aborted'));
    await flow.run();
    assert.equal(flow.result, undefined);
    assert.deepEqual(waits, []);
  });

  it('is given up when the element leaves the page, and not when it is moved', async () => {
    const answer = deferred<Integration>();
    const { flow, host, reported } = flowWith({ registerIntegration: () => answer.promise });
    const saved = flow.run();
    await settled();
    host.move();
    await settled();
    assert.equal(flow.busy, true);
    host.disconnect();
    assert.equal(await saved, undefined);
    assert.deepEqual(reported, []);
    assert.equal(flow.result, undefined);
  });
});

describe('A conflict', () => {
  const THEIRS: Integration = { ...STORED, version: '4', name: 'Theirs' };
  const conflicting = (getIntegration: IntegrationBackend['getIntegration']) => {
    const made = flowWith({ ...failing('conflict'), getIntegration });
    made.store.rebase(STORED);
    return made;
  };

  it('is shown at once, and with what the others saved as soon as that is loaded', async () => {
    const theirs = deferred<Integration>();
    const { flow } = conflicting(() => theirs.promise);
    const saved = flow.run();
    await settled();
    assert.deepEqual(flow.result, { kind: 'conflict' });
    theirs.resolve(THEIRS);
    await saved;
    assert.deepEqual(flow.result, { kind: 'conflict', theirs: THEIRS });
  });

  it('becomes a failure where theirs can not be loaded', async () => {
    const { flow, reported } = conflicting(async () => {
      throw backendError('not-found');
    });
    await flow.run();
    assert.equal(flow.result?.kind, 'failed');
    assert.deepEqual(reported, ['conflict', 'not-found']);
  });

  it('is resolved by values that are entered over theirs', async () => {
    const { flow, store } = conflicting(async () => THEIRS);
    await flow.run();
    flow.resolveConflict({ ...store.values, '/name': 'Mine' }, THEIRS);
    assert.equal(flow.result, undefined);
    assert.equal(store.stored?.version, '4');
    assert.equal(store.values['/name'], 'Mine');
    assert.equal(store.dirty, true);
  });

  it('with a name that is taken, while registering, loads nothing', async () => {
    const { flow } = flowWith({
      ...failing('conflict'),
      getIntegration: async () => assert.fail('asked'),
    });
    await flow.run();
    assert.equal(flow.result?.kind, 'failed');
  });
});

describe('An integration that was deleted meanwhile', () => {
  it('is registered as a new one with what is in the form', () => {
    const { flow, store } = flowWith({});
    store.rebase(STORED);
    store.set('/name', 'Kept');
    flow.result = { kind: 'failed', error: backendError('not-found') };
    flow.saveAsNew();
    assert.equal(store.stored, undefined);
    assert.equal(store.values['/name'], 'Kept');
    assert.equal(flow.result, undefined);
  });
});
