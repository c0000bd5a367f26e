/** The latest request of a kind, with its abort signal: a newer one aborts the one before, whose answer is then dropped. */
import { LeaveController } from './leave-controller.js';
import type { LeavingHost } from './leave-controller.js';

export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown };

export class LatestRequest {
  private controller?: AbortController;

  /** @param host the element whose leaving the page aborts it; left out, whoever owns this calls `abort` */
  constructor(host?: LeavingHost) {
    if (host) new LeaveController(host, () => this.abort());
  }

  get pending(): boolean {
    return this.controller !== undefined;
  }

  /** Never rejects. Undefined where the request was aborted, by a newer one or by `abort`: then nothing is to be done any more. */
  async run<T>(
    request: (signal: AbortSignal) => T | PromiseLike<T>,
  ): Promise<Answer<T> | undefined> {
    this.abort();
    const controller = (this.controller = new AbortController());
    let answer: Answer<T>;
    try {
      answer = { ok: true, value: await request(controller.signal) };
    } catch (error) {
      answer = { ok: false, error };
    }
    // A request that does not heed its signal still ends.
    if (controller.signal.aborted) return undefined;
    this.controller = undefined;
    return answer;
  }

  abort(): void {
    this.controller?.abort();
    this.controller = undefined;
  }
}
