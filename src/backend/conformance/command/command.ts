/** The command `ocean-integrations`, apart from its process. */
import { VERSION } from '../../../version.js';
import { serverRequirements } from '../server-requirements.js';
import { printable } from './printable.js';
import { Run } from './run.js';
import type { Output } from './run.js';
import { readArguments, UsageError } from './settings.js';
import { USAGE } from './usage.js';

export interface Surroundings extends Output {
  /** Prints one line where errors go. */
  complain(line: string): void;
  /** Calls back when the user interrupts. */
  onInterrupt(stop: () => void): void;
}

/** Runs the command, and gives its exit code. */
export const command = async (args: readonly string[], terminal: Surroundings): Promise<number> => {
  // Here, as all that is printed passes: lines hold what a server answered.
  const surroundings: Surroundings = {
    print: (line) => terminal.print(printable(line)),
    complain: (line) => terminal.complain(printable(line)),
    onInterrupt: (stop) => terminal.onInterrupt(stop),
  };
  try {
    const asked = readArguments(args);
    if ('run' in asked) {
      const run = new Run(asked.run, surroundings);
      surroundings.onInterrupt(() => run.stop());
      return await run.run();
    }
    const said = {
      help: USAGE,
      version: VERSION,
      list: serverRequirements.map(({ id, title }) => `${id.padEnd(34)}  ${title}`).join('\n'),
    };
    surroundings.print(said[asked.say]);
    return 0;
  } catch (thrown) {
    if (!(thrown instanceof UsageError)) throw thrown;
    surroundings.complain(`${thrown.message}\n\n${USAGE}`);
    return 2;
  }
};
