/** What holds for every call: it can be given up, it rejects rather than throws, and its data are copies. */
import type { IntegrationBackend } from '../backend.js';
import { check, checkEqual, checkFails } from './assert.js';
import { requirement } from './requirement.js';
import { randomWord } from './trial.js';
import type { Trial } from './trial.js';

type Call = (backend: IntegrationBackend, signal: AbortSignal) => Promise<unknown>;

const everyCall = (trial: Trial): [method: keyof IntegrationBackend, call: Call][] => {
  const id = `unknown-${trial.mark}`;
  const draft = trial.draft();
  const { requestUrl, payload, authentication } = draft;
  const target = { requestUrl, payload, authentication };
  return [
    ['listIntegrations', (backend, signal) => backend.listIntegrations({}, { signal })],
    ['getIntegration', (backend, signal) => backend.getIntegration(id, { signal })],
    [
      'registerIntegration',
      (backend, signal) =>
        backend.registerIntegration(draft, { signal, idempotencyKey: randomWord() }),
    ],
    [
      'updateIntegration',
      (backend, signal) => backend.updateIntegration(id, draft, { signal, version: '1' }),
    ],
    [
      'deleteIntegration',
      (backend, signal) => backend.deleteIntegration(id, { signal, version: '1' }),
    ],
    ['checkEndpoint', (backend, signal) => backend.checkEndpoint(target, { signal })],
    ['listEventTypes', (backend, signal) => backend.listEventTypes({}, { signal })],
    ['listReferralForms', (backend, signal) => backend.listReferralForms({}, { signal })],
    ['uploadLogo', (backend, signal) => backend.uploadLogo(new Blob(['x']), { signal })],
    [
      'getLaunchSettings',
      (backend, signal) => backend.getLaunchSettings({ integrationId: id }, { signal }),
    ],
    [
      'createLaunch',
      (backend, signal) =>
        backend.createLaunch({ integrationId: id, referralRef: 'ref' }, { signal }),
    ],
    [
      'sendTestEvent',
      (backend, signal) => backend.sendTestEvent(id, { eventType: 'any' }, { signal }),
    ],
    ['listDeliveries', (backend, signal) => backend.listDeliveries(id, {}, { signal })],
    ['redeliver', (backend, signal) => backend.redeliver(id, { signal })],
  ];
};

/** `createLaunch` may be missing, and then fails as such without looking at the signal. */
const kindsOf = (method: keyof IntegrationBackend) =>
  method === 'createLaunch' ? (['aborted', 'unsupported'] as const) : 'aborted';

export const calls = [
  requirement(
    'aborted-before',
    'Every method fails as aborted where its signal is aborted already, and does nothing',
    async (trial) => {
      const signal = AbortSignal.abort();
      for (const [method, call] of everyCall(trial))
        await checkFails(kindsOf(method), `${method} with an aborted signal`, () =>
          call(trial.backend, signal),
        );
      const left = await trial.find();
      for (const { id, version } of left) await trial.backend.deleteIntegration(id, { version });
      checkEqual(left.length, 0, 'The number of integrations that aborted calls have made');
    },
  ),

  requirement(
    'aborted-meanwhile',
    'A read that is given up while it is under way fails as aborted',
    async (trial) => {
      const reads = everyCall(trial).filter(([method]) => /^(list|get|check)/.test(method));
      for (const [method, call] of reads) {
        const controller = new AbortController();
        const answer = call(trial.backend, controller.signal);
        controller.abort();
        await checkFails('aborted', `${method} that is given up`, () => answer);
      }
    },
  ),

  requirement(
    'abort-afterwards',
    'A signal that is aborted after the answer changes nothing',
    async (trial) => {
      const controller = new AbortController();
      const { id } = await trial.register(trial.draft());
      const read = await trial.backend.getIntegration(id, { signal: controller.signal });
      controller.abort();
      checkEqual((await trial.backend.getIntegration(id)).version, read.version, 'The version');
    },
  ),

  requirement(
    'answers-are-copies',
    'Changing what was answered changes nothing in the backend',
    async (trial) => {
      const { backend } = trial;
      const registered = await trial.register(trial.draft());
      const { id, name, events } = structuredClone(registered);
      const spoil = (item: { name?: unknown; events?: string[] } | undefined): void => {
        if (!item) return;
        item.name = 'Spoiled';
        item.events?.push('spoiled');
      };
      spoil(registered);
      spoil(await backend.getIntegration(id));
      spoil((await backend.listIntegrations({ query: trial.mark })).items[0]);
      const read = await backend.getIntegration(id);
      checkEqual([read.name, read.events], [name, events], 'The name and events');

      const [type] = await backend.listEventTypes({});
      const typeBefore = structuredClone(type);
      spoil(type);
      checkEqual((await backend.listEventTypes({}))[0], typeBefore, 'The first event type');

      const forms = await backend.listReferralForms({});
      const formsBefore = structuredClone(forms.items);
      forms.items.forEach((form) => spoil(form.listings[0]));
      forms.items.length = 0;
      checkEqual((await backend.listReferralForms({})).items, formsBefore, 'The referral forms');
    },
  ),

  requirement(
    'arguments-are-copied',
    'Changing an argument after the call changes nothing, and the backend changes none',
    async (trial) => {
      const draft = trial.draft({
        authentication: { type: 'basic', username: 'u', password: 'p' },
      });
      const before = structuredClone(draft);
      const answer = trial.register(draft);
      checkEqual(draft, before, 'The draft that was given');
      draft.name = 'Spoiled';
      draft.events.push('spoiled');
      const { id } = await answer;
      draft.requestUrl = 'https://spoiled.example.com/';
      const { name, events, requestUrl } = await trial.backend.getIntegration(id);
      checkEqual(
        { name, events, requestUrl },
        { name: before.name, events: before.events, requestUrl: before.requestUrl },
        'What is stored',
      );
    },
  ),

  requirement(
    'methods-reject',
    'Every method gives a promise, and what fails rejects with a BackendError',
    async (trial) => {
      for (const [method, call] of everyCall(trial)) {
        if (!/^(get|update|delete|send|redeliver|listDeliveries|uploadLogo)/.test(method)) continue;
        await checkFails(['not-found', 'invalid'], `${method} of what does not exist`, () =>
          call(trial.backend, new AbortController().signal),
        );
      }
    },
  ),

  requirement('methods-complete', 'The backend has every method', async (trial) => {
    for (const [method] of everyCall(trial))
      check(typeof trial.backend[method] === 'function', `The backend should have ${method}.`);
  }),
];
