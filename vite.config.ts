/**
 * Vite, in three ways: `vite` serves the demo, `vite build` makes the modules of the npm package,
 * `vite build --mode cdn` the one self-contained module for a plain `<script type="module">`.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { literalsHtmlCssMinifier } from '@literals/rollup-plugin-html-css-minifier';
import { defineConfig } from 'vite';
import type { PluginOption, UserConfig } from 'vite';
import { guardDemo } from './demo/server/demo-files.js';
import type { DemoFiles } from './demo/server/demo-files.js';

const fromRoot = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

const DEPENDENCIES = /^(?:lit|@lit\/[^/]+|@lit-labs\/[^/]+|zod|dompurify|punycode\.js)(?:\/|$)/;

/** Every module of `src` by its name in `dist`, such as `backend/rest`. */
const sourceModules = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(fromRoot('src'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
      .map((file) => file.split(path.sep).join('/').replace(/\.ts$/, ''))
      .sort()
      .map((name) => [name, fromRoot(`src/${name}.ts`)]),
  );

/** White space and comments of templates and styles, which no host's bundler takes out of a text. */
const minifiedTemplates = (): PluginOption =>
  ({ ...literalsHtmlCssMinifier({ failOnError: true }), enforce: 'pre' }) as PluginOption;

/** One output module per source module: a host's bundler then takes what it needs, and nothing moves between releases. */
const library = (): UserConfig => ({
  plugins: [minifiedTemplates()],
  build: {
    outDir: 'dist',
    minify: false,
    sourcemap: true,
    target: 'es2022',
    lib: {
      formats: ['es'],
      entry: sourceModules(),
    },
    rolldownOptions: {
      external: [DEPENDENCIES, /^node:/],
      // Else modules that others share would move to chunks, which no list of side effects names.
      output: {
        preserveModules: true,
        preserveModulesRoot: fromRoot('src'),
        entryFileNames: '[name].js',
      },
    },
  },
});

const CDN_ENTRY = 'virtual:cdn';

/** The CDN module registers everything and exports what the root entry does, for a page without a bundler. */
const cdnEntry = (): PluginOption => ({
  name: 'cdn-entry',
  resolveId: (id) => (id === CDN_ENTRY ? `\0${CDN_ENTRY}` : undefined),
  load: (id) =>
    id === `\0${CDN_ENTRY}`
      ? ['define/index.ts', 'index.ts']
          .map((file) => JSON.stringify(fromRoot(`src/${file}`)))
          .map((file, index) => (index === 0 ? `import ${file};` : `export * from ${file};`))
          .join('\n')
      : undefined,
});

/** Not Vite's library mode: it keeps white space in ES modules. */
const cdn = (): UserConfig => ({
  plugins: [cdnEntry(), minifiedTemplates()],
  build: {
    outDir: 'dist/cdn',
    target: 'es2022',
    modulePreload: false,
    rolldownOptions: {
      input: CDN_ENTRY,
      preserveEntrySignatures: 'strict',
      output: {
        format: 'es',
        entryFileNames: 'ocean-integrations.js',
        codeSplitting: false,
      },
    },
  },
});

/** One of the demo's launched systems says that no page may frame it, as a server does. */
const refusesFrames = (): PluginOption => ({
  name: 'refuses-frames',
  configureServer: ({ middlewares }) => {
    middlewares.use('/launched/refusing.html', (_request, response, next) => {
      response.setHeader('x-frame-options', 'DENY');
      response.setHeader('content-security-policy', "frame-ancestors 'none'");
      next();
    });
  },
});

const DEMO_FILES: DemoFiles = {
  demo: fromRoot('demo'),
  imported: [fromRoot('src'), fromRoot('node_modules')],
  passedOn: ['/api/ocean', '/sink'],
};

/** Before Vite's own middlewares, which serve any file of the folders that they may read. */
const servesTheDemoAlone = (): PluginOption => ({
  name: 'serves-the-demo-alone',
  configureServer: ({ middlewares }) => void middlewares.use(guardDemo(DEMO_FILES, [])),
});

/** The demo imports the sources, which are beside its folder. */
const demo = (): UserConfig => ({
  root: fromRoot('demo'),
  plugins: [servesTheDemoAlone(), refusesFrames()],
  // Several pages; an address that is none of them, such as that of a server that is not there, is not found.
  appType: 'mpa',
  // Reached as 127.0.0.1 and as localhost, which are two origins: the launched systems stand on the other one.
  server: {
    host: '127.0.0.1',
    // No page of another origin reads what is served here.
    cors: false,
    fs: { allow: DEMO_FILES.imported.concat(DEMO_FILES.demo), deny: ['**/demo/server/**'] },
  },
  // Found ahead of time, or the first part that loads on demand would make Vite reload the page.
  optimizeDeps: { entries: ['*.html', 'launched/*.html', '../src/**/*.ts'] },
});

export default defineConfig(({ command, mode }) => ({
  publicDir: false,
  ...(command === 'serve' ? demo() : mode === 'cdn' ? cdn() : library()),
}));
