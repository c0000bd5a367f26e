/** The endpoint's check: what is asked, what is known afterwards, and which edits make it stale. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { IntegrationBackend } from '../../../src/backend/backend.js';
import type { Endpoint, Integration } from '../../../src/integration/schema.js';
import { EndpointCheck } from '../../../src/registration/endpoint/endpoint-check.js';
import { EMPTY_VALUES } from '../../../src/registration/model/form-values.js';
import type { FieldName, FormValues } from '../../../src/registration/model/form-values.js';
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
  '/payload/format': 'ocean-json',
  '/authentication/type': 'basic',
  '/authentication/username': 'ocean',
  '/authentication/password': 'hunter22',
};

const checkWith = (checkEndpoint: IntegrationBackend['checkEndpoint'], values = FILLED) => {
  const host = new FakeElement();
  host.connect();
  const services = fakeServices({ checkEndpoint });
  services.store.enter(values);
  return { host, store: services.store, check: new EndpointCheck(host, services) };
};

/** A function, so that one assertion does not narrow the type of the next. */
const statusOf = (check: EndpointCheck): string => check.state.status;

const verified = async (): Promise<Endpoint> => ({ status: 'verified' });

describe('What is known of the endpoint', () => {
  it('is nothing at first, then that it is being checked, then the answer', async () => {
    const answer = deferred<Endpoint>();
    const { check, host } = checkWith(() => answer.promise);
    assert.equal(statusOf(check), 'unchecked');
    const run = check.run();
    assert.equal(statusOf(check), 'checking');
    const before = host.updates;
    answer.resolve({ status: 'failing', reason: 'http-status', httpStatus: 500 });
    assert.equal((await run)?.status, 'failing');
    assert.equal(statusOf(check), 'failing');
    assert.ok(host.updates > before, 'it is rendered');
  });

  /** Each changes one thing after a check; whether the check then is one of another endpoint. */
  const EDITS: [name: FieldName, value: unknown, stale: boolean][] = [
    ['/requestUrl', 'https://hooks.example.org/y', true],
    ['/payload/format', 'fhir-r4', true],
    ['/authentication/type', 'none', true],
    ['/authentication/username', 'sea', true],
    ['/authentication/password', 'hunter23', true],
    ['/module', 'patient-engagement', false],
    ['/name', 'South', false],
    ['/events', { 'patient-engagement': [], ereferrals: ['x'] }, false],
    ['/launch', true, false],
    ['/authentication/key', 'not sent with Basic', false],
    ['/payload/guide', '0.10.0', false],
    ['/requestUrl', '  https://hooks.example.org/x  ', false],
  ];
  for (const [name, value, stale] of EDITS) {
    it(`${stale ? 'is stale' : 'still holds'} after ${name} is ${JSON.stringify(value)}`, async () => {
      const { check, store } = checkWith(verified);
      await check.run();
      const before = store.values[name];
      store.set(name, value as never);
      assert.equal(statusOf(check), stale ? 'stale' : 'verified');
      store.set(name, before);
      assert.equal(statusOf(check), 'verified', 'taken back, it holds again');
    });
  }

  it('is of FHIR alike for each guide version, and another for another format', async () => {
    const { check, store } = checkWith(verified, { ...FILLED, '/payload/format': 'fhir-r4' });
    await check.run();
    store.set('/payload/guide', '0.10.0');
    assert.equal(statusOf(check), 'verified');
    store.set('/payload/format', 'ocean-json');
    assert.equal(statusOf(check), 'stale');
  });

  it('is that it could not be checked, where the backend fails', async () => {
    const error = backendError('network');
    const { check } = checkWith(async () => {
      throw error;
    });
    assert.equal(await check.run(), undefined);
    assert.deepEqual(check.state, { status: 'unavailable', error });
  });

  it('is nothing, where the backend answers that it was not checked', async () => {
    const { check } = checkWith(async () => ({ status: 'unchecked' }));
    await check.run();
    assert.equal(statusOf(check), 'unchecked');
  });

  it('is what the backend has stored, until it is edited', () => {
    const { check, store } = checkWith(verified);
    check.open({ status: 'erroring', reason: 'timeout' });
    assert.equal(statusOf(check), 'erroring');
    store.set('/requestUrl', 'https://hooks.example.org/other');
    assert.equal(statusOf(check), 'stale');
    check.open();
    assert.equal(statusOf(check), 'unchecked');
  });
});

