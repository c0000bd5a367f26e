/** What each entry of the package weighs with all that it imports, and the hand-written elements beside. */
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { fromRoot } from '../../scripts/paths.mjs';
import { BUDGETS, measure } from '../../scripts/size.mjs';
import type { Measured } from '../../scripts/size.mjs';
import { PEER_ENTRIES } from './subjects.js';

/** By entry, such as `define/integration-form.js`. */
export type Bytes = Readonly<Record<string, Measured>>;

/** The entries of package.json by their module; a pattern stands for each file that it matches. */
const entryModules = (): string[] => {
  const { exports } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8')) as {
    exports: Record<string, { types?: string } | string | null>;
  };
  const isEntry = (name: string): boolean => exports[`./${name}.js`] !== null;
  return Object.values(exports).flatMap((entry) => {
    const types = typeof entry === 'object' ? entry?.types : undefined;
    const module = types?.replace(/^\.\/dist\/(.*)\.d\.ts$/, '$1');
    if (module === undefined) return [];
    const [folder = '', pattern] = module.split('*');
    if (pattern === undefined) return [module];
    return readdirSync(fromRoot('src', folder))
      .map((file) => folder + file.replace(/\.ts$/, ''))
      .filter(isEntry);
  });
};

/** Minified, dependencies in. Several entries that a page imports together are weighed together where they have a budget. */
export const weighEntries = async (): Promise<Bytes> => {
  // What an earlier build left may be of other sources.
  execFileSync(process.execPath, [fromRoot('scripts', 'build.mjs')], { stdio: 'inherit' });
  const bytes: Record<string, Measured> = {};
  for (const module of entryModules()) bytes[`${module}.js`] = await measure(`dist/${module}.js`);
  for (const { entry, source } of BUDGETS) {
    if (typeof source !== 'string') bytes[entry] = await measure(source);
  }
  for (const [name, source] of Object.entries(PEER_ENTRIES)) bytes[name] = await measure(source);
  return bytes;
};

const cell = (count: number): string => count.toLocaleString('en-CA').padStart(10);

export const bytesTable = (bytes: Bytes): string => {
  const width = Math.max(
    ...Object.entries(bytes).flatMap(([name, { onDemand }]) => [
      name.length,
      ...onDemand.map((part) => part.name.length + 2),
    ]),
  );
  const line = (name: string, { raw, gzip, brotli }: Measured['usable']): string =>
    `${name.padEnd(width)}${cell(raw)}${cell(gzip)}${cell(brotli)}`;
  return [
    `${'Bytes'.padEnd(width)}${['minified', 'gzip', 'brotli'].map((head) => head.padStart(10)).join('')}`,
    ...Object.entries(bytes).flatMap(([name, { usable, onDemand }]) => [
      line(name, usable),
      // Listed where they belong to one element; the entries that hold all would repeat them.
      ...(/(?:^|\/)index\.js$/.test(name)
        ? []
        : onDemand.map((part) => line(`  ${part.name}`, part))),
    ]),
  ].join('\n');
};
