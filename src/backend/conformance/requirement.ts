/** What a requirement is. */
import { Trial } from './trial.js';
import type { ConformanceSubject } from './trial.js';

export interface ConformanceRequirement {
  /** Stable: for leaving one out, or naming one in a test. */
  readonly id: string;
  /** The rule, as a sentence. */
  readonly title: string;
  /** Throws an `Error` whose message says what should have been. */
  run(subject: ConformanceSubject): Promise<void>;
}

export const requirement = (
  id: string,
  title: string,
  test: (trial: Trial) => Promise<void>,
): ConformanceRequirement => ({
  id,
  title,
  run: async (subject) => {
    const trial = new Trial(await subject.createBackend(), subject);
    try {
      await test(trial);
    } finally {
      subject.tried?.();
      await trial.cleanUp();
    }
  },
});