describe('The latest check wins', () => {
  it('over an older answer that comes later', async () => {
    const answers = [deferred<Endpoint>(), deferred<Endpoint>()];
    let asked = 0;
    const { check, store } = checkWith(() => answers[asked++]!.promise);
    const first = check.run();
    store.set('/requestUrl', 'https://hooks.example.org/new');
    const second = check.run();
    answers[1]?.resolve({ status: 'verified' });
    assert.equal((await second)?.status, 'verified');
    answers[0]?.resolve({ status: 'failing' });
    assert.equal(await first, undefined);
    assert.equal(statusOf(check), 'verified');
  });

  it('and none is left where the element leaves the page; a move interrupts nothing', async () => {
    const answer = deferred<Endpoint>();
    const { check, host } = checkWith(() => answer.promise);
    const run = check.run();
    host.move();
    await settled();
    assert.equal(statusOf(check), 'checking');
    host.disconnect();
    assert.equal(await run, undefined);
    assert.equal(statusOf(check), 'unchecked');
  });

  it('and none is left where another integration is opened', async () => {
    const answer = deferred<Endpoint>();
    const { check } = checkWith(() => answer.promise);
    const run = check.run();
    check.open({ status: 'failing' });
    answer.resolve({ status: 'verified' });
    assert.equal(await run, undefined);
    assert.equal(statusOf(check), 'failing');
  });
});

describe('What the backend is asked', () => {
  const askedFor = async (stored: Integration | undefined, edit: Partial<FormValues> = {}) => {
    let asked: unknown;
    const { check, store } = checkWith(async (target) => {
      asked = target;
      return { status: 'failing' };
    });
    if (stored) store.open(stored, stored);
    for (const [name, value] of Object.entries(edit)) store.set(name as FieldName, value);
    await check.run();
    return { asked, state: check.state };
  };
  const withSecret: Integration = {
    ...STORED,
    authentication: { type: 'webhook-key', hasKey: true },
  };

  it('is the content of the form, with secrets that were typed', async () => {
    const { asked } = await askedFor(undefined);
    assert.deepEqual(asked, {
      requestUrl: FILLED['/requestUrl'],
      payload: { format: 'ocean-json' },
      authentication: { type: 'basic', username: 'ocean', password: 'hunter22' },
    });
  });

  it('is the integration by its id, as long as it is as stored', async () => {
    assert.deepEqual((await askedFor(STORED)).asked, { integrationId: '7' });
    assert.deepEqual((await askedFor(withSecret)).asked, { integrationId: '7' });
    assert.deepEqual((await askedFor(withSecret, { '/name': 'South' })).asked, {
      integrationId: '7',
    });
  });

  const SECRETS: [name: string, edit: Partial<FormValues>, without: boolean][] = [
    ['another URL', { '/requestUrl': 'https://hooks.example.org/y' }, true],
    [
      'another URL, and the key typed again',
      { '/requestUrl': 'https://hooks.example.org/y', '/authentication/key': 'k1234567' },
      false,
    ],
    ['another format', { '/payload/format': 'fhir-r4' }, true],
    ['another kind of authentication', { '/authentication/type': 'none' }, false],
  ];
  for (const [name, edit, without] of SECRETS) {
    it(`says whether a stored secret was left out: ${name}`, async () => {
      const { asked, state } = await askedFor(withSecret, edit);
      assert.ok(!Object.hasOwn(asked as object, 'integrationId'));
      assert.equal('withoutSecret' in state && state.withoutSecret, without);
    });
  }

  it('is the URL as it would be stored', async () => {
    const { asked } = await askedFor(undefined, { '/requestUrl': 'https://HOOKS.example.org' });
    assert.equal((asked as { requestUrl: string }).requestUrl, 'https://hooks.example.org/');
  });
});

describe('A check is due by itself', () => {
  const ROWS: [name: FieldName, edit: Partial<FormValues>, due: boolean][] = [
    ['/requestUrl', {}, true],
    ['/payload/format', {}, true],
    ['/module', {}, true],
    ['/name', {}, false],
    ['/authentication/type', {}, false],
    ['/authentication/password', {}, false],
    ['/requestUrl', { '/payload/format': 'fhir-r4' }, false],
    ['/requestUrl', { '/requestUrl': 'not a URL' }, false],
    ['/requestUrl', { '/requestUrl': '' }, false],
    ['/module', { '/module': 'patient-engagement', '/payload/format': 'fhir-r4' }, true],
  ];
  for (const [name, edit, due] of ROWS) {
    it(`${due ? 'after' : 'not after'} ${name}, with ${JSON.stringify(edit)}`, () => {
      const { check } = checkWith(verified, { ...FILLED, ...edit });
      assert.equal(check.isDueAfter(name), due);
    });
  }

  it('not where it was checked, or is being checked, already', async () => {
    const { check } = checkWith(verified);
    const run = check.run();
    assert.equal(check.isDueAfter('/requestUrl'), false);
    await run;
    assert.equal(check.isDueAfter('/requestUrl'), false);
  });
});
