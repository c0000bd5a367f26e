/**
 * `npm run size`: what a page downloads from an entry of the package as it was built, dependencies included, minified by a bundler
 * that knows nothing of Lit, against a budget. *Before usable* is the entry with all that it imports statically; parts that load on
 * demand are listed apart.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { ROOT, fromRoot } from './paths.mjs';

/**
 * Budgets in bytes of gzip, for what is loaded before the entry is usable. Several sources are weighed as a page that imports
 * all of them. Where `apart` is given, the whole flow is told too, without a budget: what is usable, and all that loads on
 * demand but the parts that `apart` matches.
 */
export const BUDGETS = [
  { entry: 'define/integration-form.js', source: 'dist/define/integration-form.js', gzip: 39_000 },
  { entry: 'integration', source: 'dist/integration/index.js', gzip: 15_000 },
  { entry: 'backend/rest.js', source: 'dist/backend/rest.js', gzip: 14_000 },
  {
    entry: 'define/referral-header.js and referral-footer.js',
    source: ['dist/define/referral-header.js', 'dist/define/referral-footer.js'],
    gzip: 10_400,
  },
  {
    entry: 'define/referral-launch.js',
    source: 'dist/define/referral-launch.js',
    apart:
      /^(?:dompurify\/|locales\/fr\/|launch\/(?:url\/idn|confirmation\/print-confirmation)\.js$)/,
    gzip: 16_500,
  },
  { entry: 'define/integration-list.js', source: 'dist/define/integration-list.js', gzip: 26_000 },
];

/** A module that imports all of several. */
const ALL = '\0all';

const importing = (sources) => ({
  name: 'importing',
  resolveId: (id) => (id === ALL ? id : undefined),
  load: (id) =>
    id === ALL
      ? sources.map((source) => `import ${JSON.stringify(fromRoot(source))};`).join('\n')
      : undefined,
});

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

/** A part by the module that is imported on demand, such as `locales/fr/form.js`; shared ones by their chunk. */
const moduleName = ({ facadeModuleId, name }) =>
  facadeModuleId
    ? path.relative(ROOT, facadeModuleId).replace(/^(?:dist|src|.*node_modules)./, '')
    : name;

/**
 * Bundles one entry, all its exports kept; or several as a page that imports all of them.
 *
 * @param {string | readonly string[]} source path of the module, or of each, relative to the top of the repository; one in `dist` as
 *   `npm run build` has made it
 * @returns {Promise<{
 *   usable: { raw: number, gzip: number, brotli: number },
 *   onDemand: { name: string, raw: number, gzip: number, brotli: number }[],
 * }>}
 */
export async function measure(source) {
  // Rolldown itself rather than Vite, which would add its preload helper wherever something loads on demand.
  const bundle = await rolldown({
    input: typeof source === 'string' ? fromRoot(source) : ALL,
    cwd: ROOT,
    plugins: [importing([source].flat())],
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
  for (const { entry, source, apart, gzip } of BUDGETS) {
    const { usable, onDemand } = await measure(source);
    const over = usable.gzip - gzip;
    if (over > 0) process.exitCode = 1;
    const verdict = over > 0 ? `OVER by ${over.toLocaleString('en-CA')}` : 'ok';
    console.log(
      `${entry}: ${bytes(usable.gzip)} gzip of ${bytes(gzip)} (${verdict}),${bytes(usable.brotli)} brotli`,
    );
    for (const part of onDemand) console.log(`  on demand ${bytes(part.gzip)} gzip  ${part.name}`);
    if (!apart) continue;
    const flow = onDemand.filter(({ name }) => !apart.test(name));
    const sum = flow.reduce((total, part) => total + part.gzip, usable.gzip);
    console.log(`  whole flow${bytes(sum)} gzip, with ${flow.map(({ name }) => name).join(', ')}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
