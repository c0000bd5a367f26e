/** Folders that tests have built: what several test files need is built once in a run of `npm test`. */
import { existsSync, rmSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { CACHE } from '../../scripts/paths.mjs';

/** Of the run of all test files; a file that runs by itself has its own. */
const RUN = process.env.TEST_RUN ?? `alone-${process.pid}`;
const ALL = path.join(CACHE, 'built', RUN);

if (!process.env.TEST_RUN)
  process.on('exit', () => {
    // Nobody else uses them.
    rmSync(ALL, { recursive: true, force: true });
  });

/**
 * A folder by its name. Files run at the same time: it gets its name when it is whole, and where two have built it, the first one's stays.
 */
export const built = async (
  name: string,
  build: (folder: string) => Promise<unknown>,
): Promise<string> => {
  const folder = path.join(ALL, name);
  if (existsSync(folder)) return folder;
  const partial = `${folder}.${process.pid}`;
  await mkdir(ALL, { recursive: true });
  await build(partial);
  await rename(partial, folder).catch(async (error: unknown) => {
    if (!existsSync(folder)) throw error;
    await rm(partial, { recursive: true });
  });
  return folder;
};
