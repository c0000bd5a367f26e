/** Updating and deleting: versions and conflicts. */
import { check, checkEqual, checkFails, checkHolds, checkPointers } from './assert.js';
import { requirement } from './requirement.js';

export const changing = [
  requirement(
    'update-answers-integration',
    'An update answers the changed integration, and a read gives the same',
    async (trial) => {
      const { id, version } = await trial.register(trial.draft());
      const draft = trial.referralDraft({ name: `Changed ${trial.mark}`, enabled: false });
      const updated = await trial.backend.updateIntegration(id, draft, { version });
      checkHolds(updated, { ...draft, id }, 'What updateIntegration answers');
      checkHolds(
        await trial.backend.getIntegration(id),
        { ...draft, id, version: updated.version },
        'What getIntegration answers after an update',
      );
    },
  ),

  requirement('update-new-version', 'Each update gives another version', async (trial) => {
    const draft = trial.draft();
    const { id, version } = await trial.register(draft);
    const second = await trial.backend.updateIntegration(
      id,
      { ...draft, name: `Second ${trial.mark}` },
      { version },
    );
    check(second.version !== version, 'An update should give another version, but does not.');
    const third = await trial.backend.updateIntegration(id, draft, { version: second.version });
    const versions = new Set([version, second.version, third.version]);
    checkEqual(versions.size, 3, 'The number of versions after two updates');
  }),

  requirement(
    'update-conflict',
    'An update of a version that is no longer stored is a conflict, and changes nothing',
    async (trial) => {
      const { id, version } = await trial.register(trial.draft());
      const theirs = trial.draft({ name: `Theirs ${trial.mark}` });
      const now = await trial.backend.updateIntegration(id, theirs, { version });
      const ours = trial.draft({ name: `Ours ${trial.mark}` });
      await checkFails('conflict', 'Updating an old version', () =>
        trial.backend.updateIntegration(id, ours, { version }),
      );
      checkHolds(
        await trial.backend.getIntegration(id),
        { name: theirs.name, version: now.version },
        'The integration after a conflict',
      );
    },
  ),

  requirement(
    'update-invalid',
    'An invalid update is refused and changes nothing',
    async (trial) => {
      const { id, version, name } = await trial.register(trial.draft());
      const error = await checkFails('invalid', 'Updating without events', () =>
        trial.backend.updateIntegration(id, trial.draft({ name: 'Lost', events: [] }), { version }),
      );
      checkPointers(error, ['/events'], 'Updating without events');
      checkHolds(
        await trial.backend.getIntegration(id),
        { name, version },
        'The integration after a refused update',
      );
    },
  ),

  requirement('update-not-found', 'Updating an unknown id is not-found', async (trial) => {
    await checkFails('not-found', 'updateIntegration of an unknown id', () =>
      trial.backend.updateIntegration(`unknown-${trial.mark}`, trial.draft(), { version: '1' }),
    );
  }),

  requirement('delete-removes', 'What is deleted is neither read nor listed', async (trial) => {
    const { id, version } = await trial.register(trial.draft());
    await trial.backend.deleteIntegration(id, { version });
    await checkFails('not-found', 'getIntegration of what is deleted', () =>
      trial.backend.getIntegration(id),
    );
    checkEqual((await trial.find()).length, 0, 'The number of integrations after deleting');
  }),

  requirement(
    'delete-conflict',
    'Deleting a version that is no longer stored is a conflict, and deletes nothing',
    async (trial) => {
      const { id, version } = await trial.register(trial.draft());
      const theirs = trial.draft({ name: `Theirs ${trial.mark}` });
      await trial.backend.updateIntegration(id, theirs, { version });
      await checkFails('conflict', 'Deleting an old version', () =>
        trial.backend.deleteIntegration(id, { version }),
      );
      const read = await trial.backend.getIntegration(id);
      check(read.id === id, 'An integration should still be there after a conflict.');
    },
  ),

  requirement('delete-not-found', 'Deleting an unknown id is not-found', async (trial) => {
    await checkFails('not-found', 'deleteIntegration of an unknown id', () =>
      trial.backend.deleteIntegration(`unknown-${trial.mark}`, { version: '1' }),
    );
  }),
];
