/** The pure parts of the REST backend, as tables: waits, statuses, problem documents. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kindOfStatus, problemOf } from '../../src/backend/rest/problem.js';
import { retryAfterSeconds, retryWait } from '../../src/backend/rest/retry.js';

describe('Retry-After', () => {
  const now = Date.parse('2026-11-22T20:00:00Z');
  const at = (seconds: number) => new Date(now + seconds * 1_000).toUTCString();
  const day = 86_400;
  const table: [string | null, string | null, number | undefined][] = [
    [null, null, undefined],
    ['0', null, 0],
    ['30', null, 30],
    [' 30 ', null, 30],
    ['60', null, 60],
    ['61', null, 60],
    ['99999999', null, 60],
    ['9'.repeat(400), null, 60],
    ['-5', null, 60],
    ['1.5', null, 60],
    ['soon', null, 60],
    ['', null, 60],
    ['0x10', null, 60],
    [at(30), null, 30],
    [at(30), 'nonsense', 30],
    [at(-30), null, 0],
    [at(day + 30), at(day), 30],
    [at(-day + 30), at(-day), 30],
    [at(day), null, 60],
    ['Sunday, 22-Nov-26 20:00:30 GMT', at(0), 30],
  ];
  for (const [header, date, seconds] of table)
    it(`${header?.slice(0, 40)} (Date: ${date}) is ${seconds} s`, () => {
      assert.equal(retryAfterSeconds(header, date, now), seconds);
    });
});

describe('the wait before sending again', () => {
  const wait = (method: string, keyed: boolean, status: number, retryAfter?: number) =>
    retryWait(method, keyed, { kind: 'unavailable', status, retryAfter }, 0, 0) !== undefined;
  const writes = [
    ['POST', false],
    ['PUT', false],
    ['DELETE', false],
  ] as const;

  for (const status of [400, 401, 403, 404, 408, 412, 500, 501])
    it(`there is none after ${status}`, () => {
      for (const [method, keyed] of [['GET', false], ['POST', true], ...writes] as const)
        for (const retryAfter of [undefined, 1])
          assert.ok(!wait(method, keyed, status, retryAfter));
    });

  const table: [number, number | undefined, string][] = [
    [409, undefined, 'keyed'],
    [429, undefined, ''],
    [429, 1, 'GET keyed PUT DELETE'],
    [429, 11, ''],
    [502, undefined, 'GET keyed'],
    [502, 1, 'GET keyed'],
    [503, undefined, 'GET keyed'],
    [503, 10, 'GET keyed PUT DELETE'],
    [503, 11, ''],
    [504, undefined, 'GET'],
  ];
  for (const [status, retryAfter, who] of table)
    it(`after ${status} (Retry-After: ${retryAfter}) there is one for: ${who || 'none'}`, () => {
      const waiting = [
        wait('GET', false, status, retryAfter) && 'GET',
        wait('POST', true, status, retryAfter) && 'keyed',
        ...writes.map(([method, keyed]) => wait(method, keyed, status, retryAfter) && method),
      ];
      assert.equal(waiting.filter(Boolean).join(' '), who);
    });

  it('is none for a conflict that is one', () => {
    assert.equal(retryWait('POST', true, { kind: 'conflict', status: 409 }, 0), undefined);
  });

  it('grows, is spread, and is never shorter than told', () => {
    const error = { kind: 'unavailable', status: 503 } as const;
    const waits = [0, 1].map((retry) =>
      [0, 0.5, 1].map((r) => retryWait('GET', false, error, retry, r)),
    );
    assert.deepEqual(waits, [
      [250, 375, 500],
      [500, 750, 1_000],
    ]);
    const told = { ...error, retryAfter: 2 };
    assert.deepEqual(
      [0, 1].map((random) => retryWait('GET', false, told, 1, random)),
      [2_000, 2_250],
    );
  });
});

describe('statuses', () => {
  const table: Record<string, number[]> = {
    unauthorized: [401],
    forbidden: [403],
    'not-found': [404, 410],
    timeout: [408],
    conflict: [409, 412, 428],
    'too-large': [413],
    'rate-limited': [429],
    invalid: [400, 405, 406, 414, 415, 418, 422, 431, 451, 499],
    unavailable: [202, 500, 502, 503, 504, 511, 599],
    unsupported: [501],
    malformed: [0, 101, 300, 304, 399],
  };
  for (const [kind, statuses] of Object.entries(table))
    it(`${statuses.join(', ')}: ${kind}`, () => {
      for (const status of statuses) assert.equal(kindOfStatus(status), kind);
    });
});

describe('problem documents', () => {
  const read = (body: unknown, { status = 422, type = 'application/problem+json' } = {}) =>
    problemOf({
      status,
      headers: new Headers({ 'content-type': type }),
      text: typeof body === 'string' ? body : JSON.stringify(body),
    });

  const pointers: [string, string][] = [
    ['#/requestUrl', '/requestUrl'],
    ['/requestUrl', '/requestUrl'],
    ['requestUrl', '/requestUrl'],
    ['launch.companyName.fr', '/launch/companyName/fr'],
    ['events[1]', '/events/1'],
    ['#/a%20b', '/a b'],
    ['#/100%', '/100%'],
    ['#', ''],
    ['', ''],
    ['#/notAField', '/notAField'],
  ];
  for (const [given, pointer] of pointers)
    it(`pointer ${given || '(empty)'} is ${pointer || '(the whole)'}`, () => {
      assert.equal(read({ errors: [{ pointer: given }] }).fieldErrors[0]?.pointer, pointer);
    });

  it('reads a map of fields, odd keys too, without harm', () => {
    const text =
      '{"errors":{"requestUrl":["is not reachable","is slow"],"__proto__":["x"],"name":"taken","a":null}}';
    const { fieldErrors } = read(text, { type: 'application/json' });
    assert.deepEqual(fieldErrors, [
      { pointer: '/requestUrl', code: 'invalid', detail: 'is not reachable' },
      { pointer: '/requestUrl', code: 'invalid', detail: 'is slow' },
      { pointer: '/__proto__', code: 'invalid', detail: 'x' },
      { pointer: '/name', code: 'invalid', detail: 'taken' },
      { pointer: '/a', code: 'invalid', detail: undefined },
    ]);
    assert.equal(Reflect.get({}, '0'), undefined);
  });

  it('survives what is no problem', () => {
    for (const body of [
      '',
      'null',
      '[]',
      '1',
      '{',
      { errors: 1 },
      { errors: [null, 1, [], { pointer: 1, code: {}, detail: [] }] },
    ]) {
      const { kind, detail, fieldErrors } = read(body);
      assert.equal(kind, 'invalid');
      assert.equal(detail, undefined);
      assert.ok(fieldErrors.length <= 1);
    }
  });

  it('bounds what it passes on', () => {
    const long = 'é'.repeat(5_000);
    const errors = Array.from({ length: 5_000 }, () => ({
      pointer: long,
      code: long,
      detail: long,
    }));
    const error = read({ type: long, title: long, detail: long, errors });
    assert.equal(error.fieldErrors.length, 100);
    for (const text of [
      error.detail,
      error.problemType,
      ...Object.values<unknown>({ ...error.fieldErrors[0] }),
    ])
      assert.ok(String(text).length <= 300);
  });

  it('takes sentences from problem documents only, field errors from any JSON', () => {
    const body = { title: 'Bad', detail: 'Worse', errors: [{ pointer: '/name', detail: 'taken' }] };
    assert.equal(read(body).detail, 'Worse');
    assert.equal(
      read({ title: 'Bad' }, { type: 'application/problem+json; charset=utf-8' }).detail,
      'Bad',
    );
    const plain = read(body, { type: 'application/json' });
    assert.equal(plain.detail, undefined);
    assert.equal(plain.fieldErrors.length, 1);
  });

  it('tells a running request of the same key from a conflict', () => {
    const title = 'A request is outstanding for this Idempotency-Key';
    assert.equal(read({ title }, { status: 409 }).kind, 'unavailable');
    assert.equal(read({ title: 'Already exists' }, { status: 409 }).kind, 'conflict');
    const error = read(
      { title: 'Already exists', errors: [{ pointer: '#/name' }] },
      { status: 409 },
    );
    assert.equal(error.fieldErrors[0]?.pointer, '/name');
  });
});
