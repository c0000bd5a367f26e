/** Keeping what is entered after a pause, and offering an earlier draft back. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { keepDraft, readDraft } from '../../../../src/registration/model/draft-keeper.js';
import { FormStore } from '../../../../src/registration/model/form-store.js';
import { EMPTY_VALUES } from '../../../../src/registration/model/form-values.js';
import { DraftOffer } from '../../../../src/registration/parts/drafts/draft-offer.js';
import { FakeElement } from '../../form-services.js';

beforeEach(() => {
  const kept = new Map<string, string>();
  Object.defineProperty(globalThis, 'sessionStorage', {
    configurable: true,
    value: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    },
  });
  mock.timers.enable({ apis: ['setTimeout'] });
});
afterEach(() => {
  mock.timers.reset();
  Reflect.deleteProperty(globalThis, 'sessionStorage');
});

const offering = (key: string | undefined = 'me') => {
  const host = new FakeElement();
  host.connect();
  let offer: DraftOffer | undefined = undefined;
  const store: FormStore = new FormStore(() => offer?.touch());
  offer = new DraftOffer(host, store);
  offer.open(key);
  return { host, store, offer };
};
const nameKept = (): string | undefined => readDraft('me')?.values['/name'];

describe('What is entered', () => {
  it('is kept after a pause, and not at each key', () => {
    const { store } = offering();
    store.set('/name', 'N');
    mock.timers.tick(300);
    store.set('/name', 'No');
    mock.timers.tick(300);
    assert.equal(nameKept(), undefined);
    mock.timers.tick(100);
    assert.equal(nameKept(), 'No');
  });

  it('is kept at once when the element leaves the page', () => {
    const { store, host } = offering();
    store.set('/name', 'North');
    host.disconnect();
    assert.equal(nameKept(), 'North');
  });

  it('is kept where it was entered before this part had loaded', () => {
    const host = new FakeElement();
    const store = new FormStore(() => undefined);
    store.set('/name', 'Early');
    new DraftOffer(host, store).open('me');
    mock.timers.tick(400);
    assert.equal(nameKept(), 'Early');
  });

  it('is not kept without a key, and not where nothing was changed', () => {
    const { store, offer } = offering();
    offer.open(undefined);
    store.set('/name', 'North');
    mock.timers.tick(1000);
    assert.equal(nameKept(), undefined);
    store.reset();
    offer.open('me');
    store.markTouched('/name');
    mock.timers.tick(1000);
    assert.equal(nameKept(), undefined);
  });

  it('goes when it was saved or given up, also what waits to be kept', () => {
    const { store, offer } = offering();
    store.set('/name', 'North');
    mock.timers.tick(400);
    store.set('/name', 'North West');
    offer.drop();
    mock.timers.tick(1000);
    assert.equal(nameKept(), undefined);
  });
});

describe('An earlier draft', () => {
  beforeEach(() => keepDraft('me', { ...EMPTY_VALUES, '/name': 'Earlier' }));

  it('is offered, and entered when it is restored', () => {
    const { offer, store } = offering();
    assert.equal(offer.offered?.values['/name'], 'Earlier');
    offer.restore();
    assert.equal(store.values['/name'], 'Earlier');
    assert.equal(store.dirty, true);
    assert.equal(offer.offered, undefined);
  });

  it('is not written over while it is offered', () => {
    const { store } = offering();
    store.set('/name', 'New');
    mock.timers.tick(1000);
    assert.equal(nameKept(), 'Earlier');
  });

  it('is gone when it is discarded, and what is entered is kept again', () => {
    const { offer, store } = offering();
    offer.discard();
    assert.equal(offer.offered, undefined);
    assert.equal(nameKept(), undefined);
    store.set('/name', 'New');
    mock.timers.tick(400);
    assert.equal(nameKept(), 'New');
  });

  it('of another key is not offered', () => {
    assert.equal(offering('you').offer.offered, undefined);
  });
});

describe('An address with a key', () => {
  const LOADED = { requestUrl: 'https://north.example/ocean?key=hunter2' };

  it('stays as it was loaded when a draft comes back that has not changed it', () => {
    const first = offering();
    first.store.open(LOADED);
    first.store.set('/name', 'North');
    mock.timers.tick(400);
    const { store, offer } = offering();
    store.open(LOADED);
    offer.restore();
    assert.equal(store.values['/name'], 'North');
    assert.equal(store.values['/requestUrl'], LOADED.requestUrl);
  });

  it('is to be entered again when the draft has changed it', () => {
    const first = offering();
    first.store.open(LOADED);
    first.store.set('/requestUrl', 'https://north.example/ocean?key=hunter3');
    mock.timers.tick(400);
    const { store, offer } = offering();
    store.open(LOADED);
    offer.restore();
    assert.equal(store.values['/requestUrl'], '');
  });
});
