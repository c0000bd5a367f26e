/**
 * `npm run bench`: speed, memory and bytes of the registration form, beside the same form in hand-written DOM code that
 * is measured in the same run, by turns. The table tells which goals are met; that never fails the run.
 *
 * `npm run bench -- mount typing memory bytes` measures some of it; nothing named, all.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { fromRoot } from '../../.ci/paths.mjs';
import { bytesTable, weighEntries } from './bytes.js';
import { CATALOGUE_COUNT } from './event-types.js';
import { Bench } from './measures.js';
import type { Memory, Times } from './measures.js';
import type { KeyTimes, MountTimes } from './page/harness.js';
import { buildPages, servePages } from './pages.js';
import { compare } from './statistics.js';
import type { Pair } from './statistics.js';
import { table, timeRow, whole } from './table.js';
import type { Row } from './table.js';

const RESULTS = fromRoot('node_modules', '.cache', 'bench.json');

/** Times of what the hand-written form takes (issue: the registration form, "Speed"). */
const GOALS = { mount: 2, key: 1.5, filter: 1.5 };

/** Bytes of heap that may be left after the mounts and unmounts. */
const HEAP_GOAL = 1_000_000;

const MOUNTS = 500;
const MANY_EVENTS = 1000;

const PARTS = ['mount', 'typing', 'memory', 'bytes'] as const;
type Part = (typeof PARTS)[number];

const mountRows = (name: string, times: Times<MountTimes>): Row[] => [
  timeRow(`${name}: until laid out`, compare(times.laidOut), GOALS.mount),
  timeRow('  of this, script', compare(times.rendered)),
  timeRow('  and until painted', compare(times.painted)),
];

const keyRows = (name: string, times: Times<KeyTimes>, most: number): Row[] => [
  timeRow(`${name}: until painted`, compare(times.painted), most),
  timeRow('  of this, script', compare(times.script)),
  timeRow('  style and layout', compare(times.layout)),
];

const memoryRows = ({ ours, peer }: Pair<Memory>): Row[] => [
  {
    name: 'nodes left',
    ours: whole(ours.nodes),
    peer: whole(peer.nodes),
    verdict: { goal: 'none', met: ours.nodes <= 0 },
  },
  {
    name: 'listeners left',
    ours: whole(ours.listeners),
    peer: whole(peer.listeners),
    verdict: { goal: 'none', met: ours.listeners <= 0 },
  },
  {
    name: 'heap left (bytes)',
    ours: whole(ours.heap),
    peer: whole(peer.heap),
    verdict: { goal: `less than ${whole(HEAP_GOAL)}`, met: ours.heap < HEAP_GOAL },
  },
];

const sizeRows = (
  name: string,
  { ours, peer }: Pair<{ elements: number; nodes: number }>,
): Row[] => [
  {
    name: `elements with ${name} events`,
    ours: whole(ours.elements),
    peer: whole(peer.elements),
    ratio: (ours.elements / peer.elements).toFixed(2),
  },
  {
    name: '  nodes, with texts and comments',
    ours: whole(ours.nodes),
    peer: whole(peer.nodes),
    ratio: (ours.nodes / peer.nodes).toFixed(2),
  },
];

const say = (text: string): void => console.log(`${text}\n`);

const started = Date.now();
const asked = process.argv.slice(2);
const wants = (part: Part): boolean => asked.length === 0 || asked.includes(part);
const unknown = asked.filter((name) => !PARTS.some((part) => part === name));
if (unknown.length > 0) throw new Error(`There is no ${unknown.join(', ')}: ${PARTS.join(', ')}.`);

await buildPages();
const pages = await servePages();
const bench = await Bench.start(pages);
const results: Record<string, unknown> = {};
const judged: Row[] = [];
const show = (title: string, rows: Row[]): void => {
  judged.push(...rows.filter(({ verdict }) => verdict));
  say(table(title, rows));
};

try {
  const environment = {
    browser: await bench.version(),
    node: process.version,
    cores: cpus().length,
    load: loadavg().map((load) => Number(load.toFixed(1))),
  };
  results['environment'] = environment;
  say(
    `${environment.browser}, ${environment.cores} cores, load ${environment.load.join(' ')}. ` +
      'Milliseconds: median (quartiles). Frames follow each other at once.',
  );
  const few = await bench.counts(CATALOGUE_COUNT);
  const many = await bench.counts(MANY_EVENTS);
  results['counts'] = { few, many };
  show('Size', [
    ...sizeRows(String(CATALOGUE_COUNT), few),
    ...sizeRows(MANY_EVENTS.toLocaleString('en-CA'), many),
  ]);

  if (wants('mount')) {
    const first = await bench.firstMount(40);
    const warm = await bench.warmMount(150, 40);
    results['mount'] = { first, warm };
    show(`Mount, ${CATALOGUE_COUNT} events`, [
      ...mountRows('first in a page', first),
      ...mountRows('warm', warm),
    ]);
  }

  if (wants('typing')) {
    const name = await bench.typing({
      events: CATALOGUE_COUNT,
      field: 'name',
      text: 'Sample clinic 1',
      rounds: 15,
      warmUp: 3,
    });
    const url = await bench.typing({
      events: CATALOGUE_COUNT,
      field: 'requestUrl',
      text: 'https://ehr.example.org/x',
      leaving: 'name',
      rounds: 10,
      warmUp: 2,
    });
    const filter = await bench.typing({
      events: MANY_EVENTS,
      field: 'events-filter',
      text: 'appoint',
      rounds: 20,
      warmUp: 3,
    });
    results['typing'] = { name, url, filter };
    show('A keystroke', [
      ...keyRows('name, nothing to tell', name, GOALS.key),
      ...keyRows('URL, with a message standing', url, GOALS.key),
      ...keyRows(`filter, ${MANY_EVENTS.toLocaleString('en-CA')} events`, filter, GOALS.filter),
    ]);
  }

  if (wants('memory')) {
    const memory = await bench.memory(MOUNTS, 20);
    results['memory'] = memory;
    show(`After ${MOUNTS} mounts and unmounts`, memoryRows(memory));
  }
} finally {
  await bench.close();
  pages.close();
}

if (wants('bytes')) {
  const bytes = await weighEntries();
  results['bytes'] = bytes;
  say(bytesTable(bytes));
}

const missed = judged.filter(({ verdict }) => !verdict?.met);
results['goals'] = judged.map(({ name, verdict }) => ({ name: name.trim(), ...verdict }));
await mkdir(path.dirname(RESULTS), { recursive: true });
await writeFile(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
const seconds = Math.round((Date.now() - started) / 1000);
const failures = missed.map(({ name }) => name).join(', ');
if (judged.length > 0) {
  const met = judged.length - missed.length;
  say(`${met} of ${judged.length} goals met${failures && `; missed: ${failures}`}.`);
}
console.log(`${seconds} s. All figures: ${path.relative(fromRoot(), RESULTS)}`);
