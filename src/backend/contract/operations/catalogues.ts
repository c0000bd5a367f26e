/** What a form offers to choose from. */
import { form } from '../examples.js';
import type { Operation } from '../operation.js';
import { eventTypeListSchema, referralFormPageSchema } from '../schemas.js';

const tag = 'Catalogues';

export const listEventTypes: Operation = {
  method: 'get',
  path: '/event-types',
  tag,
  summary: 'Lists the event types',
  description: 'All at once.',
  parameters: ['siteNumber', 'module'],
  answers: {
    200: {
      description: 'The event types.',
      body: {
        schema: eventTypeListSchema,
        examples: {
          types: {
            summary: 'One event type',
            value: {
              items: [
                {
                  code: 'notify-add-appointment',
                  module: 'ereferrals',
                  name: { en: 'Appointment booked', fr: 'Rendez-vous fixé' },
                  description: {
                    en: 'An appointment was booked.',
                    fr: 'Un rendez-vous a été fixé.',
                  },
                  focus: ['Appointment'],
                  direction: 'from-performer',
                },
              ],
            },
          },
        },
      },
    },
  },
  problems: ['invalid'],
};

export const listReferralForms: Operation = {
  method: 'get',
  path: '/referral-forms',
  tag,
  summary: 'Lists the referral forms',
  description: 'Each with the listings that use it, page by page.',
  parameters: ['siteNumber', 'referralFormQuery', 'cursor', 'referralFormLimit'],
  answers: {
    200: {
      description: 'A page.',
      body: {
        schema: referralFormPageSchema,
        examples: {
          page: { summary: 'The only page', value: { items: [form], nextCursor: null, total: 1 } },
        },
      },
    },
  },
  problems: ['invalid'],
};
