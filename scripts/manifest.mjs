/**
 * custom-elements.json, from the JSDoc of the sources: `npm run manifest` writes it, without `--write` it is compared.
 * Only elements and their public members are in it, by the paths of the published modules and in a fixed order, so that
 * it changes with the elements alone.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { create, ts } from '@custom-elements-manifest/analyzer';
import { litPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';
import { fromRoot } from './paths.mjs';

const FILE = fromRoot('custom-elements.json');

/** @param {string} [file] path of a source, such as `src/backend/rest.ts` or `/src/backend/rest.js` */
const published = (file) => file?.replace(/^\/?src\/(.*)\.[jt]s$/, 'dist/$1.js');

/** Reads `define('ocean-x', OceanX)` of src/define, which the analyzer doesn't know for a registration. */
const definitions = {
  name: 'definitions',
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isCallExpression(node) || node.expression.getText() !== 'define') return;
    const [name, element] = node.arguments;
    if (!name || !element || !ts.isStringLiteral(name) || !ts.isIdentifier(element)) return;
    moduleDoc.exports = [
      ...(moduleDoc.exports ?? []),
      {
        kind: 'custom-element-definition',
        name: name.text,
        declaration: { name: element.text },
      },
    ];
  },
};

const isPublic = ({ privacy }) => privacy === undefined || privacy === 'public';

/** Gives elements their tag names and definitions their modules, and leaves out what is not for hosts. */
const publicElements = {
  name: 'public-elements',
  packageLinkPhase({ customElementsManifest }) {
    const { modules } = customElementsManifest;
    const definitionsOf = (module) =>
      (module.exports ?? []).filter(({ kind }) => kind === 'custom-element-definition');
    const elementsOf = (module) =>
      (module.declarations ?? []).filter(({ customElement }) => customElement);
    for (const definition of modules.flatMap(definitionsOf)) {
      for (const module of modules) {
        const element = elementsOf(module).find(({ name }) => name === definition.declaration.name);
        if (!element) continue;
        element.tagName = definition.name;
        definition.declaration.module = published(module.path);
      }
    }
    customElementsManifest.modules = modules
      .map((module) => ({
        kind: module.kind,
        path: published(module.path),
        declarations: elementsOf(module),
        exports: [
          ...(module.exports ?? []).filter(
            ({ kind, declaration }) =>
              kind === 'js' && elementsOf(module).some(({ name }) => name === declaration.name),
          ),
          ...definitionsOf(module),
        ],
      }))
      .filter(({ exports }) => exports.length > 0);
    for (const { declarations, exports } of customElementsManifest.modules) {
      for (const element of declarations) element.members = element.members?.filter(isPublic);
      for (const { declaration } of exports) declaration.module = published(declaration.module);
    }
  },
};

/** @returns {string} the manifest of the sources as they are now, as the text of its file */
function manifestOfSources() {
  const files = readdirSync(fromRoot('src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `src/${file.split(path.sep).join('/')}`)
    .sort();
  const modules = files.map((file) =>
    ts.createSourceFile(file, readFileSync(fromRoot(file), 'utf8'), ts.ScriptTarget.ES2022, true),
  );
  const manifest = create({
    modules,
    plugins: [...litPlugin(), definitions, publicElements],
    context: { dev: false, thirdPartyCEMs: [] },
  });
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function main() {
  const text = manifestOfSources();
  if (process.argv.includes('--write')) {
    writeFileSync(FILE, text);
    return;
  }
  let written;
  try {
    written = readFileSync(FILE, 'utf8');
  } catch {
    // missing, so not fresh
  }
  if (written === text) return;
  console.error('custom-elements.json is not what the sources say: run `npm run manifest`.');
  process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
