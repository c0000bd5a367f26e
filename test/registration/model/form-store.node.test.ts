/** The form's state: when a problem is shown, what the server's rejections become, and what counts as a change. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FieldError } from '../../../src/backend/backend-error.js';
import { FormStore } from '../../../src/registration/model/form-store.js';
import { EMPTY_VALUES } from '../../../src/registration/model/form-values.js';
import { STORED } from '../form-services.js';

const storeWith = () => {
  let changes = 0;
  const store = new FormStore(() => (changes += 1));
  return { store, changes: () => changes, names: () => [...store.problems.keys()] };
};

describe('A problem', () => {
  it('is not shown before its field is left', () => {
    const { store, names } = storeWith();
    store.set('/name', '');
    assert.deepEqual(names(), []);
    store.markTouched('/name');
    assert.deepEqual(names(), ['/name']);
  });

  it('is not shown for other fields that were not left', () => {
    const { store, names } = storeWith();
    store.markTouched('/requestUrl');
    assert.deepEqual(names(), ['/requestUrl']);
  });

  it('stays up to date while it is mended, and a new one waits until the field is left again', () => {
    const { store, names } = storeWith();
    store.markTouched('/requestUrl');
    assert.equal(store.problems.get('/requestUrl')?.code, 'url-empty');
    store.set('/requestUrl', 'http');
    assert.ok(store.problems.has('/requestUrl'), 'still wrong, still shown');
    store.set('/requestUrl', 'https://hooks.example.org/x');
    assert.deepEqual(names(), []);
    store.set('/requestUrl', 'https://');
    assert.deepEqual(names(), [], 'a new one waits');
    store.markTouched('/requestUrl');
    assert.deepEqual(names(), ['/requestUrl']);
  });

  it('shows all at once when a save is tried, in the order of the form', () => {
    const { store, names } = storeWith();
    assert.equal(store.validate(), false);
    assert.deepEqual(names(), ['/name', '/requestUrl', '/events']);
    store.set('/launch', true);
    assert.equal(store.validate(), false);
    assert.deepEqual(names(), [
      ...['/name', '/requestUrl', '/events', '/launch/companyName'],
      ...['/launch/baseLaunchUrl', '/launch/applicationName'],
    ]);
  });

  it('depends on the deployment', () => {
    for (const [deployment, valid] of [
      ['public', false],
      ['development', true],
    ] as const) {
      const { store } = storeWith();
      store.open({ ...STORED, requestUrl: 'http://localhost:3000/x' }, undefined);
      store.deployment = deployment;
      store.validate();
      assert.equal(!store.problems.has('/requestUrl'), valid, deployment);
    }
  });

  it('goes with the form that is opened next', () => {
    const { store, names } = storeWith();
    store.validate();
    store.open(STORED, STORED);
    assert.deepEqual(names(), []);
  });
});

describe('What a server rejects', () => {
  const ROWS: [errors: FieldError[], fields: [string, string][], form: string[]][] = [
    [[{ pointer: '/name', code: 'taken' }], [['/name', 'taken']], []],
    [[{ pointer: '#/name', code: 'taken' }], [['/name', 'taken']], []],
    [[{ pointer: '/events/2', code: 'unknown' }], [['/events', 'unknown']], []],
    [[{ pointer: '/launch/companyName/en', code: 'x' }], [['/launch/companyName', 'x']], []],
    [[{ pointer: '/launch/companyName/fr', code: 'x' }], [['/launch/companyName/fr', 'x']], []],
    [[{ pointer: '', code: 'odd' }], [], ['odd']],
    [[{ pointer: '/unknown', code: 'odd' }], [], ['odd']],
    [
      [
        { pointer: '/name', code: 'first' },
        { pointer: '/name', code: 'second' },
      ],
      [['/name', 'first']],
      [],
    ],
  ];
  for (const [errors, fields, form] of ROWS) {
    it(JSON.stringify(errors), () => {
      const { store } = storeWith();
      store.setServerErrors(errors);
      assert.deepEqual(
        [...store.problems].map(([name, { code }]) => [name, code]),
        fields,
      );
      assert.deepEqual(
        store.formErrors.map(({ code }) => code),
        form,
      );
    });
  }

  it('goes as soon as its field is changed, and no other', () => {
    const { store, names } = storeWith();
    store.open(STORED, STORED);
    store.setServerErrors([
      { pointer: '/name', code: 'taken' },
      { pointer: '/requestUrl', code: 'odd' },
    ]);
    store.set('/name', 'South');
    assert.deepEqual(names(), ['/requestUrl']);
  });

  it('comes before what the rules have to say, and keeps the sentence', () => {
    const { store } = storeWith();
    store.validate();
    store.setServerErrors([{ pointer: '/name', code: 'taken', detail: 'Pick another.' }]);
    assert.equal(store.problems.get('/name')?.detail, 'Pick another.');
  });
});

describe('A change', () => {
  it('is reported once, and not where nothing changes', () => {
    const { store, changes } = storeWith();
    store.set('/name', 'North');
    assert.equal(changes(), 1);
    store.set('/name', 'North');
    assert.equal(changes(), 1);
    store.markTouched('/name');
    store.markTouched('/name');
    assert.equal(changes(), 2);
  });

  it('makes the form dirty, and taken back makes it clean', () => {
    const { store } = storeWith();
    store.open(STORED, STORED);
    assert.equal(store.dirty, false);
    store.set('/name', 'South');
    assert.equal(store.dirty, true);
    store.set('/name', STORED.name);
    assert.equal(store.dirty, false);
  });

  it('of events adds and takes away, for the module that is chosen', () => {
    const { store } = storeWith();
    store.toggleEvent('a', true);
    store.toggleEvent('b', true);
    store.toggleEvent('a', true);
    assert.deepEqual(store.values['/events'].ereferrals, ['b', 'a']);
    store.toggleEvent('b', false);
    store.set('/module', 'patient-engagement');
    store.toggleEvent('c', true);
    assert.deepEqual(store.values['/events'], {
      'patient-engagement': ['c'],
      ereferrals: ['a'],
    });
  });
});

describe('What was there before', () => {
  it('comes back with reset(): nothing, or what was opened', () => {
    const { store } = storeWith();
    store.set('/name', 'x');
    store.reset();
    assert.deepEqual(store.values, EMPTY_VALUES);
    store.open(STORED, STORED);
    store.set('/name', 'x');
    store.validate();
    store.reset();
    assert.equal(store.values['/name'], STORED.name);
    assert.equal(store.problems.size, 0);
  });

  it('of a host that sets a part over a stored integration stays, and the part counts as unchanged', () => {
    const { store } = storeWith();
    store.open({ name: 'Given' }, STORED);
    assert.equal(store.values['/name'], 'Given');
    assert.equal(store.values['/requestUrl'], STORED.requestUrl);
    assert.equal(store.dirty, false);
  });

  it('is theirs after a conflict: what is in the form stays, and counts as changed', () => {
    const { store } = storeWith();
    store.open(STORED, STORED);
    store.set('/name', 'Mine');
    store.rebase({ ...STORED, name: 'Theirs', version: '4' });
    assert.equal(store.values['/name'], 'Mine');
    assert.equal(store.dirty, true);
    store.reset();
    assert.equal(store.values['/name'], 'Theirs');
  });

  it('is nothing after the integration was deleted', () => {
    const { store } = storeWith();
    store.open(STORED, STORED);
    store.rebase(undefined);
    assert.equal(store.stored, undefined);
    assert.equal(store.dirty, true);
    assert.equal(store.draft.name, STORED.name);
  });
});
