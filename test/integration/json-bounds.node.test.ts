/** Bounds of what the schema does not know: how deep, how long, and that what is within them is kept. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isDeeperThan, jsonLength } from '../../src/integration/json-bounds.js';
import { parseIntegrationDraft } from '../../src/integration/parse.js';
import { LIMITS } from '../../src/integration/rules.js';

const DRAFT = {
  module: 'ereferrals',
  name: 'North',
  requestUrl: 'https://hooks.example.org/x',
  payload: { format: 'fhir-r4', guide: '0.11.1' },
  authentication: { type: 'none' },
  events: ['add-service-request'],
};
const LAUNCH = {
  companyName: 'North',
  applicationName: 'Book',
  baseLaunchUrl: 'https://book.example.org/',
};

const nested = (depth: number, kind: 'list' | 'object' | 'both'): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < depth; level++)
    value = kind === 'list' || (kind === 'both' && level % 2) ? [value] : { value };
  return value;
};

describe('depth', () => {
  for (const kind of ['list', 'object', 'both'] as const)
    it(`of nested ${kind} is counted without recursion`, () => {
      for (const depth of [0, 1, 31, 32])
        assert.equal(isDeeperThan(nested(depth, kind), 32), false);
      for (const depth of [33, 1_000, 100_000])
        assert.equal(isDeeperThan(nested(depth, kind), 32), true);
    });

  it('ends at a cycle, and counts nothing in what holds nothing', () => {
    const cycle: Record<string, unknown> = {};
    cycle['self'] = [cycle];
    assert.equal(isDeeperThan(cycle, 32), true);
    for (const value of [null, undefined, 1, 'text', true, [], {}])
      assert.equal(isDeeperThan(value, 32), false);
  });

  it('of a draft is bounded, wherever it is', () => {
    const deep = nested(20_000, 'both');
    for (const draft of [
      { ...DRAFT, deep },
      { ...DRAFT, payload: { ...DRAFT.payload, deep } },
      { ...DRAFT, authentication: { type: 'none', deep } },
      { ...DRAFT, launch: { ...LAUNCH, deep } },
      { ...DRAFT, name: deep },
      { ...DRAFT, events: deep },
      { ...DRAFT, launch: deep },
      deep,
    ])
      assert.deepEqual(parseIntegrationDraft(draft), {
        ok: false,
        issues: [{ pointer: '', code: 'invalid' }],
      });
    assert.ok(parseIntegrationDraft({ ...DRAFT, deep: nested(LIMITS.depth - 1, 'both') }).ok);
  });
});

describe('unknown members', () => {
  const filler = (length: number): string => 'x'.repeat(length);
  const maximum = LIMITS.unknownMembers;
  const refused = { ok: false, issues: [{ pointer: '', code: 'too-long', maximum }] };

  for (const [what, draftOf] of [
    ['the draft', (text: string) => ({ ...DRAFT, text })],
    ['the payload', (text: string) => ({ ...DRAFT, payload: { ...DRAFT.payload, text } })],
    [
      'the authentication',
      (text: string) => ({ ...DRAFT, authentication: { type: 'none', text } }),
    ],
    ['the launch', (text: string) => ({ ...DRAFT, launch: { ...LAUNCH, text } })],
    ['a list', (text: string) => ({ ...DRAFT, list: [...text] })],
    ['names', (text: string) => ({ ...DRAFT, [text]: 1 })],
    [
      'all of them',
      (text: string) => {
        const part = text.slice(0, text.length / 4);
        return {
          ...DRAFT,
          part,
          payload: { ...DRAFT.payload, part },
          authentication: { type: 'none', part },
          launch: { ...LAUNCH, part },
        };
      },
    ],
  ] as const)
    it(`of ${what} are kept up to a limit`, () => {
      const kept = draftOf(filler(2_000));
      const result = parseIntegrationDraft(kept);
      assert.deepEqual(result.ok && result.value, kept);
      assert.deepEqual(parseIntegrationDraft(draftOf(filler(maximum + 1))), refused);
    });

  it('do not hold what is known', () => {
    const message = filler(LIMITS.messageText);
    const draft = {
      ...DRAFT,
      events: Array.from({ length: 1_000 }, (_, index) => `event-${index}`),
      authentication: { type: 'basic', username: filler(1_000), password: filler(1_000) },
      launch: { ...LAUNCH, confirmationMessage: { en: message, fr: message } },
    };
    assert.ok(parseIntegrationDraft(draft).ok);
  });

  it('that are no JSON are too long', () => {
    assert.equal(jsonLength(1n), Infinity);
    assert.deepEqual(parseIntegrationDraft({ ...DRAFT, big: 1n }), refused);
  });

  it('are not events, whose codes have a limit of their own', () => {
    const code = (length: number) => parseIntegrationDraft({ ...DRAFT, events: [filler(length)] });
    assert.ok(code(LIMITS.eventCode).ok);
    assert.deepEqual(code(LIMITS.eventCode + 1), {
      ok: false,
      issues: [{ pointer: '/events/0', code: 'too-long', maximum: LIMITS.eventCode }],
    });
  });
});
