/** Where things are, for the scripts in this folder: they work from any current directory. */
import { fileURLToPath } from 'node:url';
import path from 'node:path';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** An absolute path from one relative to the top of the repository. */
export const fromRoot = (...parts) => path.join(ROOT, ...parts);

/** Scratch space that is never packed or committed. */
export const CACHE = fromRoot('node_modules', '.cache', 'ocean-integrations');
