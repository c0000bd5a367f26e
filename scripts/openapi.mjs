/**
 * openapi.json, from the schemas and the table of operations: `npm run openapi` writes it, without `--write` it is compared.
 * Run with tsx: it reads the sources.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { openApiDocument } from '../src/backend/contract/document.ts';
import { fromRoot } from './paths.mjs';

const FILE = fromRoot('openapi.json');
const text = `${JSON.stringify(openApiDocument(), null, 2)}\n`;

const written = () => {
  try {
    return readFileSync(FILE, 'utf8');
  } catch {
    return undefined; // missing, so not fresh
  }
};

if (process.argv.includes('--write')) writeFileSync(FILE, text);
else if (written() !== text) {
  console.error('openapi.json is not what the sources say: run `npm run openapi`.');
  process.exitCode = 1;
}
