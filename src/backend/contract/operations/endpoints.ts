/** Asking an endpoint the challenge, and sending it messages. */
import { delivered, referralDraft, registered } from '../examples.js';
import type { Operation } from '../operation.js';
import {
  deliveryPageSchema,
  deliverySchema,
  endpointCheckSchema,
  endpointSchema,
  testEventSchema,
} from '../schemas.js';

const { requestUrl, payload, authentication } = referralDraft;

export const checkEndpoint: Operation = {
  method: 'post',
  path: '/endpoint-checks',
  tag: 'Endpoints',
  summary: 'Checks an endpoint',
  description:
    'Posts `{"challenge": "…"}` to the request URL, which has to answer 200 with the same. What does not answer is found ' +
    'to be failing: an answer, not an error. The state of a stored integration is kept with it; its version stays.',
  parameters: ['siteNumber'],
  request: {
    schema: endpointCheckSchema,
    examples: {
      form: {
        summary: 'What stands in a form',
        value: { requestUrl, payload, authentication },
      },
      stored: { summary: 'A stored integration', value: { integrationId: registered.id } },
    },
  },
  answers: {
    200: {
      description: 'What was found out.',
      body: {
        schema: endpointSchema,
        examples: {
          verified: {
            summary: 'It answered the challenge',
            value: {
              status: 'verified',
              httpStatus: 200,
              reason: null,
              checkedAt: '2026-03-02T15:05:00.000Z',
              since: '2026-03-02T15:05:00.000Z',
            },
          },
          failing: {
            summary: 'It did not answer',
            value: {
              status: 'failing',
              httpStatus: null,
              reason: 'timeout',
              checkedAt: '2026-03-02T15:05:00.000Z',
              since: '2026-03-02T15:05:00.000Z',
            },
          },
        },
      },
    },
  },
  problems: ['notFound', 'tooLarge', 'unsupportedMediaType', 'invalid'],
};

const tag = 'Deliveries';

const delivery = {
  schema: deliverySchema,
  examples: { delivery: { summary: 'Delivered at the second attempt', value: delivered } },
};

export const sendTestEvent: Operation = {
  method: 'post',
  path: '/integrations/{integrationId}/test-events',
  tag,
  summary: 'Sends a test event',
  description: 'A message with made-up data, as a real one would be sent.',
  parameters: ['siteNumber', 'integrationId'],
  request: {
    schema: testEventSchema,
    examples: {
      event: { summary: 'An appointment', value: { eventType: 'notify-add-appointment' } },
    },
  },
  answers: { 201: { description: 'The delivery, tried or queued.', body: delivery } },
  problems: ['notFound', 'unsupportedMediaType', 'invalid'],
};

export const listDeliveries: Operation = {
  method: 'get',
  path: '/integrations/{integrationId}/deliveries',
  tag,
  summary: 'Lists the deliveries of an integration',
  description: 'The newest first, page by page.',
  parameters: ['siteNumber', 'integrationId', 'deliveryStatus', 'cursor', 'deliveryLimit'],
  answers: {
    200: {
      description: 'A page.',
      body: {
        schema: deliveryPageSchema,
        examples: {
          page: {
            summary: 'The only page',
            value: { items: [delivered], nextCursor: null, total: 1 },
          },
        },
      },
    },
  },
  problems: ['notFound', 'invalid'],
};

export const redeliver: Operation = {
  method: 'post',
  path: '/deliveries/{deliveryId}/redeliver',
  tag,
  summary: 'Delivers again',
  description:
    'The same message once more, with the same id, to the request URL that the integration has now.',
  parameters: ['siteNumber', 'deliveryId'],
  answers: {
    200: { description: 'The delivery, with one more attempt or queued.', body: delivery },
  },
  problems: ['notFound'],
};
