/** Latency, and failures that a test or a designer asks for from outside. */
import { isBackendError } from '../backend-error.js';
import type { BackendError, BackendErrorKind } from '../backend-error.js';
import type { IntegrationBackend } from '../backend.js';
import { refusal } from './refusal.js';

export type BackendMethod = keyof IntegrationBackend;

/** A kind, or the very error to fail with. */
export type Fault = BackendErrorKind | BackendError;

/** Milliseconds that each call takes: always the same, or anything between two. `Infinity`: no answer ever comes. */
export type Latency = number | readonly [minimum: number, maximum: number];

export interface FaultScope {
  /** Only calls of this method. @default any */
  method?: BackendMethod;
  /** How many calls fail. @default 1 */
  times?: number;
}

interface Planned extends FaultScope {
  fault: Fault;
  times: number;
}

const toError = (fault: Fault): BackendError =>
  isBackendError(fault)
    ? fault
    : refusal(
        fault,
        `A failure that was asked for: ${fault}.`,
        fault === 'invalid' ? [{ pointer: '/name', code: 'invalid' }] : undefined,
      );

/** Failures that are used up, oldest first. */
export class FaultPlan {
  private planned: Planned[] = [];

  add(fault: Fault, { method, times = 1 }: FaultScope = {}): void {
    if (times > 0) this.planned.push({ fault, method, times });
  }

  take(method: BackendMethod): BackendError | undefined {
    const due = this.planned.find((one) => one.method === undefined || one.method === method);
    if (!due) return undefined;
    due.times -= 1;
    if (due.times === 0) this.planned = this.planned.filter((one) => one !== due);
    return toError(due.fault);
  }
}

/** The failure of a standing map, where it has one for the method. */
export const standingFault = (
  failures: Partial<Record<BackendMethod | '*', Fault>>,
  method: BackendMethod,
): BackendError | undefined => {
  const fault = failures[method] ?? failures['*'];
  return fault === undefined ? undefined : toError(fault);
};

export const drawLatency = (latency: Latency): number => {
  if (typeof latency === 'number') return latency;
  const [minimum, maximum] = latency;
  return minimum + Math.random() * (maximum - minimum);
};

export const aborted = (): BackendError => refusal('aborted', 'The request was given up.');

/** Longest wait of a timer. */
const FOREVER = 2 ** 31 - 1;

/**
 * Waits `duration` milliseconds. Fails as `aborted` as soon as the signal is aborted, also before or without a wait,
 * and leaves no timer behind.
 */
export const pause = async (duration: number, signal?: AbortSignal): Promise<void> => {
  if (signal?.aborted) throw aborted();
  // Without latency too the caller gets its turn, as with any request: an abort right after the call counts.
  if (!(duration > 0)) await Promise.resolve();
  else
    await new Promise<void>((resolve, reject) => {
      const stop = (): void => {
        clearTimeout(timer);
        reject(aborted());
      };
      const end = (): void => {
        signal?.removeEventListener('abort', stop);
        resolve();
      };
      const timer = duration > FOREVER ? undefined : setTimeout(end, duration);
      signal?.addEventListener('abort', stop, { once: true });
    });
  if (signal?.aborted) throw aborted();
};

const STEPS = 4;

/** Waits and reports the part that is done: 0, 0.25, 0.5, 0.75, but not 1, which the caller reports. */
export const pauseTelling = async (
  duration: number,
  signal: AbortSignal | undefined,
  tell: ((part: number) => void) | undefined,
): Promise<void> => {
  if (!tell) return pause(duration, signal);
  for (let step = 0; step < STEPS; step++) {
    if (!signal?.aborted) tell(step / STEPS);
    await pause(duration / STEPS, signal);
  }
};
