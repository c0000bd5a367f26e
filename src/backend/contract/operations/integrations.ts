/** The integrations: finding, registering, changing, deleting them. */
import { engagementDraft, referralDraft, registered, renamed, renamedDraft } from '../examples.js';
import type { Operation } from '../operation.js';
import { integrationDraftSchema, integrationPageSchema, integrationSchema } from '../schemas.js';

const tag = 'Integrations';

export const listIntegrations: Operation = {
  method: 'get',
  path: '/integrations',
  tag,
  summary: 'Lists the integrations',
  description:
    'Page by page. A page may hold fewer than the limit though more are behind it, as where integrations are large.',
  parameters: [
    'siteNumber',
    'module',
    'endpointStatus',
    'integrationQuery',
    'sort',
    'cursor',
    'integrationLimit',
  ],
  answers: {
    200: {
      description: 'A page.',
      body: {
        schema: integrationPageSchema,
        examples: {
          page: {
            summary: 'A page with more behind it',
            value: { items: [renamed], nextCursor: 'aW50ZWdyYXRpb25zIDE3', total: 2 },
          },
          nothing: {
            summary: 'Nothing was found',
            value: { items: [], nextCursor: null, total: 0 },
          },
        },
      },
    },
  },
  problems: ['invalid'],
};

export const getIntegration: Operation = {
  method: 'get',
  path: '/integrations/{integrationId}',
  tag,
  summary: 'Reads an integration',
  description: 'Whole, but for its secrets.',
  parameters: ['siteNumber', 'integrationId'],
  answers: {
    200: {
      description: 'The integration.',
      headers: ['etag'],
      body: {
        schema: integrationSchema,
        examples: { integration: { summary: 'An integration', value: registered } },
      },
    },
  },
  problems: ['notFound'],
};

export const registerIntegration: Operation = {
  method: 'post',
  path: '/integrations',
  tag,
  summary: 'Registers an integration',
  description: 'Once for each idempotency key. Its endpoint may be one that does not answer yet.',
  parameters: ['siteNumber', 'idempotencyKey'],
  request: {
    schema: integrationDraftSchema,
    examples: {
      referrals: { summary: 'eReferrals, with a launch', value: referralDraft },
      engagement: { summary: 'Patient engagement', value: engagementDraft },
    },
  },
  answers: {
    201: {
      description: 'What is registered, with its id and version.',
      headers: ['etag', 'location'],
      body: {
        schema: integrationSchema,
        examples: { integration: { summary: 'An integration', value: registered } },
      },
    },
  },
  problems: ['conflict', 'tooLarge', 'unsupportedMediaType', 'invalid'],
};

export const updateIntegration: Operation = {
  method: 'put',
  path: '/integrations/{integrationId}',
  tag,
  summary: 'Changes an integration',
  description:
    'Puts the draft in its place. A secret that is left out stays as it is stored, unless the draft moves an address that it is used at (the request URL, or the token URL of OAuth 2.0) to another origin: then it has to be sent again, and is refused where it is not (`required`).',
  parameters: ['siteNumber', 'integrationId', 'ifMatch'],
  request: {
    schema: integrationDraftSchema,
    examples: {
      renamed: { summary: 'Another name; the stored secret stays', value: renamedDraft },
    },
  },
  answers: {
    200: {
      description: 'The integration as it is now.',
      headers: ['etag'],
      body: {
        schema: integrationSchema,
        examples: { integration: { summary: 'An integration', value: renamed } },
      },
    },
  },
  problems: [
    'notFound',
    'preconditionFailed',
    'tooLarge',
    'unsupportedMediaType',
    'invalid',
    'preconditionRequired',
  ],
};

export const deleteIntegration: Operation = {
  method: 'delete',
  path: '/integrations/{integrationId}',
  tag,
  summary: 'Deletes an integration',
  description: 'With its secrets and deliveries.',
  parameters: ['siteNumber', 'integrationId', 'ifMatch'],
  answers: { 204: { description: 'It is gone.' } },
  problems: ['notFound', 'preconditionFailed', 'preconditionRequired'],
};
