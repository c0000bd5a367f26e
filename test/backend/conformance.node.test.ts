/** The conformance suite on the in-memory backend, and on ones that are broken on purpose. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Integration, IntegrationDraft } from '../../src/integration/schema.js';
import { BackendError } from '../../src/backend/backend-error.js';
import type { IntegrationBackend } from '../../src/backend/backend.js';
import { conformanceRequirements, runConformance } from '../../src/backend/conformance/index.js';
import { MemoryBackend } from '../../src/backend/memory.js';

const URLS = {
  requestUrl: 'https://receiver.example.com/ocean',
  failingRequestUrl: 'https://unreachable.example.com/ocean',
};

describe('conformance of MemoryBackend', () => {
  for (const { id, title, run } of conformanceRequirements)
    it(`${id}: ${title}`, () => run({ createBackend: () => new MemoryBackend(), ...URLS }));
});

describe('the conformance suite', () => {
  it('has at least 25 requirements, each with an id and a title of its own', () => {
    assert.ok(conformanceRequirements.length >= 25);
    for (const name of ['id', 'title'] as const)
      assert.equal(
        new Set(conformanceRequirements.map((one) => one[name])).size,
        conformanceRequirements.length,
      );
    for (const { id } of conformanceRequirements) assert.match(id, /^[a-z]+(-[a-z]+)*$/);
  });

  it('is kept with latency, with launches, and without URLs of the subject', async () => {
    const backends = [
      { createBackend: () => new MemoryBackend({ latency: [0, 2] }), ...URLS },
      { createBackend: () => new MemoryBackend({ launches: true, siteNumber: '1234' }) },
    ];
    for (const subject of backends) {
      const failed = (await runConformance(subject)).filter(({ ok }) => !ok);
      assert.deepEqual(failed, []);
    }
  });

  it('leaves nothing behind in a backend that has other data', async () => {
    const backend = new MemoryBackend({ integrations: [draft('Of someone else')] });
    const results = await runConformance({ createBackend: () => backend, ...URLS });
    assert.deepEqual(
      results.filter(({ ok }) => !ok),
      [],
    );
    const { items } = await backend.listIntegrations({});
    assert.deepEqual(
      items.map(({ name }) => name),
      ['Of someone else'],
    );
  });

  it('runs what is asked for only', async () => {
    const only = ['get-not-found', 'delete-removes'];
    const results = await runConformance({ createBackend: () => new MemoryBackend() }, { only });
    assert.deepEqual(results.map(({ id }) => id).sort(), only.sort());
    await assert.rejects(
      runConformance({ createBackend: () => new MemoryBackend() }, { only: ['no-such'] }),
      RangeError,
    );
  });

  it('ends where a backend never answers', async () => {
    const subject = { createBackend: () => new MemoryBackend({ latency: Infinity }) };
    const [result] = await runConformance(subject, { only: ['get-not-found'], timeLimit: 20 });
    assert.equal(result?.ok, false);
    assert.match(String(result?.error), /20 ms/);
  });

  it('tells a backend that could not be made', async () => {
    const subject = {
      createBackend: (): IntegrationBackend => {
        throw new Error('no server');
      },
    };
    const [result] = await runConformance(subject, { only: ['get-not-found'] });
    assert.match(String(result?.error), /no server/);
  });
});

const draft = (name: string): IntegrationDraft => ({
  module: 'patient-engagement',
  name,
  requestUrl: URLS.requestUrl,
  payload: { format: 'ocean-json' },
  authentication: { type: 'none' },
  events: ['notify-patient-note-added'],
});

type Broken = (memory: MemoryBackend) => Partial<IntegrationBackend>;

/** A backend in memory with some methods replaced. */
const broken = (change: Broken) => (): IntegrationBackend => {
  const memory = new MemoryBackend();
  const replaced = change(memory);
  return new Proxy(memory, {
    get: (target, name) => {
      const method: unknown = Reflect.get(replaced, name) ?? Reflect.get(target, name);
      return typeof method === 'function' ? (method.bind(target) as unknown) : method;
    },
  });
};

/** Answers `changed` instead of what getting, registering and updating answer. */
const answering =
  (changed: (integration: Integration) => Integration): Broken =>
  (memory) => ({
    getIntegration: async (...given) => changed(await memory.getIntegration(...given)),
    registerIntegration: async (...given) => changed(await memory.registerIntegration(...given)),
    updateIntegration: async (...given) => changed(await memory.updateIntegration(...given)),
  });

const offsetCursor: Broken = (memory) => ({
  listIntegrations: async ({ cursor, limit = 50, ...query }, options) => {
    const { items } = await memory.listIntegrations({ ...query, limit: 200 }, options);
    const start = Number(cursor ?? 0);
    const end = start + limit;
    return {
      items: items.slice(start, end),
      nextCursor: end < items.length ? String(end) : null,
    };
  },
});

