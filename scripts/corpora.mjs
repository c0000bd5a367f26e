/**
 * Serves the test corpora to browser tests: `/corpora/own/*.json` from test/corpora, and `/corpora/third-party/*.json`
 * from beside the repository, where they may be missing (404: the test then skips, saying so). They are never copied
 * into the repository, as their licences differ.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fromRoot } from './paths.mjs';

const FOLDERS = {
  own: fromRoot('test', 'corpora'),
  'third-party': fromRoot('..', 'shared', 'corpora', 'third-party'),
};

/** A middleware of the test runner's server (koa). */
export async function serveCorpora(context, next) {
  const [, kind, name] = /^\/corpora\/(own|third-party)\/([\w-]+\.json)$/.exec(context.path) ?? [];
  if (!kind) return next();
  try {
    context.body = await readFile(path.join(FOLDERS[kind], name), 'utf8');
    context.type = 'application/json';
  } catch {
    context.status = 404;
    context.body = '';
  }
}
