/** The results as lines of text. */
import type { Comparison, Summary } from './statistics.js';

/** What is to be reached, and whether it was. */
export interface Verdict {
  readonly goal: string;
  readonly met: boolean;
}

export interface Row {
  readonly name: string;
  readonly ours: string;
  readonly peer: string;
  readonly ratio?: string;
  readonly verdict?: Verdict;
}

const milliseconds = (value: number): string => value.toFixed(value < 10 ? 2 : 1);

const spread = ({ median, low, high }: Summary, show: (value: number) => string): string =>
  `${show(median)} (${show(low)}–${show(high)})`;

/** At most so many times what the peer takes; left out for what is shown to explain another row. */
export const timeRow = (name: string, { ours, peer, ratio }: Comparison, most?: number): Row => ({
  name,
  ours: spread(ours, milliseconds),
  peer: spread(peer, milliseconds),
  ratio: spread(ratio, (value) => value.toFixed(2)),
  ...(most !== undefined && {
    verdict: { goal: `at most ${most.toFixed(1)} times`, met: ratio.median <= most },
  }),
});

export const whole = (value: number): string => Math.round(value).toLocaleString('en-CA');

const verdictText = (verdict: Verdict | undefined): string =>
  verdict ? `${verdict.met ? 'met   ' : 'MISSED'} ${verdict.goal}` : '';

export const table = (title: string, rows: readonly Row[]): string => {
  const lines = [
    [title, 'ours', 'hand-written', 'ratio', 'goal'],
    ...rows.map(({ name, ours, peer, ratio = '', verdict }) => [
      name,
      ours,
      peer,
      ratio,
      verdictText(verdict),
    ]),
  ];
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...lines.map((cells) => cells[column]?.length ?? 0)),
  );
  return lines
    .map((cells) =>
      cells
        .map((cell, column) =>
          column === 0 || column === 4
            ? cell.padEnd(widths[column] ?? 0)
            : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};
