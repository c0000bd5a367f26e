/**
 * `npm run bench`: speed, memory and bytes of the registration form, of the referral system launch and of the list of
 * integrations, beside the same in hand-written DOM code that is measured in the same run, by turns. The table tells which goals are met; that never fails
 * the run.
 *
 * `npm run bench -- mount typing memory banner launch list bytes server` measures some of it; nothing named, all. The reference
 * server has no peer: its sizes stand beside each other.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { fromRoot } from '../../scripts/paths.mjs';
import { Browsers } from './browsers.js';
import { bytesTable, weighEntries } from './bytes.js';
import { CATALOGUE_COUNT } from './event-types.js';
import { FormMeasures } from './form-measures.js';
import { LaunchMeasures } from './launch-measures.js';
import { ListMeasures } from './list-measures.js';
import { buildPages, servePages } from './pages.js';
import { bytesRow, frameRows, keyRows, leftRows, memoryRows, mountRows, sizeRows } from './rows.js';
import { compare } from './statistics.js';
import { SUBJECTS } from './subjects.js';
import type { SubjectName } from './subjects.js';
import { table, timeRow } from './table.js';
import type { Row } from './table.js';

const RESULTS = fromRoot('node_modules', '.cache', 'bench.json');

/**
 * Times of what the hand-written code takes (issues: the registration form, "Speed"; the referral system launch, and the admin's
 * page, "What it must show"). Of the list, the goal for memory is a part of what the hand-written one takes.
 */
const GOALS = {
  ...{ mount: 2, key: 1.5, filter: 1.5, banner: 2, banners: 1.6 },
  ...{ list: 1, search: 1, listMemory: 0.2 },
};

const MOUNTS = 500;
const MANY_EVENTS = 1000;
const MANY_BANNERS = 500;
const MANY_INTEGRATIONS = 10_000;

/** Each letter of it leaves fewer of the made-up integrations. */
const SEARCH = 'dia';

/** The parts by what they measure; `bytes` and `server` need no page. */
const PARTS = {
  mount: 'form',
  typing: 'form',
  memory: 'form',
  banner: 'launch',
  launch: 'launch',
  list: 'list',
  bytes: undefined,
  server: undefined,
} as const satisfies Record<string, SubjectName | undefined>;
type Part = keyof typeof PARTS;

const say = (text: string): void => console.log(`${text}\n`);

const started = Date.now();
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0)
  throw new Error(`There is no ${unknown.join(', ')}: ${Object.keys(PARTS).join(', ')}.`);
const parts = new Set((asked.length > 0 ? asked : Object.keys(PARTS)) as Part[]);
const wants = (part: Part): boolean => parts.has(part);
const subjects = SUBJECTS.filter((subject) => [...parts].some((part) => PARTS[part] === subject));

const results: Record<string, unknown> = {};
const judged: Row[] = [];
const show = (title: string, rows: Row[]): void => {
  judged.push(...rows.filter(({ verdict }) => verdict));
  say(table(title, rows));
};

const measureForm = async (form: FormMeasures): Promise<void> => {
  const few = await form.counts(CATALOGUE_COUNT);
  const many = await form.counts(MANY_EVENTS);
  results['counts'] = { few, many };
  show('Form: size', [
    ...sizeRows(`with ${CATALOGUE_COUNT} events`, few),
    ...sizeRows(`with ${MANY_EVENTS.toLocaleString('en-CA')} events`, many),
  ]);

  if (wants('mount')) {
    const first = await form.firstMount(40);
    const warm = await form.warmMount(150, 40);
    results['mount'] = { first, warm };
    show(`Form: mount, ${CATALOGUE_COUNT} events`, [
      ...mountRows('first in a page', first, GOALS.mount),
      ...mountRows('warm', warm, GOALS.mount),
    ]);
  }

  if (wants('typing')) {
    const name = await form.typing({
      events: CATALOGUE_COUNT,
      field: 'name',
      text: 'Sample clinic 1',
      rounds: 15,
      warmUp: 3,
    });
    const url = await form.typing({
      events: CATALOGUE_COUNT,
      field: 'requestUrl',
      text: 'https://ehr.example.org/x',
      leaving: 'name',
      rounds: 10,
      warmUp: 2,
    });
    const filter = await form.typing({
      events: MANY_EVENTS,
      field: 'events-filter',
      text: 'appoint',
      rounds: 20,
      warmUp: 3,
    });
    results['typing'] = { name, url, filter };
    show('Form: a keystroke', [
      ...keyRows('name, nothing to tell', name, GOALS.key),
      ...keyRows('URL, with a message standing', url, GOALS.key),
      ...keyRows(`filter, ${MANY_EVENTS.toLocaleString('en-CA')} events`, filter, GOALS.filter),
    ]);
  }

  if (wants('memory')) {
    const memory = await form.memory(MOUNTS, 20);
    results['memory'] = memory;
    show(`Form: after ${MOUNTS} mounts and unmounts`, memoryRows(memory));
  }
};

