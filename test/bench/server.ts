/**
 * `npm run bench -- server`, and at other sizes `npx tsx test/bench/server.ts [size ...]`: how the
 * reference server's lists and register fare on the embedded database with 10,000 and 100,000 integrations of one site and as many
 * deliveries of one of them, and how that grows. The server runs in a process of its own.
 */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { fromRoot } from '../../scripts/paths.mjs';
import type { AcceptedDraft } from '../../src/server-rules/index.js';
import { openSecretBox } from '../../demo/server/secrets.js';
import { Database, textOf } from '../../demo/server/store/database.js';
import { plantDeliveries } from '../server/many-deliveries.js';
import { plant } from '../server/many-integrations.js';

const SITE = '1234';
const CLIENTS = 8;
/** The sizes take turns, so that a machine that grows busy slows all of them. The first round is to warm up. */
const ROUNDS = 5;
/** Milliseconds of a measure in one round. */
const DURATION = 1_000;

const WORDS = [
  'booking',
  'cardiology',
  'dermatology',
  'intake',
  'northwater',
  'referrals',
  'notes',
];
const word = (number: number): string => WORDS[number % WORDS.length] ?? '';

const draft = (number: number): AcceptedDraft => ({
  module: 'ereferrals',
  name: `${word(number)} ${word(number >> 3)} ${number}`,
  requestUrl: `https://hooks-${number}.example.com/ocean`,
  payload: { format: 'fhir-r4', guide: '0.11.1' },
  authentication: { type: 'basic', username: 'ocean', hasPassword: true },
  events: ['add-service-request', 'notify-update-process-request', 'notify-add-appointment'],
  enabled: true,
  launch: {
    companyName: 'Made-up Systems',
    baseLaunchUrl: 'https://launch.example.com/start?source=ocean',
    applicationName: 'Made-up Booking',
    category: { en: 'Booking', fr: 'Réservation' },
    confirmationMessage: '<p>Thank you. {{companyName}} goes on with {{referralRef}}.</p>',
    useIframe: false,
  },
});

/** Gives the id of the integration that has the deliveries. */
const fill = async (folder: string, size: number): Promise<string> => {
  const url = pathToFileURL(path.join(folder, 'ocean.db')).href;
  const database = await Database.open({ url });
  const box = await openSecretBox(undefined, folder);
  await plant(database, box, size, (number) => ({ site: SITE, draft: draft(number) }));
  const [first] = await database.read('SELECT id FROM integrations LIMIT 1');
  if (!first) throw new Error('There is no integration.');
  const id = textOf(first, 'id');
  await plantDeliveries(database, id, size);
  await database.close();
  return id;
};

const start = async (folder: string): Promise<{ server: ChildProcess; api: URL }> => {
  const server = spawn(process.execPath, ['--import', 'tsx', fromRoot('demo/server/main.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      PORT: '0',
      OCEAN_DATA: folder,
      OCEAN_RATE_PER_SECOND: '1e9',
      OCEAN_RATE_BURST: '1e9',
    },
  });
  const api = await new Promise<URL>((resolve, reject) => {
    server.once('exit', () => reject(new Error('The server did not start.')));
    // Read to the end: a log that nobody reads would stop the server.
    server.stdout.setEncoding('utf8').on('data', (text: string) => {
      const address = /at (http:\S+)/.exec(text)?.[1];
      if (address) resolve(new URL(`${address}/`));
    });
  });
  return { server, api };
};

const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });

const ask = (api: URL, asked: { path: string; body?: unknown }): Promise<string> =>
  new Promise((resolve, reject) => {
    const body = asked.body === undefined ? undefined : JSON.stringify(asked.body);
    const outgoing = request(
      new URL(asked.path, api),
      {
        agent,
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          'site-number': SITE,
          ...(body !== undefined && {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
            'idempotency-key': randomUUID(),
          }),
        },
      },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        answer.on('error', reject).on('end', () => {
          if (answer.statusCode === 200 || answer.statusCode === 201) resolve(text);
          else reject(new Error(`The server answered ${answer.statusCode}: ${text}`));
        });
      },
    );
    outgoing.on('error', reject).end(body);
  });

interface Taken {
  /** Of each request, in milliseconds. */
  readonly times: number[];
  /** Milliseconds that the clients worked. */
  duration: number;
}

