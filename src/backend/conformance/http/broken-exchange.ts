/** What is wrong with one answer, and which. */
import type { Exchange } from './recorder.js';

export class BrokenExchange extends Error {
  override readonly name = 'BrokenExchange';

  constructor(
    cause: unknown,
    readonly exchange: Exchange,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
