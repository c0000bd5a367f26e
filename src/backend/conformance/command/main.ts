#!/usr/bin/env node
/** The process of the command `ocean-integrations`. */
import { command } from './command.js';

process.exitCode = await command(process.argv.slice(2), {
  print: (line) => console.log(line),
  complain: (line) => console.error(line),
  // Once: who interrupts again does not want to wait for the cleaning up.
  onInterrupt: (stop) => {
    process.once('SIGINT', () => {
      console.error('\nInterrupted: cleaning up. Interrupt again to leave at once.');
      stop();
    });
  },
});
