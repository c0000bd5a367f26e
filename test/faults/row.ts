/** The rows of `test/corpora/faults.json`: what goes wrong between a widget and its backend, and what must come of it. */
import { readFileSync } from 'node:fs';

/** What a proxy or a page does to make the fault. */
export interface Inject {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly bodyHex?: string;
  readonly bodyMb?: number;
  readonly bodyRepeat?: { readonly open: string; readonly close: string; readonly n: number };
  /** Length of the sentence in a problem document. */
  readonly detailKb?: number;
  readonly delayMs?: number;
  readonly stallAfterBytes?: number;
  readonly bytesPerSecond?: number;
  readonly uploadBytesPerSecond?: number;
  readonly chunked?: boolean;
  readonly network?: string;
  readonly cors?: boolean;
  readonly preflightStatus?: number;
  /** The server does what it was asked for; this is what becomes of its answer. */
  readonly commitThen?: 'connection-reset' | Inject;
  readonly sequence?: readonly Inject[];
}

export interface Row {
  readonly id: string;
  readonly category: string;
  readonly fault: string;
  readonly inject: Inject;
  readonly expectedUserVisibleBehaviour: string;
  readonly mustNotLose: readonly string[];
  readonly sendsAtMost: number;
}

export const ROWS = JSON.parse(
  readFileSync(new URL('../corpora/faults.json', import.meta.url), 'utf8'),
) as readonly Row[];
