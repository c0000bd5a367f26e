/** ESLint: types, Lit templates and their accessibility, web components, and which folder may import which. */
import { readFileSync } from 'node:fs';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const FOLDERS = [
  'define',
  'integration',
  'backend',
  'registration',
  'management',
  'launch',
  'ui',
  'locales',
  'server-rules',
];

/**
 * Imports point one way: widgets -> ui, backend -> integration.
 *
 * @param {string} folder in src
 * @param {string[]} allowed what it may import
 * @param {string[]} [types] what it may import the types of
 */
const mayImport = (folder, allowed, types = []) => {
  const others = FOLDERS.filter((other) => other !== folder && !allowed.includes(other));
  const forbid = (names, allowTypeImports) => ({
    regex: `^(?:\\.\\./)+(?:(?:${names.join('|')})/${allowTypeImports ? '' : '|index\\.js$'})`,
    allowTypeImports,
    message: `src/${folder} may import ${allowed.join(', ') || 'nothing of ours'}${types.length ? `, and types of ${types.join(', ')}` : ''}.`,
  });
  const forbidden = others.filter((other) => !types.includes(other));
  return {
    files: [`src/${folder}/**/*.ts`],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [forbid(forbidden, false), ...(types.length ? [forbid(types, true)] : [])],
        },
      ],
    },
  };
};

/** The modules of src that the package exports by a name of their own, such as `backend/rest.js`. */
const ENTRIES = Object.values(
  JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')).exports,
).flatMap(
  (target) => /^\.\/dist\/(?!(?:cdn|define)\/)([^*]+\.js)$/.exec(target?.default ?? '')?.[1] ?? [],
);

const NOT_DEFERRED = [
  ':function Identifier',
  'PropertyDefinition[static=false] > .value Identifier',
];
const NOT_A_READ = [
  'MemberExpression > .property',
  'Property > .key',
  'UnaryExpression[operator="typeof"] > Identifier',
  'TSTypeQuery Identifier',
];

export default defineConfig(
  { ignores: ['dist/', 'coverage/', '.stryker-tmp/', 'scripts/*.d.mts'] },
  tseslint.configs.recommendedTypeChecked,
  lit.configs['flat/recommended'],
  wc.configs['flat/recommended'],
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { 'lit-a11y': litA11y },
    rules: {
      ...litA11y.configs.recommended.rules,
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['test', 'it', 'describe', 'suite'] },
            // Typed as a promise by @open-wc/semantic-dom-diff, which it is not.
            { from: 'package', package: 'chai', name: 'Equal' },
          ],
        },
      ],
      // As the compiler has it.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // An adapter's methods are async by contract, whether or not they wait for something.
      '@typescript-eslint/require-await': 'off',
      // Event listeners in Lit templates are bound by Lit.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  mayImport('integration', []),
  mayImport('backend', ['integration']),
  mayImport('ui', ['integration'], ['locales']),
  mayImport('locales', ['integration'], ['ui', 'backend', 'registration', 'management', 'launch']),
  // The form shows a launch as its sender will see it: with the launch's own widgets.
  mayImport('registration', ['integration', 'backend', 'ui', 'locales', 'launch']),
  mayImport('management', ['integration', 'backend', 'ui', 'locales']),
  mayImport('launch', ['integration', 'backend', 'ui', 'locales']),
  mayImport('server-rules', ['integration', 'backend']),
  {
    // A worked example of a server shows what a server gets with the package.
    files: ['demo/server/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `^(?:\\.\\./)+src/(?!(?:${ENTRIES.join('|')})$)`,
              message: `demo/server may import of src what the package exports: ${ENTRIES.join(', ')}.`,
            },
          ],
        },
      ],
    },
  },
  {
    // Importing anything in plain Node must not throw: the guarded `define` alone reaches for the page at once.
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: `Identifier[name=/^(?:window|document|customElements)$/]:not(${[...NOT_DEFERRED, ...NOT_A_READ].join(', ')})`,
          message: 'No page at module scope: the module must load without one.',
        },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    // `expect(x).to.be.true` of Chai is an expression.
    rules: { '@typescript-eslint/no-unused-expressions': 'off' },
  },
  { files: ['**/*.js', '**/*.mjs'], extends: [tseslint.configs.disableTypeChecked] },
);
