/** Files that hold what is secret: for the owner of this process alone. On Windows modes mean nothing, and folders are private by their user. */
import { chmod, mkdir, open, readdir } from 'node:fs/promises';
import path from 'node:path';

const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;

const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

/**
 * Makes the folder where there is none. One that is there is closed to others where it has one of `own`, as it is this server's then;
 * another, such as a shared one, stays as it is.
 */
export const makePrivateFolder = async (folder: string, own: readonly string[]): Promise<void> => {
  const made = await mkdir(folder, { recursive: true, mode: FOLDER_MODE });
  if (made === undefined && !(await namesIn(folder)).some((name) => own.includes(name))) return;
  await chmod(folder, FOLDER_MODE);
};

/** Makes the file where there is none, and closes it and those that are named after it (`ocean.db-wal`) to others. */
export const makePrivateFile = async (file: string): Promise<void> => {
  await (await open(file, 'a', FILE_MODE)).close();
  const { dir, base } = path.parse(file);
  for (const name of await namesIn(dir))
    if (name === base || name.startsWith(`${base}-`)) await chmod(path.join(dir, name), FILE_MODE);
};
