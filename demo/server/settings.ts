/** The server's settings, read from the environment once, at the start. */
import { fileURLToPath } from 'node:url';
import type { Deployment } from '../../src/integration/index.js';
import { STANDARD_HOST_LIMITS } from './outbound/host-gate.js';
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
  /** Names that this server answers to, beside those of this machine to itself. */
  readonly allowedHosts: readonly string[];
  /** How many proxies stand before this server: the client's address is what the outermost of them has seen. */
  readonly trustProxy: number;
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
  const atLeastOne = (name: string, standard: number): number => {
    const value = number(name, standard);
    if (value < 1) throw new Error(`${name} is less than 1.`);
    return value;
  };
  const flag = (name: string): boolean => ['1', 'true', 'yes'].includes(text(name) ?? '');
  const list = (name: string): string[] => (text(name) ?? '').split(/[\s,]+/).filter(Boolean);
  const deployment = text('OCEAN_DEPLOYMENT') ?? 'public';
  if (!isDeployment(deployment))
    throw new Error(`OCEAN_DEPLOYMENT is none of ${DEPLOYMENTS.join(', ')}.`);
  const host = text('HOST') ?? '127.0.0.1';
  const publicUrl = text('OCEAN_PUBLIC_URL')?.replace(/\/+$/, '');
  if (publicUrl !== undefined && !URL.canParse(publicUrl))
    throw new Error('OCEAN_PUBLIC_URL is not a URL.');
  const hops = number('OCEAN_TRUST_PROXY', 0);
  if (!Number.isInteger(hops)) throw new Error('OCEAN_TRUST_PROXY is not a number of proxies.');
  return {
    host,
    port: number('PORT', 8080),
    dataFolder: text('OCEAN_DATA') ?? fileURLToPath(new URL('./data', import.meta.url)),
    databaseUrl: text('OCEAN_DATABASE_URL'),
    databaseToken: text('OCEAN_DATABASE_TOKEN'),
    secretKey: text('OCEAN_SECRET_KEY'),
    deployment,
    publicUrl,
    allowedOrigins: list('OCEAN_ALLOWED_ORIGINS'),
    allowedHosts: [
      ...list('OCEAN_ALLOWED_HOSTS'),
      // What this server is called by others, and where it was told to listen, are names of its own.
      ...(publicUrl ? [new URL(publicUrl).host] : []),
      host.includes(':') ? `[${host}]` : host,
    ],
    trustProxy: hops,
    rateLimit: {
      perSecond: number('OCEAN_RATE_PER_SECOND', 100),
      burst: number('OCEAN_RATE_BURST', 2_000),
    },
    outbound: {
      allowLoopback: flag('OCEAN_ALLOW_LOOPBACK'),
      checkTimeLimit: number('OCEAN_CHECK_TIME_LIMIT', 5_000),
      deliveryTimeLimit: number('OCEAN_DELIVERY_TIME_LIMIT', 10_000),
      allowedEndpoints: list('OCEAN_ALLOWED_ENDPOINTS').map((url) => originOf(url)),
      hostLimits: {
        connections: atLeastOne('OCEAN_HOST_CONNECTIONS', STANDARD_HOST_LIMITS.connections),
        perSecond: atLeastOne('OCEAN_HOST_PER_SECOND', STANDARD_HOST_LIMITS.perSecond),
      },
    },
  };
};

const originOf = (url: string): string => {
  if (!URL.canParse(url)) throw new Error('OCEAN_ALLOWED_ENDPOINTS has what is no URL.');
  return new URL(url).origin;
};

const isDeployment = (value: string): value is Deployment =>
  (DEPLOYMENTS as readonly string[]).includes(value);