const keepsTheSecret: Broken = (memory) => {
  const passwords = new Map<string, unknown>();
  return {
    registerIntegration: async (given, options) => {
      const made = await memory.registerIntegration(given, options);
      passwords.set(made.id, given.authentication);
      return made;
    },
    getIntegration: async (id, options) => ({
      ...(await memory.getIntegration(id, options)),
      auditLog: passwords.get(id),
    }),
  };
};

const sharedAnswers: Broken = (memory) => {
  const seen = new Map<string, Integration>();
  return {
    getIntegration: async (id, options) => {
      const fresh = await memory.getIntegration(id, options);
      if (seen.get(id)?.version !== fresh.version) seen.set(id, fresh);
      return seen.get(id) ?? fresh;
    },
  };
};

const BROKEN: readonly [what: string, caughtBy: string, change: Broken][] = [
  [
    'forgets versions',
    'update-conflict',
    (memory) => ({
      updateIntegration: async (id, given) =>
        memory.updateIntegration(id, given, await memory.getIntegration(id)),
    }),
  ],
  [
    'deletes whatever the version',
    'delete-conflict',
    (memory) => ({
      deleteIntegration: async (id) =>
        memory.deleteIntegration(id, await memory.getIntegration(id)),
    }),
  ],
  [
    'gives every version the same name',
    'update-new-version',
    answering((integration) => ({ ...integration, version: 'v1' })),
  ],
  ['leaks a secret in a field of its own', 'secrets-hidden', keepsTheSecret],
  [
    'answers a secret where it stood',
    'secrets-hidden',
    (memory) => ({
      registerIntegration: async (given, options) => ({
        ...(await memory.registerIntegration(given, options)),
        authentication: given.authentication,
      }),
    }),
  ],
  [
    'forgets that a secret is stored',
    'secret-kept',
    answering((integration) => ({
      ...integration,
      authentication: {
        ...integration.authentication,
        hasPassword: false,
      },
    })),
  ],
  [
    'believes a draft that says a secret is stored',
    'secret-required',
    (memory) => ({
      registerIntegration: async (given, options) =>
        memory.registerIntegration(
          {
            ...given,
            authentication: {
              ...given.authentication,
              password: 'made up',
              clientSecret: 'made up',
              key: 'made up',
            },
          },
          options,
        ),
    }),
  ],
  [
    'repeats a create',
    'idempotent-register',
    (memory) => ({
      registerIntegration: async (given, options) =>
        memory.registerIntegration(given, { ...options, idempotencyKey: String(Math.random()) }),
    }),
  ],
  [
    'answers the first draft for a second one of the same key',
    'idempotency-key-bound',
    (memory) => {
      const made = new Map<string, Promise<Integration>>();
      return {
        registerIntegration: (given, options) => {
          const { idempotencyKey } = options;
          const answer = made.get(idempotencyKey) ?? memory.registerIntegration(given, options);
          made.set(idempotencyKey, answer);
          return answer;
        },
      };
    },
  ],
  [
    'keeps a refused draft',
    'register-invalid',
    (memory) => ({
      registerIntegration: async (given, options) =>
        memory.registerIntegration(
          given.events.length === 0 ? { ...draft('n'), events: ['any'] } : given,
          options,
        ),
    }),
  ],
  [
    'tells no field of a refused draft',
    'register-invalid',
    (memory) => ({
      registerIntegration: (given, options) =>
        memory.registerIntegration(given, options).catch(() => {
          throw new BackendError('invalid', 'Something is wrong.');
        }),
    }),
  ],
  ['counts with its cursor', 'list-cursor-stable', offsetCursor],
  [
    'gives the first page again and again',
    'list-pages-whole',
    (memory) => ({
      listIntegrations: async (query, options) =>
        memory.listIntegrations({ ...query, cursor: undefined }, options),
    }),
  ],
  [
    'ends after the first page',
    'list-pages-whole',
    (memory) => ({
      listIntegrations: async (query, options) => ({
        ...(await memory.listIntegrations(query, options)),
        nextCursor: null,
      }),
    }),
  ],
  [
    'counts only the page in its total',
    'list-total',
    (memory) => ({
      listIntegrations: async (query, options) => {
        const page = await memory.listIntegrations(query, options);
        return { ...page, total: page.items.length };
      },
    }),
  ],
  [
    'ignores the module',
    'list-module',
    (memory) => ({
      listIntegrations: async (query, options) =>
        memory.listIntegrations({ ...query, module: undefined }, options),
    }),
  ],
  [
    'searches by the letter',
    'list-search-folded',
    (memory) => ({
      listIntegrations: async ({ query = '', ...rest }, options) => {
        const page = await memory.listIntegrations({ ...rest, limit: 200 }, options);
        return { items: page.items.filter(({ name }) => name.includes(query)) };
      },
    }),
  ],
  [
    'searches names only',
    'list-search-url',
    (memory) => ({
      listIntegrations: async (query, options) => {
        const page = await memory.listIntegrations(query, options);
        return { ...page, items: page.items.filter(({ name }) => name !== 'Conformance') };
      },
    }),
  ],
  [
    'drops unknown fields',
    'unknown-fields-kept',
    answering(({ 'x-conformance': _dropped, ...integration }) => integration),
  ],
  [
    'drops unknown events',
    'unknown-events-kept',
    answering((integration) => ({
      ...integration,
      events: integration.events.filter((code) => code.startsWith('notify-patient')),
    })),
  ],
  [
    'rewrites the base launch URL',
    'launch-kept',
    answering(({ launch, ...integration }) => ({
      ...integration,
      launch: launch && {
        ...launch,
        baseLaunchUrl: launch.baseLaunchUrl.replaceAll('%20', '+'),
      },
    })),
  ],
  [
    'says unavailable for what is not there',
    'get-not-found',
    (memory) => ({
      getIntegration: (id, options) =>
        memory.getIntegration(id, options).catch(() => {
          throw new BackendError('unavailable', 'Something failed.');
        }),
    }),
  ],
  [
    'fails with a plain error',
    'methods-reject',
    (memory) => ({
      getIntegration: (id, options) =>
        memory.getIntegration(id, options).catch(() => {
          throw new Error('404');
        }),
    }),
  ],
  [
    'throws before it gives a promise',
    'methods-reject',
    () => ({
      getIntegration: () => {
        throw new BackendError('not-found', 'There is no such integration.');
      },
    }),
  ],
  [
    'does not look at the signal',
    'aborted-before',
    (memory) => ({
      registerIntegration: (given, { idempotencyKey }) =>
        memory.registerIntegration(given, { idempotencyKey }),
    }),
  ],
  [
    'looks at the signal only at first',
    'aborted-meanwhile',
    (memory) => ({
      listEventTypes: async (query, options) => {
        if (options?.signal?.aborted) throw new BackendError('aborted', 'Given up.');
        return memory.listEventTypes(query);
      },
    }),
  ],
  ['hands out what it keeps', 'answers-are-copies', sharedAnswers],
  [
    'reads the draft after the call has returned',
    'arguments-are-copied',
    (memory) => ({
      registerIntegration: async (given, options) => {
        await Promise.resolve();
        return memory.registerIntegration(given, options);
      },
    }),
  ],
  [
    'fails where an endpoint fails',
    'endpoint-failing',
    (memory) => ({
      checkEndpoint: async (target, options) => {
        const endpoint = await memory.checkEndpoint(target, options);
        if (endpoint.status !== 'failing') return endpoint;
        throw new BackendError('unavailable', 'The endpoint is down.');
      },
    }),
  ],
  [
    'verifies every endpoint',
    'endpoint-failing',
    () => ({ checkEndpoint: async () => ({ status: 'verified' }) }),
  ],
  [
    'takes a check for an edit',
    'endpoint-check-keeps-version',
    (memory) => ({
      checkEndpoint: async (target, options) => {
        const endpoint = await memory.checkEndpoint(target, options);
        if ('integrationId' in target) memory.touch(target.integrationId, { endpoint });
        return endpoint;
      },
    }),
  ],
  [
    'takes a logo of any size',
    'logo-too-large',
    () => ({ uploadLogo: async () => ({ logoUrl: 'https://example.com/logo.png' }) }),
  ],
  [
    'gives the public the whole integration',
    'launch-settings-public',
    (memory) => ({
      getLaunchSettings: async (target, options) => {
        const settings = await memory.getLaunchSettings(target, options);
        return { ...settings, ...(await memory.getIntegration(settings.integrationId)) };
      },
    }),
  ],
  [
    'finds referral forms by their name only',
    'referral-forms-by-listing',
    (memory) => ({
      listReferralForms: async (query, options) => {
        const page = await memory.listReferralForms(query, options);
        const items = page.items.filter(
          ({ name }) =>
            !query.query || JSON.stringify(name).toLowerCase().includes(query.query.toLowerCase()),
        );
        return { ...page, items };
      },
    }),
  ],
  [
    'gives the same event types for both modules',
    'event-types-of-modules',
    (memory) => ({ listEventTypes: (_query, options) => memory.listEventTypes({}, options) }),
  ],
  [
    'forgets test events',
    'test-event-delivery',
    () => ({ listDeliveries: async () => ({ items: [] }) }),
  ],
  [
    'makes a second delivery of a repeated one',
    'redeliver',
    (memory) => ({
      redeliver: async (id, options) => ({
        ...(await memory.redeliver(id, options)),
        id: `${id}-again`,
      }),
    }),
  ],
  ['lacks a method', 'methods-complete', () => ({ redeliver: 'none' as unknown as undefined })],
];

describe('the conformance suite catches a backend that', () => {
  for (const [what, caughtBy, change] of BROKEN)
    it(what, async () => {
      const subject = { createBackend: broken(change), ...URLS };
      const [result] = await runConformance(subject, { only: [caughtBy] });
      assert.equal(result?.ok, false, `${caughtBy} should have caught it`);
      assert.ok(result.error instanceof Error && result.error.message.length > 20);
    });
});