/** A few clients, each with one request after another. */
const take = async (work: () => Promise<unknown>, { times }: Taken): Promise<number> => {
  const begin = performance.now();
  const client = async (): Promise<void> => {
    for (let now = begin; now < begin + DURATION;) {
      await work();
      const after = performance.now();
      times.push(after - now);
      now = after;
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return performance.now() - begin;
};

/** The cursor in the middle of a list. */
const walkToMiddle = async (api: URL, list: string, size: number): Promise<string> => {
  let cursor = '';
  for (let seen = 0; seen < size / 2; seen += 200) {
    const page = await ask(api, {
      path: `${list}?limit=200&cursor=${cursor}`.replace(/&cursor=$/, ''),
    });
    cursor = (JSON.parse(page) as { nextCursor: string }).nextCursor;
  }
  return cursor;
};

interface Subject {
  readonly size: number;
  readonly works: Readonly<Record<string, () => Promise<unknown>>>;
  stop(): Promise<void>;
}

const prepare = async (size: number): Promise<Subject> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'ocean-bench-'));
  const deliveries = `integrations/${await fill(folder, size)}/deliveries`;
  const { server, api } = await start(folder);
  const cursor = await walkToMiddle(api, 'integrations', size);
  const older = await walkToMiddle(api, deliveries, size);
  const get = (path: string) => (): Promise<unknown> => ask(api, { path });
  let number = size;
  return {
    size,
    works: {
      'list, first page of 50': get('integrations'),
      'list, page of 50 in the middle': get(`integrations?cursor=${cursor}`),
      'list, by name': get('integrations?sort=name'),
      'list, search that finds one': get(`integrations?query=hooks-${size >> 1}.`),
      'list, search that finds many': get('integrations?query=cardiology'),
      'list, by name, search that finds many': get('integrations?sort=name&query=cardiology'),
      'deliveries, first page': get(deliveries),
      'deliveries, page in the middle': get(`${deliveries}?cursor=${older}`),
      'deliveries, those that failed': get(`${deliveries}?status=failed`),
      register: () => {
        number += 1;
        const { authentication, ...rest } = draft(number);
        const body = { ...rest, authentication: { ...authentication, password: 'made-up' } };
        return ask(api, { path: 'integrations', body });
      },
    },
    stop: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
};

const quantile = (times: readonly number[], part: number): number =>
  [...times].sort((one, other) => one - other)[Math.floor(times.length * part)] ?? NaN;

const compare = async (subjects: readonly Subject[], name: string): Promise<void> => {
  const taken = subjects.map((): Taken => ({ times: [], duration: 0 }));
  for (let round = 0; round <= ROUNDS; round++)
    for (const [index, { works }] of subjects.entries()) {
      const into = round === 0 ? { times: [], duration: 0 } : taken[index];
      const work = works[name];
      if (into && work) into.duration += await take(work, into);
    }
  console.log(name);
  for (const [index, { times, duration }] of taken.entries())
    console.log(
      `  ${String(subjects[index]?.size).padStart(7)} integrations` +
        `${((times.length / duration) * 1_000).toFixed(0).padStart(7)} requests/s` +
        `  median${quantile(times, 0.5).toFixed(1).padStart(7)} ms  p99${quantile(times, 0.99).toFixed(1).padStart(7)} ms`,
    );
  const [small, large] = [taken[0], taken.at(-1)];
  if (!small || !large || small === large) return;
  const slower = small.times.length / small.duration / (large.times.length / large.duration);
  const p99 = quantile(large.times, 0.99) / quantile(small.times, 0.99);
  console.log(`  growth: ${slower.toFixed(2)} times the time, p99 ${p99.toFixed(2)} times`);
};

// Names of parts are no sizes.
const sizes = process.argv.slice(2).map(Number).filter(Boolean);
if (sizes.length === 0) sizes.push(10_000, 100_000);
const subjects: Subject[] = [];
try {
  for (const size of sizes) subjects.push(await prepare(size));
  console.log(`${CLIENTS} clients, one site, SQLite in a file`);
  for (const name of Object.keys(subjects[0]?.works ?? {})) await compare(subjects, name);
} finally {
  agent.destroy();
  for (const subject of subjects) await subject.stop();
}
