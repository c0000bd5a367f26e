/** The server's settings, read from the environment once, at the start. */
import { fileURLToPath } from 'node:url';
import type { Deployment } from '../../src/integration/index.js';
import type { OutboundSettings } from './ports.js';
import type { RateLimit } from './rate-limit.js';

export interface Settings {
  readonly host: string;
  readonly port: number;
  /** Where the database, if it is a file, and a generated key are. */
  readonly dataFolder: string;
  /** @default a file in the data folder */
  readonly databaseUrl?: string;
  readonly databaseToken?: string;
  /** 32 bytes in base64. @default the key file in the data folder */
  readonly secretKey?: string;
  /** Decides which hosts the URLs of an integration may name. */
  readonly deployment: Deployment;
  /** Where this server is for others, put before the paths of logos. Left out, they start with `/`. */
  readonly publicUrl?: string;
  /** Origins of pages that may ask from elsewhere. */
  readonly allowedOrigins: readonly string[];
  /** Whether a proxy before this server tells the client's address. */
  readonly trustProxy: boolean;
  readonly rateLimit: RateLimit;
  readonly outbound: OutboundSettings;
}

const DEPLOYMENTS: readonly Deployment[] = ['public', 'on-premise', 'development'];

/** Fails with a sentence for whoever starts the server. */
export const readSettings = (environment: NodeJS.ProcessEnv): Settings => {
  const text = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const number = (name: string, standard: number): number => {
    const value = Number(text(name) ?? standard);
    if (!Number.isFinite(value) || value < 0) throw new Error(`${name} is not a number.`);
    return value;
  };
  const flag = (name: string): boolean => ['1', 'true', 'yes'].includes(text(name) ?? '');
  const deployment = text('OCEAN_DEPLOYMENT') ?? 'public';
  if (!isDeployment(deployment))
    throw new Error(`OCEAN_DEPLOYMENT is none of ${DEPLOYMENTS.join(', ')}.`);
  return {
    host: text('HOST') ?? '127.0.0.1',
    port: number('PORT', 8080),
    dataFolder: text('OCEAN_DATA') ?? fileURLToPath(new URL('./data', import.meta.url)),
    databaseUrl: text('OCEAN_DATABASE_URL'),
    databaseToken: text('OCEAN_DATABASE_TOKEN'),
    secretKey: text('OCEAN_SECRET_KEY'),
    deployment,
    publicUrl: text('OCEAN_PUBLIC_URL')?.replace(/\/+$/, ''),
    allowedOrigins: (text('OCEAN_ALLOWED_ORIGINS') ?? '').split(/[\s,]+/).filter(Boolean),
    trustProxy: flag('OCEAN_TRUST_PROXY'),
    rateLimit: {
      perSecond: number('OCEAN_RATE_PER_SECOND', 100),
      burst: number('OCEAN_RATE_BURST', 2_000),
    },
    outbound: {
      allowLoopback: flag('OCEAN_ALLOW_LOOPBACK'),
      checkTimeLimit: number('OCEAN_CHECK_TIME_LIMIT', 5_000),
      deliveryTimeLimit: number('OCEAN_DELIVERY_TIME_LIMIT', 10_000),
    },
  };
};

const isDeployment = (value: string): value is Deployment =>
  (DEPLOYMENTS as readonly string[]).includes(value);