const measureLaunch = async (launch: LaunchMeasures): Promise<void> => {
  if (wants('banner')) {
    const counts = await launch.counts(1);
    const first = await launch.firstMount(1, 40);
    const warm = await launch.warmMount(1, 300, 60);
    const firstMany = await launch.firstMount(MANY_BANNERS, 20);
    const warmMany = await launch.warmMount(MANY_BANNERS, 30, 6);
    results['banner'] = { counts, first, warm, firstMany, warmMany };
    show('Banner: size', sizeRows('of one', counts));
    show('Banner: mount of 1', [
      ...mountRows('first in a page', first, GOALS.banner),
      ...mountRows('warm', warm, GOALS.banner),
    ]);
    show(`Banner: mount of ${MANY_BANNERS}`, [
      ...mountRows('first in a page', firstMany, GOALS.banners),
      ...mountRows('warm', warmMany, GOALS.banners),
    ]);
  }

  if (wants('launch')) {
    const counts = await launch.counts('confirmation');
    const first = await launch.firstMount('confirmation', 30);
    const warm = await launch.warmMount('confirmation', 150, 30);
    const left = await launch.leftOfLaunches(MOUNTS, 40);
    results['launch'] = { counts, first, warm, left };
    show('Confirmation: size', sizeRows('with rich text', counts));
    show('Confirmation with rich text', [
      ...mountRows('first in a page, DOMPurify loaded', first),
      ...mountRows('warm', warm),
    ]);
    show(`Launch: after ${MOUNTS} mounts and unmounts`, leftRows(left));
  }
};

const measureList = async (list: ListMeasures): Promise<void> => {
  const counts = await list.counts();
  const first = await list.firstMount(6);
  const search = await list.search(SEARCH, 5, 1);
  const frames = await list.scroll(300);
  const memory = await list.memory();
  results['list'] = { counts, first, search, frames, memory };
  const many = MANY_INTEGRATIONS.toLocaleString('en-CA');
  show(`List of ${many} integrations`, [
    ...sizeRows('at first', counts),
    ...mountRows('first in a page', first, GOALS.list),
    timeRow('a letter of a search: until painted', compare(search), GOALS.search),
    ...frameRows(frames),
    bytesRow('memory of the mounted list (bytes)', memory, GOALS.listMemory),
  ]);
};

await buildPages(subjects);
const pages = await servePages();
const browsers = await Browsers.start(pages);

try {
  const environment = {
    browser: await browsers.version(),
    node: process.version,
    cores: cpus().length,
    load: loadavg().map((load) => Number(load.toFixed(1))),
  };
  results['environment'] = environment;
  say(
    `${environment.browser}, ${environment.cores} cores, load ${environment.load.join(' ')}. ` +
      'Milliseconds: median (quartiles). Frames follow each other at once.',
  );
  if (subjects.includes('form')) await measureForm(new FormMeasures(browsers));
  if (subjects.includes('launch')) await measureLaunch(new LaunchMeasures(browsers));
  if (subjects.includes('list')) await measureList(new ListMeasures(browsers, MANY_INTEGRATIONS));
} finally {
  await browsers.close();
  pages.close();
}

if (wants('bytes')) {
  const bytes = await weighEntries();
  results['bytes'] = bytes;
  say(bytesTable(bytes));
}

// Prints its figures itself.
if (wants('server')) await import('./server.js');

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
