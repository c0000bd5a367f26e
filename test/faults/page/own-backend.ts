/** A host's own backend: made of the in-memory one, with methods that misbehave. It knows one integration, whatever the id. */
import type { IntegrationBackend } from '../../../src/backend/backend.js';
import { MemoryBackend } from '../../../src/backend/memory.js';
import type { IntegrationDraft } from '../../../src/integration/schema.js';

type Call = (...args: unknown[]) => unknown;

const STORED: IntegrationDraft = {
  module: 'ereferrals',
  name: 'Northern Imaging',
  requestUrl: 'https://hooks.northern-imaging.example/ocean',
  payload: { format: 'fhir-r4', guide: '0.11.1' },
  authentication: { type: 'none' },
  events: ['add-service-request'],
  enabled: true,
  launch: null,
};

/** Changes all that can be reached from a value. */
const spoil = (value: unknown): void => {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    spoil(inner);
    if (typeof inner === 'string') Object.assign(value, { [name]: 'spoilt' });
  }
};

const later = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Rejects with what is no error, which a language rule would not let pass. */
const rejected = (reason: unknown): Promise<never> =>
  Reflect.apply(Promise.reject<never>, Promise, [reason]);

/** What a method does instead; `plain` is the value that it would give. */
const BEHAVIOUR: Readonly<
  Record<string, (answer: () => Promise<unknown>, draft: unknown, plain: unknown) => unknown>
> = {
  throws: () => {
    throw new Error('Thrown at once.');
  },
  never: () => new Promise(() => undefined),
  'rejects-undefined': () => rejected(undefined),
  'rejects-string': () => rejected('[object Object]'),
  'rejects-dom-exception': () => Promise.reject(new DOMException('Odd.', 'DataCloneError')),
  plain: (_answer, _draft, plain) => plain,
  thenable: (_answer, _draft, plain) => ({
    then: (resolve: (value: unknown) => void) => setTimeout(() => resolve(plain)),
  }),
  slow: async (answer) => {
    await later(600);
    return answer();
  },
  /** It changes what it was given, and keeps and changes what it has returned. */
  mutates: async (answer, draft) => {
    const value = await answer();
    spoil(draft);
    void later(50).then(() => spoil(value));
    return value;
  },
};

export class OwnBackend {
  readonly calls = new Map<string, number>();

  private constructor(
    readonly backend: IntegrationBackend,
    private readonly misbehaving: Map<string, string>,
  ) {}

  /** @param behaviour by the method's name; a method that is not named is as it should be, one that is `missing` is not there */
  static async make(
    behaviour: Readonly<Record<string, string>>,
    name = STORED.name,
  ): Promise<OwnBackend> {
    const memory = new MemoryBackend({ integrations: [{ ...STORED, name }] });
    const [stored] = (await memory.listIntegrations({})).items;
    const plain: Record<string, unknown> = {
      getIntegration: stored,
      listEventTypes: await memory.listEventTypes({}),
    };
    const methods: Record<string, Call> = {};
    const misbehaving = new Map(Object.entries(behaviour));
    const own = new OwnBackend(methods as unknown as IntegrationBackend, misbehaving);
    for (const method of METHODS) {
      if (behaviour[method] === 'missing') continue;
      const answer: Call =
        method === 'getIntegration'
          ? async () => stored
          : (...args) => (memory[method] as Call).apply(memory, args);
      methods[method] = (...args) => {
        own.calls.set(method, (own.calls.get(method) ?? 0) + 1);
        const act = BEHAVIOUR[misbehaving.get(method) ?? ''];
        const draft = args.find((one) => typeof one === 'object');
        return act ? act(async () => answer(...args), draft, plain[method]) : answer(...args);
      };
    }
    return own;
  }

  /** From now on it is as it should be. */
  behave(): void {
    this.misbehaving.clear();
  }
}

const METHODS = [
  'listIntegrations',
  'getIntegration',
  'registerIntegration',
  'updateIntegration',
  'deleteIntegration',
  'checkEndpoint',
  'listEventTypes',
  'listReferralForms',
  'uploadLogo',
  'getLaunchSettings',
] as const satisfies readonly (keyof IntegrationBackend)[];
