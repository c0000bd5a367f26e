/** Since when an endpoint is what it is found to be: finding the same again does not begin anew. */
import type { Endpoint } from './schema.js';

export const withSince = (found: Endpoint, before: Endpoint | undefined): Endpoint => {
  const still = before?.status === found.status ? (before.since ?? before.checkedAt) : undefined;
  const since = still ?? found.checkedAt;
  return since === undefined ? found : { ...found, since };
};
