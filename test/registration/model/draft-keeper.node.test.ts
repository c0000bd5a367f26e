/** Drafts in the session's storage: what is kept, what is not, and what is made of anything that may be there. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { dropDraft, keepDraft, readDraft } from '../../../src/registration/model/draft-keeper.js';
import { EMPTY_VALUES } from '../../../src/registration/model/form-values.js';
import type { FieldName, FormValues } from '../../../src/registration/model/form-values.js';

const KEY = 'ocean-integrations:draft:me';
/** Longest content that is kept, in characters. */
const LIMIT = 500_000;

/** A storage as a browser's, in as far as drafts need it. */
class FakeStorage {
  readonly kept = new Map<string, string>();
  getItem = (key: string): string | null => this.kept.get(key) ?? null;
  setItem = (key: string, value: string): void => void this.kept.set(key, value);
  removeItem = (key: string): void => void this.kept.delete(key);
}

const give = (storage: unknown): void => {
  Object.defineProperty(globalThis, 'sessionStorage', {
    configurable: true,
    get: () => {
      if (storage instanceof Error) throw storage;
      return storage;
    },
  });
};

const named = (name: string): FormValues => ({ ...EMPTY_VALUES, '/name': name });

/** A draft as it is kept, with some of it changed. */
const content = (values: Record<string, unknown>, at: unknown = 1_700_000_000_000): string =>
  JSON.stringify({ at, values: { ...EMPTY_VALUES, ...values } });

let storage: FakeStorage;
beforeEach(() => {
  storage = new FakeStorage();
  give(storage);
});
afterEach(() => Reflect.deleteProperty(globalThis, 'sessionStorage'));

describe('A draft', () => {
  it('comes back as it was kept, with its time', () => {
    const before = Date.now();
    const values: FormValues = {
      ...named('North "quoted" é'),
      '/events': { 'patient-engagement': ['a'], ereferrals: ['b', 'c'] },
      '/launch': true,
    };
    keepDraft('me', values);
    const draft = readDraft('me');
    assert.deepEqual(draft?.values, values);
    assert.ok((draft?.at.getTime() ?? 0) >= before);
  });

  it('is kept without secrets', () => {
    keepDraft('me', {
      ...EMPTY_VALUES,
      '/authentication/password': 'secret-1',
      '/authentication/clientSecret': 'secret-2',
      '/authentication/key': 'secret-3',
    });
    assert.doesNotMatch(storage.getItem(KEY) ?? '', /secret-/);
  });

  it('comes back without secrets, also where somebody has put one there', () => {
    storage.setItem(KEY, content({ '/authentication/password': 'planted' }));
    assert.equal(readDraft('me')?.values['/authentication/password'], '');
  });

  it('belongs to its key', () => {
    keepDraft('me', named('Mine'));
    assert.equal(readDraft('you'), undefined);
    dropDraft('you');
    assert.equal(readDraft('me')?.values['/name'], 'Mine');
    dropDraft('me');
    assert.equal(readDraft('me'), undefined);
    assert.equal(storage.kept.size, 0);
  });
});

interface AddressRow {
  readonly id: string;
  readonly input: string;
  readonly field: FieldName | 'any';
  readonly expect: 'kept' | 'left out';
  readonly why: string;
}

const ADDRESSES = JSON.parse(
  readFileSync(new URL('../../corpora/kept-addresses.json', import.meta.url), 'utf8'),
) as AddressRow[];

const ADDRESS_FIELDS: readonly FieldName[] = [
  '/requestUrl',
  '/authentication/tokenUrl',
  '/launch/baseLaunchUrl',
  '/launch/logoUrl',
];

describe('An address', () => {
  for (const { id, input, field, expect, why } of ADDRESSES)
    for (const name of field === 'any' ? ADDRESS_FIELDS : [field])
      it(`${id} in ${name} is ${expect}: ${why}`, () => {
        const values: FormValues = { ...named('North'), [name]: input };
        keepDraft('me', values);
        const kept = expect === 'kept' ? input : '';
        const stored = JSON.parse(storage.getItem(KEY) ?? '') as { values: FormValues };
        assert.equal(stored.values[name], kept);
        const draft = readDraft('me');
        assert.equal(draft?.values[name], kept);
        assert.equal(draft?.values['/name'], 'North');
        assert.deepEqual(draft?.unchanged, []);
        // Also where somebody has put it there.
        storage.setItem(KEY, content({ [name]: input }));
        assert.equal(readDraft('me')?.values[name], kept);
      });

  it('that is not kept, and was not changed, is named', () => {
    const initial = { ...EMPTY_VALUES, '/requestUrl': 'https://host.example/?key=hunter2' };
    keepDraft('me', { ...initial, '/name': 'North' }, initial);
    assert.doesNotMatch(storage.getItem(KEY) ?? '', /hunter2/);
    assert.deepEqual(readDraft('me')?.unchanged, ['/requestUrl']);
  });

  it('of any length costs little', () => {
    for (const part of ['https://a@', '?a=', '//', 'a1', ';', '%', '"a":']) {
      const input = `https://host.example/?x=${part.repeat(200_000 / part.length)}`;
      const start = performance.now();
      keepDraft('me', { ...EMPTY_VALUES, '/requestUrl': input });
      assert.ok(performance.now() - start < 500, part);
      assert.equal(readDraft('me')?.values['/requestUrl'], '');
    }
  });
});

