/** Ends the process in good order when it is told to. */

/** Milliseconds until what does not end is ended. */
const TIME_LIMIT = 30_000;

/** A second signal does not wait. */
export const stopOnSignal = (stop: () => Promise<void>): void => {
  let stopping = false;
  const onSignal = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), TIME_LIMIT).unref();
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, onSignal);
};
