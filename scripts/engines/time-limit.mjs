/** A reporter of the test runner that ends a run which takes far too long, naming the files that had not ended. */
import path from 'node:path';
import { ROOT } from '../paths.mjs';

/** @param {number} minutes many times what a run takes: a busy machine is slow, and not at fault */
export const timeLimit = (minutes) => ({
  start({ sessions }) {
    const timer = setTimeout(() => {
      for (const { status, testFile } of sessions.all())
        if (status !== 'FINISHED')
          console.error(
            `Not ended in ${minutes} minutes: ${path.relative(ROOT, testFile)} (${status})`,
          );
      // Browsers and drivers end with this process.
      process.exit(1);
    }, minutes * 60_000);
    timer.unref();
  },
});