describe('The longest draft', () => {
  const overhead = (): number => {
    keepDraft('me', named(''));
    const { length } = storage.getItem(KEY) ?? '';
    storage.kept.clear();
    return length;
  };

  for (const [beyond, isKept] of [
    [-1, true],
    [0, true],
    [1, false],
    [100_000, false],
  ] as const) {
    it(`${isKept ? 'is' : 'is not'} kept at ${beyond} characters from the limit`, () => {
      keepDraft('me', named('x'.repeat(LIMIT + beyond - overhead())));
      assert.equal(storage.kept.has(KEY), isKept);
      if (isKept) assert.equal(storage.getItem(KEY)?.length, LIMIT + beyond);
    });

    it(`${isKept ? 'is' : 'is not'} read at ${beyond} characters from the limit`, () => {
      const base = content({ '/name': '' }).length;
      storage.setItem(KEY, content({ '/name': 'x'.repeat(LIMIT + beyond - base) }));
      assert.equal(readDraft('me') !== undefined, isKept);
      assert.equal(storage.kept.has(KEY), isKept, 'what is not read is removed');
    });
  }
});

describe('What is no whole draft is removed', () => {
  const BROKEN: [name: string, content: string][] = [
    ['no JSON', '{'],
    ['null', 'null'],
    ['a number', '5'],
    ['a list', '[]'],
    ['no values', '{"at":1}'],
    ['values of null', '{"at":1,"values":null}'],
    ['no time', JSON.stringify({ values: EMPTY_VALUES })],
    ['a time that is an object', content({}, {})],
    ['a time that is none', content({}, 'soon')],
    ['a time out of range', content({}, 9e15)],
    ['a name that is a number', content({ '/name': 5 })],
    ['a name that is null', content({ '/name': null })],
    ['a missing field', content({ '/launch/baseLaunchUrl': undefined })],
    ['an object in place of a text', content({ '/launch/companyName': { en: 'x' } })],
    ['a check box that is a text', content({ '/launch': 'yes' })],
    ['events that are a list', content({ '/events': ['a'] })],
    ['events of one module only', content({ '/events': { ereferrals: [] } })],
    ['events that are null', content({ '/events': null })],
    ['an unknown module', content({ '/module': 'constructor' })],
    ['an unknown format', content({ '/payload/format': 'xml' })],
    ['an unknown guide', content({ '/payload/guide': '9.9.9' })],
    ['an unknown authentication', content({ '/authentication/type': '__proto__' })],
  ];
  for (const [name, broken] of BROKEN) {
    it(name, () => {
      storage.setItem(KEY, broken);
      assert.equal(readDraft('me'), undefined);
      assert.equal(storage.kept.has(KEY), false);
    });
  }

  it('but what a draft has besides is left out alone', () => {
    storage.setItem(KEY, content({ '/name': 'Kept', '/unknown': 'x' }));
    const values = readDraft('me')?.values;
    assert.equal(values?.['/name'], 'Kept');
    assert.equal(Object.hasOwn(values ?? {}, '/unknown'), false);
  });

  it('and event codes become text', () => {
    storage.setItem(
      KEY,
      content({ '/events': { ereferrals: [1, null], 'patient-engagement': [] } }),
    );
    assert.deepEqual(readDraft('me')?.values['/events'].ereferrals, ['1', 'null']);
  });
});

describe('A storage that is denied or full', () => {
  const denied = new DOMException('Denied', 'SecurityError');
  const full = {
    getItem: () => null,
    removeItem: () => undefined,
    setItem: () => {
      throw new DOMException('Full', 'QuotaExceededError');
    },
  };
  for (const [name, given] of [
    ['denied', denied],
    ['full', full],
    ['missing', undefined],
  ] as const) {
    it(`stops nobody: ${name}`, () => {
      give(given);
      keepDraft('me', named('x'));
      assert.equal(readDraft('me'), undefined);
      dropDraft('me');
    });
  }
});
