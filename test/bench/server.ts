/**
 * `npx tsx test/bench/server.ts [size ...]`: how the reference server's list and register fare on the embedded database with
 * 10,000 and 100,000 integrations of one site, and how that grows. The server runs in a process of its own.
 */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { fromRoot } from '../../.ci/paths.mjs';
import type { AcceptedDraft } from '../../src/backend/memory/store.js';
import { openSecretBox } from '../../demo/server/secrets.js';
import { Database } from '../../demo/server/store/database.js';
import { plant } from '../server/many-integrations.js';

const SITE = '1234';
const CLIENTS = 8;
/** Milliseconds of each measure; before it a tenth of that, to warm up. */
const DURATION = 5_000;

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

const fill = async (folder: string, size: number): Promise<void> => {
  const url = pathToFileURL(path.join(folder, 'ocean.db')).href;
  const database = await Database.open({ url });
  const box = await openSecretBox(undefined, folder);
  await plant(database, box, size, (number) => ({ site: SITE, draft: draft(number) }));
  await database.close();
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

interface Measured {
  readonly name: string;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly median: number;
  readonly p99: number;
}

/** A few clients, each with one request after another. */
const measure = async (name: string, work: () => Promise<unknown>): Promise<Measured> => {
  const times: number[] = [];
  const run = async (until: number, keep: boolean): Promise<void> => {
    while (performance.now() < until) {
      const begin = performance.now();
      await work();
      if (keep) times.push(performance.now() - begin);
    }
  };
  const all = (duration: number, keep: boolean): Promise<unknown> => {
    const until = performance.now() + duration;
    return Promise.all(Array.from({ length: CLIENTS }, () => run(until, keep)));
  };
  await all(DURATION / 10, false);
  const begin = performance.now();
  await all(DURATION, true);
  const seconds = (performance.now() - begin) / 1_000;
  times.sort((one, other) => one - other);
  const at = (part: number): number =>
    times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? NaN;
  return { name, perSecond: times.length / seconds, median: at(0.5), p99: at(0.99) };
};

/** The cursor in the middle of the list. */
const walkToMiddle = async (api: URL, size: number): Promise<string> => {
  let cursor = '';
  for (let seen = 0; seen < size / 2; seen += 200) {
    const page = await ask(api, {
      path: `integrations?limit=200&cursor=${cursor}`.replace(/&cursor=$/, ''),
    });
    cursor = (JSON.parse(page) as { nextCursor: string }).nextCursor;
  }
  return cursor;
};

const measureAll = async (size: number): Promise<Measured[]> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'ocean-bench-'));
  try {
    await fill(folder, size);
    const { server, api } = await start(folder);
    try {
      const cursor = await walkToMiddle(api, size);
      const get = (path: string) => (): Promise<unknown> => ask(api, { path });
      let number = size;
      return [
        await measure('list, first page of 50', get('integrations')),
        await measure('list, page of 50 in the middle', get(`integrations?cursor=${cursor}`)),
        await measure('list, search that finds one', get(`integrations?query=hooks-${size >> 1}.`)),
        await measure('list, search that finds many', get('integrations?query=cardiology')),
        await measure('list, by name', get('integrations?sort=name')),
        await measure(
          'list, by name, search that finds many',
          get('integrations?sort=name&query=cardiology'),
        ),
        await measure('list, search by two letters', get('integrations?query=no')),
        await measure('register', () => {
          number += 1;
          const { authentication, ...rest } = draft(number);
          const body = { ...rest, authentication: { ...authentication, password: 'made-up' } };
          return ask(api, { path: 'integrations', body });
        }),
      ];
    } finally {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill();
      await ended;
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const sizes = process.argv.slice(2).map(Number).filter(Boolean);
if (sizes.length === 0) sizes.push(10_000, 100_000);
const results: Measured[][] = [];
for (const size of sizes) {
  const measured = await measureAll(size);
  results.push(measured);
  console.log(`${size.toLocaleString('en-CA')} integrations, ${CLIENTS} clients`);
  for (const { name, perSecond, median, p99 } of measured)
    console.log(
      `  ${name.padEnd(38)} ${perSecond.toFixed(0).padStart(6)} requests/s` +
        `  median ${median.toFixed(1).padStart(6)} ms  p99 ${p99.toFixed(1).padStart(6)} ms`,
    );
}
const [small, large] = [results[0], results.at(-1)];
if (small && large && small !== large) {
  console.log(`Growth, ${sizes[0]} to ${sizes.at(-1)} integrations: time of a request, p99`);
  for (const [index, { name, perSecond, p99 }] of large.entries()) {
    const before = small[index];
    if (before)
      console.log(
        `  ${name.padEnd(38)} ${(before.perSecond / perSecond).toFixed(2)} times, ${(p99 / before.p99).toFixed(2)} times`,
      );
  }
}
agent.destroy();
