/**
 * `npm run size`: what a page downloads from an entry, dependencies included and minified, against a budget.
 * *Before usable* is the entry with all that it imports statically; parts that load on demand are listed apart.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { literalsHtmlCssMinifier } from '@literals/rollup-plugin-html-css-minifier';
import { rolldown } from 'rolldown';
import { ROOT, fromRoot } from './paths.mjs';

/** Budgets in bytes of gzip, for what is loaded before the entry is usable. */
export const BUDGETS = [
  { entry: 'define/integration-form.js', source: 'src/define/integration-form.ts', gzip: 34_000 },
  { entry: 'integration', source: 'src/integration/index.ts', gzip: 12_000 },
  { entry: 'backend/rest.js', source: 'src/backend/rest.ts', gzip: 14_000 },
];

/** Sums of files compressed one by one, as a server sends them. */
function weigh(chunks) {
  const sum = (bytes) => chunks.reduce((total, { code }) => total + bytes(code), 0);
  return {
    raw: sum((code) => Buffer.byteLength(code)),
    gzip: sum((code) => gzipSync(code, { level: 9 }).length),
    brotli: sum((code) => brotliCompressSync(code).length),
  };
}

/** The chunk of `fileName` and every chunk that it imports statically, directly or not. */
function staticClosure(fileName, chunks, closure = new Set()) {
  const chunk = chunks.get(fileName);
  if (!chunk || closure.has(chunk)) return closure;
  closure.add(chunk);
  for (const imported of chunk.imports) staticClosure(imported, chunks, closure);
  return closure;
}

/** A part by the module that is imported on demand, such as `locales/fr/form.ts`; shared ones by their chunk. */
const moduleName = ({ facadeModuleId, name }) =>
  facadeModuleId
    ? path.relative(fromRoot('src'), facadeModuleId).replace(/^.*node_modules./, '')
    : name;

/**
 * Bundles one entry, all its exports kept.
 *
 * @param {string} source path of the module, relative to the top of the repository
 * @returns {Promise<{
 *   usable: { raw: number, gzip: number, brotli: number },
 *   onDemand: { name: string, raw: number, gzip: number, brotli: number }[],
 * }>}
 */
export async function measure(source) {
  // Rolldown itself rather than Vite, which would add its preload helper wherever something loads on demand.
  const bundle = await rolldown({
    input: fromRoot(source),
    cwd: ROOT,
    plugins: [{ ...literalsHtmlCssMinifier({ failOnError: true }), enforce: 'pre' }],
    resolve: { conditionNames: ['production', 'browser', 'import', 'default'] },
    transform: { target: 'es2022' },
    tsconfig: fromRoot('tsconfig.json'),
    // As an application's bundler does: what a part loaded on demand shares with the entry stays in the entry.
    preserveEntrySignatures: 'allow-extension',
  });
  const { output } = await bundle.generate({ format: 'es', minify: true, comments: false });
  await bundle.close();
  const chunks = new Map(
    output.filter(({ type }) => type === 'chunk').map((chunk) => [chunk.fileName, chunk]),
  );
  const entry = [...chunks.values()].find(({ isEntry }) => isEntry);
  const closure = staticClosure(entry.fileName, chunks);
  const onDemand = [...chunks.values()]
    .filter((chunk) => !closure.has(chunk))
    .map((chunk) => ({ name: moduleName(chunk), ...weigh([chunk]) }))
    .sort((a, b) => b.gzip - a.gzip);
  return { usable: weigh([...closure]), onDemand };
}

const bytes = (count) => count.toLocaleString('en-CA').padStart(8);

async function main() {
  for (const { entry, source, gzip } of BUDGETS) {
    const { usable, onDemand } = await measure(source);
    const kept = usable.gzip <= gzip;
    if (!kept) process.exitCode = 1;
    const verdict = kept ? 'ok' : `OVER by ${(usable.gzip - gzip).toLocaleString('en-CA')}`;
    console.log(
      `${entry}: ${bytes(usable.gzip)} gzip of ${bytes(gzip)} (${verdict}),${bytes(usable.brotli)} brotli`,
    );
    for (const part of onDemand) console.log(`  on demand ${bytes(part.gzip)} gzip  ${part.name}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
