/** What was measured as rows of the tables, with the goals. */
import type { Memory, Times } from './browsers.js';
import type { Left } from './launch-measures.js';
import type { KeyTimes } from './page/form-harness.js';
import type { MountTimes } from './page/mount-times.js';
import { compare } from './statistics.js';
import type { Pair } from './statistics.js';
import { timeRow, whole } from './table.js';
import type { Row } from './table.js';

/** Bytes of heap that may be left after the mounts and unmounts. */
const HEAP_GOAL = 1_000_000;

/** @param most times what the peer takes; left out where there is no goal */
export const mountRows = (name: string, times: Times<MountTimes>, most?: number): Row[] => [
  timeRow(`${name}: until laid out`, compare(times.laidOut), most),
  timeRow('  of this, script', compare(times.rendered)),
  timeRow('  and until painted', compare(times.painted)),
];

export const keyRows = (name: string, times: Times<KeyTimes>, most: number): Row[] => [
  timeRow(`${name}: until painted`, compare(times.painted), most),
  timeRow('  of this, script', compare(times.script)),
  timeRow('  style and layout', compare(times.layout)),
];

const leftRow = (name: string, ours: number, peer: number | undefined, most = 0): Row => ({
  name: `${name} left`,
  ours: whole(ours),
  peer: peer === undefined ? '' : whole(peer),
  verdict: {
    goal: most === 0 ? 'none' : `less than ${whole(most)}`,
    met: most === 0 ? ours <= 0 : ours < most,
  },
});

/** @param peer left out where nothing is measured beside */
export const memoryRows = ({ ours, peer }: { ours: Memory; peer?: Memory }): Row[] => [
  leftRow('nodes', ours.nodes, peer?.nodes),
  leftRow('listeners', ours.listeners, peer?.listeners),
  leftRow('heap (bytes)', ours.heap, peer?.heap, HEAP_GOAL),
];

export const leftRows = (left: Left): Row[] => [
  leftRow('timers', left.timers, undefined),
  ...memoryRows({ ours: left }),
];

export const sizeRows = (
  name: string,
  { ours, peer }: Pair<{ elements: number; nodes: number }>,
): Row[] => [
  {
    name: `elements ${name}`,
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

/** Milliseconds that a frame may take where sixty are shown in a second. */
const FRAME = 16;

/** @param most times what the peer has */
const countRow = (name: string, { ours, peer }: Pair<number>, most: number): Row => ({
  name,
  ours: whole(ours),
  peer: whole(peer),
  ratio: (ours / peer).toFixed(2),
  verdict: { goal: `at most ${most.toFixed(1)} times`, met: ours <= most * peer },
});

export const frameRows = (frames: Pair<number[]>): Row[] => {
  const late = (times: readonly number[]): number => times.filter((time) => time > FRAME).length;
  const worst = (times: readonly number[]): string => Math.max(...times).toFixed(1);
  return [
    countRow(
      `frames over ${FRAME} ms of ${whole(frames.ours.length)}`,
      { ours: late(frames.ours), peer: late(frames.peer) },
      1,
    ),
    { name: '  the longest, ms', ours: worst(frames.ours), peer: worst(frames.peer) },
  ];
};

/** @param most part of what the peer takes */
export const bytesRow = (name: string, bytes: Pair<number>, most: number): Row =>
  countRow(name, bytes, most);
