/** Holds the URL functions against the rows of a URL corpus, in each deployment. For tests in Node and in a browser. */
import { buildLaunchUrl } from '../../src/integration/launch-url.js';
import { parseBaseLaunchUrl, parseRequestUrl } from '../../src/integration/urls.js';
import type { Deployment } from '../../src/integration/rules.js';
import type { UrlWarning } from '../../src/integration/urls.js';

type Outcome = 'accept' | 'accept-with-warning' | 'normalise' | 'reject';

/** A row, as the corpora's README describes it. */
export interface UrlRow {
  id: string;
  input?: string;
  inputRepeat?: { prefix: string; unit: string; count: number; suffix: string };
  field: 'webhookUrl' | 'launchUrl';
  expect: Outcome;
  expectByPolicy?: { public: Outcome; onPremise: Outcome; development: Outcome };
  acceptable?: Outcome[];
  normalised?: string;
  append?: Record<string, string>;
  appendPairs?: [string, string][];
  expectedUrl?: string;
  warn?: string;
  display?: string;
  rule: string;
}

export const DEPLOYMENTS: readonly Deployment[] = ['public', 'on-premise', 'development'];

/** The corpora's words for a warning, and ours. */
const WARNINGS: Record<string, UrlWarning['code']> = {
  'internationalised name: show it in punycode': 'url-idn',
  'address literal instead of a name': 'url-address-literal',
  'long URL': 'url-long',
};

export const inputOf = ({ input, inputRepeat }: UrlRow): string =>
  inputRepeat
    ? inputRepeat.prefix + inputRepeat.unit.repeat(inputRepeat.count) + inputRepeat.suffix
    : (input ?? '');

/** `expect` is for a public deployment; the others follow `expectByPolicy`, and `expect` where a row has no policy. */
const outcomesOf = (row: UrlRow, deployment: Deployment): Outcome[] => {
  const policy = row.expectByPolicy;
  if (deployment === 'on-premise' && policy) return [policy.onPremise];
  if (deployment === 'development' && policy) return [policy.development];
  return row.acceptable ?? [row.expect];
};

/** What a row asks for and doesn't get in a deployment; nothing where it holds. */
const complaints = (row: UrlRow, deployment: Deployment): string[] => {
  const input = inputOf(row);
  const parse = row.field === 'launchUrl' ? parseBaseLaunchUrl : parseRequestUrl;
  const result = parse(input, { deployment });
  const outcomes = outcomesOf(row, deployment);
  const found: string[] = [];
  const same = (what: string, actual: unknown, expected: unknown): void => {
    if (actual !== expected) found.push(`${what} ${String(actual)} instead of ${String(expected)}`);
  };

  if (!result.ok) {
    if (!outcomes.includes('reject')) found.push(`refused as ${result.code}`);
    // A missing scheme is offered rather than put in: the offer is what the row would have it normalised to.
    if (row.rule === 'R4' && row.normalised) same('suggestion', result.suggestion, row.normalised);
    return found;
  }
  if (outcomes.every((outcome) => outcome === 'reject')) return [`accepted as ${result.url}`];
  const again = parse(result.url, { deployment });
  same('read again', again.ok && again.url, result.url);
  const codes = result.warnings.map(({ code }) => code);
  // In the corpora, http outside the local network.
  if (outcomes.includes('accept-with-warning')) {
    same('warned of http', codes.includes('url-unencrypted'), true);
  }
  if (row.normalised !== undefined) same('url', result.url, row.normalised);
  else if (row.expectedUrl === undefined) same('url', result.url, input);
  if (result.url !== input.replace(/^[\0- \s\u200b]+|[\0- \s\u200b]+$/g, '')) {
    const told = codes.includes('url-normalised') || codes.includes('url-fragment-dropped');
    same('difference told', told, true);
  }
  if (row.warn !== undefined) {
    const code = WARNINGS[row.warn];
    if (!code || !codes.includes(code)) found.push(`no warning "${row.warn}" in ${codes.join()}`);
  }
  if (row.display !== undefined) {
    same('host', result.warnings.find(({ code }) => code === 'url-idn')?.host, row.display);
  }
  if (row.expectedUrl !== undefined) {
    const parameters = row.appendPairs ?? row.append ?? {};
    same('built', buildLaunchUrl(result.url, parameters), row.expectedUrl);
    same('built from input', buildLaunchUrl(input, parameters), row.expectedUrl);
  }
  return found;
};

/** A line for each row that does not hold in a deployment. */
export const checkRows = (rows: readonly UrlRow[], deployment: Deployment): string[] =>
  rows.flatMap((row) => {
    const found = complaints(row, deployment);
    return found.length > 0
      ? [`${row.id} ${row.rule} ${JSON.stringify(inputOf(row)).slice(0, 120)}: ${found.join('; ')}`]
      : [];
  });
