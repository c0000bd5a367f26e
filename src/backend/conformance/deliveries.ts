/** Test events, and what was delivered. */
import { check, checkEqual, checkFails, checkHidden } from './assert.js';
import { requirement } from './requirement.js';
import { collect, randomWord } from './trial.js';
import type { Trial } from './trial.js';

const EVENT = 'notify-patient-note-added';

const registered = async (trial: Trial): Promise<string> =>
  (await trial.register(trial.draft({ events: [EVENT] }))).id;

const deliveriesOf = (trial: Trial, id: string, limit?: number) =>
  collect((cursor) => trial.backend.listDeliveries(id, { cursor, limit }));

export const deliveries = [
  requirement(
    'test-event-delivery',
    'A test event is a delivery that the list of deliveries has',
    async (trial) => {
      const secret = `secret-${randomWord()}`;
      const { id } = await trial.register(
        trial.draft({ events: [EVENT], authentication: { type: 'webhook-key', key: secret } }),
      );
      checkEqual((await deliveriesOf(trial, id)).length, 0, 'The number of deliveries at first');
      const sent = await trial.backend.sendTestEvent(id, { eventType: EVENT });
      checkEqual(sent.eventType, EVENT, 'The event of the delivery');
      checkEqual(sent.integrationId, id, 'The integration of the delivery');
      const listed = await deliveriesOf(trial, id);
      checkEqual(
        listed.map((delivery) => delivery.id),
        [sent.id],
        'The ids of the deliveries',
      );
      checkHidden([sent, listed], secret, 'A delivery');
    },
  ),

  requirement(
    'deliveries-pages',
    'The pages of the deliveries visit each once, and end',
    async (trial) => {
      const id = await registered(trial);
      const sent: string[] = [];
      for (let number = 0; number < 3; number++)
        sent.push((await trial.backend.sendTestEvent(id, { eventType: EVENT })).id);
      const listed = (await deliveriesOf(trial, id, 1)).map((delivery) => delivery.id);
      checkEqual(listed.sort(), sent.sort(), 'The ids of the deliveries on all pages');
    },
  ),

  requirement('deliveries-status', 'The deliveries can be of one status', async (trial) => {
    const id = await registered(trial);
    await trial.backend.sendTestEvent(id, { eventType: EVENT });
    for (const status of ['pending', 'delivered', 'failed'] as const) {
      const { items } = await trial.backend.listDeliveries(id, { status });
      check(
        items.every((delivery) => delivery.status === status),
        `The deliveries that are ${status} should be so, but are not.`,
      );
    }
  }),

  requirement('redeliver', 'A delivery is repeated as the same one', async (trial) => {
    const id = await registered(trial);
    const sent = await trial.backend.sendTestEvent(id, { eventType: EVENT });
    const again = await trial.backend.redeliver(sent.id);
    checkEqual(again.id, sent.id, 'The id of what was delivered again');
    check(
      again.attempts.length >= sent.attempts.length,
      'The attempts of a delivery should not get fewer.',
    );
    checkEqual((await deliveriesOf(trial, id)).length, 1, 'The number of deliveries');
  }),

  requirement(
    'deliveries-not-found',
    'Deliveries of an unknown integration, and an unknown delivery, are not-found',
    async (trial) => {
      const unknown = `unknown-${trial.mark}`;
      const { backend } = trial;
      await checkFails('not-found', 'listDeliveries of an unknown id', () =>
        backend.listDeliveries(unknown, {}),
      );
      await checkFails('not-found', 'sendTestEvent of an unknown id', () =>
        backend.sendTestEvent(unknown, { eventType: EVENT }),
      );
      await checkFails('not-found', 'redeliver of an unknown id', () => backend.redeliver(unknown));
    },
  ),
];
