/** Leaves a browser test out, with the reason: the runner shows it as skipped by its name. */
export const skip = (context: Mocha.Context, reason: string): never => {
  if (context.test) context.test.title += ` (skipped: ${reason})`;
  return context.skip();
};
