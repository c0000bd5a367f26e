/** What the command is called with. */
import { parseArgs } from 'node:util';
import type { HttpRequirement } from '../http/index.js';
import { serverRequirements } from '../server-requirements.js';

export interface Settings {
  readonly baseUrl: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly siteNumber?: string;
  readonly otherSiteNumber?: string;
  readonly requestUrl?: string;
  readonly failingRequestUrl?: string;
  readonly requirements: readonly HttpRequirement[];
  /** Milliseconds. */
  readonly timeLimit: number;
  readonly verbose: boolean;
}

/** The command was called wrongly; the message is what is wrong. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const OPTIONS = {
  header: { type: 'string', multiple: true },
  'site-number': { type: 'string', multiple: true },
  'request-url': { type: 'string' },
  'failing-request-url': { type: 'string' },
  only: { type: 'string', multiple: true },
  'time-limit': { type: 'string' },
  verbose: { type: 'boolean' },
  list: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (thrown) {
    throw new UsageError(thrown instanceof Error ? thrown.message : String(thrown));
  }
};

const headerOf = (given: string): readonly [string, string] => {
  const [, name = '', value = ''] = /^([^:]+):\s*(.*)$/.exec(given) ?? [];
  try {
    // Says whether it can be sent at all.
    new Headers([[name, value]]);
  } catch {
    // Not what was given: it may be a credential.
    throw new UsageError("A header should be 'name: value'.");
  }
  return [name.trim().toLowerCase(), value];
};

const requirementsOf = (only: readonly string[] | undefined): readonly HttpRequirement[] => {
  if (!only) return serverRequirements;
  const ids = only.flatMap((list) => list.split(',')).map((id) => id.trim());
  const unknown = ids.find((id) => !serverRequirements.some((one) => one.id === id));
  if (unknown !== undefined) throw new UsageError(`There is no requirement ${unknown}.`);
  return serverRequirements.filter(({ id }) => ids.includes(id));
};

const secondsOf = (given = '60'): number => {
  const seconds = Number(given);
  if (!(seconds > 0)) throw new UsageError('The time limit should be seconds.');
  return seconds * 1_000;
};

/** What to do: run the suite, or print a text. Throws a `UsageError`. */
export const readArguments = (
  args: readonly string[],
): { readonly say: 'help' | 'version' | 'list' } | { readonly run: Settings } => {
  const { values, positionals } = parse(args);
  if (values.help) return { say: 'help' };
  if (values.version) return { say: 'version' };
  if (values.list) return { say: 'list' };
  const [command, baseUrl, ...more] = positionals;
  if (command !== 'conformance')
    throw new UsageError(command ? `There is no command ${command}.` : 'Say which command.');
  if (baseUrl === undefined) throw new UsageError('Say the base URL.');
  if (more.length > 0) throw new UsageError('There is one base URL.');
  if (!/^https?:\/\//.test(baseUrl) || !URL.canParse(baseUrl))
    throw new UsageError('The base URL should begin with http:// or https://.');
  const [siteNumber, otherSiteNumber, ...sites] = values['site-number'] ?? [];
  if (sites.length > 0) throw new UsageError('There are two site numbers at most.');
  return {
    run: {
      baseUrl,
      headers: (values.header ?? []).map(headerOf),
      siteNumber,
      otherSiteNumber,
      requestUrl: values['request-url'],
      failingRequestUrl: values['failing-request-url'],
      requirements: requirementsOf(values.only),
      timeLimit: secondsOf(values['time-limit']),
      verbose: values.verbose ?? false,
    },
  };
};
