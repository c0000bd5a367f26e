/** Medians and their spread. */

export interface Summary {
  readonly median: number;
  /** First and third quartile. */
  readonly low: number;
  readonly high: number;
}

const quantile = (sorted: readonly number[], part: number): number => {
  const place = (sorted.length - 1) * part;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
};

export const summarize = (values: readonly number[]): Summary => {
  const sorted = [...values].sort((a, b) => a - b);
  return {
    median: quantile(sorted, 0.5),
    low: quantile(sorted, 0.25),
    high: quantile(sorted, 0.75),
  };
};

/** What is measured for both forms. */
export interface Pair<T> {
  readonly ours: T;
  readonly peer: T;
}

export interface Comparison extends Pair<Summary> {
  /** Of the rounds: what both did right after each other, so that a machine that grows busy slows both. */
  readonly ratio: Summary;
}

/** Compares samples of which those at one place were taken in one round. */
export const compare = ({ ours, peer }: Pair<readonly number[]>): Comparison => ({
  ours: summarize(ours),
  peer: summarize(peer),
  ratio: summarize(ours.map((value, index) => value / (peer[index] ?? Number.NaN))),
});
