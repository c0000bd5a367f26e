/** Launching another system once a referral is sent, and the logo that is shown of it. */
import { publicLaunchSettings, registered } from '../examples.js';
import type { Operation } from '../operation.js';
import {
  launchRequestSchema,
  launchSchema,
  logoSchema,
  publicLaunchSettingsSchema,
} from '../schemas.js';

const tag = 'Launches';

export const uploadLogo: Operation = {
  method: 'post',
  path: '/logos',
  tag,
  summary: 'Uploads a logo',
  description:
    'The picture itself is the body: a PNG or a WebP by its bytes, at most 256 KiB. Anything else is refused. It is ' +
    'served with `X-Content-Type-Options: nosniff`.',
  parameters: ['siteNumber'],
  request: { mediaTypes: ['image/png', 'image/webp'] },
  answers: {
    201: {
      description: 'Where it is.',
      body: {
        schema: logoSchema,
        examples: {
          logo: {
            summary: 'A logo',
            value: { logoUrl: 'https://ehr.example.com/api/ocean/logos/8f14e45f.png' },
          },
        },
      },
    },
  },
  problems: ['tooLarge', 'unsupportedMediaType', 'invalid'],
};

export const getLaunchSettings: Operation = {
  method: 'get',
  path: '/launch-settings',
  tag,
  summary: 'Reads the public launch settings',
  description:
    'Of a listing or of an integration: one of the two parameters is given. What has no launch is not-found.',
  parameters: ['siteNumber', 'listingId', 'launchIntegrationId'],
  answers: {
    200: {
      description: 'The launch settings.',
      body: {
        schema: publicLaunchSettingsSchema,
        examples: { settings: { summary: 'Launch settings', value: publicLaunchSettings } },
      },
    },
  },
  problems: ['notFound', 'invalid'],
};

export const createLaunch: Operation = {
  method: 'post',
  path: '/launches',
  tag,
  summary: 'Creates a launch URL',
  description:
    'Optional. A URL with a one-time token, for one referral. An integration that is not enabled: 403. A server without ' +
    'launches answers 501.',
  parameters: ['siteNumber'],
  request: {
    schema: launchRequestSchema,
    examples: {
      launch: {
        summary: 'A launch',
        value: { integrationId: registered.id, referralRef: 'ref-made-up-0001' },
      },
    },
  },
  answers: {
    201: {
      description: 'The launch.',
      body: {
        schema: launchSchema,
        examples: {
          launch: {
            summary: 'A launch',
            value: {
              url: 'https://booking.example.com/start?source=ocean&referralRef=ref-made-up-0001&siteNum=1234&launch=made-up-token',
              expiresAt: '2026-03-02T15:15:00.000Z',
            },
          },
        },
      },
    },
  },
  problems: ['notFound', 'unsupportedMediaType', 'invalid', 'unsupported'],
};
