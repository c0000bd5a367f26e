/** Registering and reading an integration. */
import { parseIntegration } from '../../integration/parse.js';
import { check, checkEqual, checkFails, checkHolds, checkPointers } from './assert.js';
import { launchSettings } from './launches.js';
import { requirement } from './requirement.js';
import { randomWord } from './trial.js';

export const registering = [
  requirement(
    'register-answers-integration',
    'Registering answers the integration with its id, version and endpoint state',
    async (trial) => {
      const draft = trial.draft();
      const integration = await trial.register(draft);
      const parsed = parseIntegration(integration);
      check(
        parsed.ok,
        `What registering answers should match the schema, but does not: ${JSON.stringify(!parsed.ok && parsed.issues)}.`,
      );
      check(integration.version !== '', 'A registered integration should have a version.');
      checkHolds(integration, draft, 'What registering answers');
    },
  ),

  requirement(
    'get-answers-registered',
    'An integration is read as it was registered',
    async (trial) => {
      const draft = trial.referralDraft({ enabled: false });
      const { id, version } = await trial.register(draft);
      const read = await trial.backend.getIntegration(id);
      checkHolds(read, { ...draft, id, version }, 'What getIntegration answers');
    },
  ),

  requirement(
    'draft-completed',
    'A draft that does not say so is registered enabled and without a launch',
    async (trial) => {
      const draft = trial.draft();
      delete draft.enabled;
      delete draft.launch;
      const { id } = await trial.register(draft);
      const { enabled, launch } = await trial.backend.getIntegration(id);
      checkEqual([enabled, launch], [true, null], 'Whether it is enabled, and its launch');
    },
  ),

  requirement(
    'launch-kept',
    'Launch settings are kept: texts per language, and the base launch URL byte for byte',
    async (trial) => {
      const launch = launchSettings();
      const { id } = await trial.register(trial.referralDraft({ launch }));
      const read = await trial.backend.getIntegration(id);
      checkHolds(read, { launch }, 'What getIntegration answers');
    },
  ),

  requirement(
    'unknown-fields-kept',
    'Fields that the schema does not know are kept',
    async (trial) => {
      const unknown = { 'x-conformance': { list: [1, 'two', null], flag: true } };
      const draft = trial.referralDraft({
        ...unknown,
        launch: { ...launchSettings(), ...unknown },
      });
      const { id, version } = await trial.register(draft);
      const read = await trial.backend.getIntegration(id);
      checkHolds(read, unknown, 'What getIntegration answers');
      checkHolds(read.launch, unknown, 'The launch that getIntegration answers');
      const updated = await trial.backend.updateIntegration(id, draft, { version });
      checkHolds(updated, unknown, 'What updateIntegration answers');
    },
  ),

  requirement(
    'unknown-events-kept',
    'Event codes that no catalogue has are kept, in their order',
    async (trial) => {
      const events = ['notify-something-newer', 'notify-patient-note-added', 'a.b:c/d'];
      const { id } = await trial.register(trial.draft({ events }));
      checkEqual((await trial.backend.getIntegration(id)).events, events, 'The events');
    },
  ),

  requirement(
    'idempotent-register',
    'The same key with the same draft makes one integration',
    async (trial) => {
      const key = randomWord();
      const draft = trial.draft({
        authentication: { type: 'webhook-key', key: `key-${randomWord()}` },
      });
      const first = await trial.register(draft, key);
      const again = await trial.register(structuredClone(draft), key);
      checkEqual(again.id, first.id, 'The id of what the same key made');
      const found = await trial.find();
      checkEqual(found.length, 1, 'The number of integrations that the same key made');
    },
  ),

  requirement(
    'idempotent-at-once',
    'The same key twice at the same time makes one integration',
    async (trial) => {
      const key = randomWord();
      const draft = trial.draft();
      const settled = await Promise.allSettled([
        trial.register(draft, key),
        trial.register(draft, key),
      ]);
      const ids = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value.id] : []));
      check(ids.length > 0, 'One of two equal requests at the same time should succeed.');
      checkEqual(
        (await trial.find()).length,
        1,
        'The number of integrations that two equal requests at the same time made',
      );
    },
  ),

  requirement(
    'idempotency-key-bound',
    'The same key with another draft is refused as invalid',
    async (trial) => {
      const key = randomWord();
      const first = await trial.register(trial.draft(), key);
      const other = trial.draft({ name: `Other ${trial.mark}` });
      await trial.refused('invalid', 'The same key with another draft', other, key);
      checkHolds(
        await trial.backend.getIntegration(first.id),
        { name: first.name, version: first.version },
        'What the key had made',
      );
    },
  ),

  requirement(
    'different-keys',
    'Different keys make different integrations, also of equal drafts',
    async (trial) => {
      const [first, second] = [
        await trial.register(trial.draft()),
        await trial.register(trial.draft()),
      ];
      check(first.id !== second.id, 'Two keys should make two integrations, but made one.');
    },
  ),

  requirement(
    'register-invalid',
    'A draft that is not valid is refused with a pointer at each field, all at once',
    async (trial) => {
      const draft = trial.draft({ name: ' ', requestUrl: 'http:/nowhere', events: [] });
      const error = await trial.refused('invalid', 'Registering a draft with three faults', draft);
      checkPointers(error, ['/name', '/requestUrl', '/events'], 'A draft with three faults');
      const long = trial.draft({ name: 'n'.repeat(81) });
      const tooLong = await trial.refused('invalid', 'Registering a name of 81 characters', long);
      checkPointers(tooLong, ['/name'], 'A name of 81 characters');
    },
  ),

  requirement(
    'register-invalid-makes-nothing',
    'A draft that was refused has made nothing',
    async (trial) => {
      const key = randomWord();
      const faulty = trial.draft({ events: [] });
      await trial.refused('invalid', 'Registering without events', faulty, key);
      checkEqual((await trial.find()).length, 0, 'The number of integrations');
    },
  ),

  requirement(
    'module-rules',
    'What a module does not have is refused: a FHIR payload or a launch in patient engagement',
    async (trial) => {
      const fhir = trial.draft({ payload: { format: 'fhir-r4', guide: '0.11.1' } });
      const error = await trial.refused('invalid', 'FHIR for patient engagement', fhir);
      checkPointers(error, ['/payload/format'], 'FHIR for patient engagement');
      const launch = trial.draft({ launch: launchSettings() });
      const launchError = await trial.refused('invalid', 'A launch for patient engagement', launch);
      checkPointers(launchError, ['/launch'], 'A launch for patient engagement');
    },
  ),

  requirement(
    'launch-without-patient',
    'A base launch URL with a patient identifier is refused',
    async (trial) => {
      const baseLaunchUrl = 'https://launch.example.com/start?hcn=0000000000';
      const draft = trial.referralDraft({ launch: { ...launchSettings(), baseLaunchUrl } });
      const error = await trial.refused('invalid', 'A base launch URL with a health card', draft);
      checkPointers(error, ['/launch/baseLaunchUrl'], 'A base launch URL with a health card');
    },
  ),

  requirement('get-not-found', 'An id that does not exist is not-found', async (trial) => {
    await checkFails('not-found', 'getIntegration of an unknown id', () =>
      trial.backend.getIntegration(`unknown-${trial.mark}`),
    );
  }),
];
