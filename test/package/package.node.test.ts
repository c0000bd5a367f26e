/** The shape of the package: what a host's Node, bundler and package manager make of it. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fromRoot } from '../../scripts/paths.mjs';
import { VERSION } from '../../src/version.js';
import {
  ACCESS,
  AUTHORIZATION,
  SITES,
  SITE_NUMBER,
  TOKEN,
} from '../backend/broken-server-suite.js';
import { BrokenServer, FAULTS } from '../backend/broken-servers.js';
import { ContractServer } from '../backend/contract-server.js';
import { BuiltPackage } from './built-package.js';

const packageJson = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8')) as {
  version: string;
  exports: Record<string, unknown>;
};

/** Each module that defines one element (a pattern in package.json), with the element's name. */
const elements = readdirSync(fromRoot('src', 'define'))
  .map((file) => file.replace(/\.ts$/, ''))
  .filter((file) => file !== 'index')
  .map((file) => [`ocean-integrations/define/${file}.js`, `ocean-${file}`] as const);

/** The CDN module is for pages alone, and is tried in one. */
const CDN = './dist/cdn/ocean-integrations.js';

const modules = [
  ...Object.entries(packageJson.exports)
    .filter(([entry, target]) => target !== null && entry !== CDN && !/\*|\.json$/.test(entry))
    .map(([entry]) => entry.replace(/^\./, 'ocean-integrations')),
  ...elements.map(([module]) => module),
];

describe('the package', () => {
  let built: BuiltPackage;
  before(async () => {
    built = await BuiltPackage.make();
  });
  after(() => built?.remove());

  for (const module of modules) {
    it(`loads ${module} in plain Node`, async () => {
      assert.equal(
        await built.inNode(`await import('${module}'); console.log('loaded');`),
        'loaded',
      );
    });
  }

  /** What a page's registry is asked to define when a module is imported. */
  const registrations = async (module: string): Promise<unknown> =>
    JSON.parse(
      await built.inNode(`
        const names = [];
        globalThis.customElements = { get() {}, define(name) { names.push(name); } };
        await import('${module}');
        console.log(JSON.stringify(names));`),
    ) as unknown;

  for (const module of modules.filter((name) => !name.includes('/define'))) {
    it(`registers nothing when ${module} is imported`, async () => {
      assert.deepEqual(await registrations(module), []);
    });
  }

  /** What an element renders by its tag is registered with it. */
  const parts: Record<string, string[]> = {
    'ocean-referral-launch': ['ocean-referral-footer', 'ocean-referral-header'],
  };

  for (const [module, name] of elements) {
    it(`registers <${name}>, and no more than it is made of, when ${module} is imported`, async () => {
      assert.deepEqual(await registrations(module), [...(parts[name] ?? []), name]);
    });
  }

  it('hides its inner modules', async () => {
    for (const inner of ['ui/define-element.js', 'dist/version.js'])
      assert.match(
        await built.inNode(`await import('ocean-integrations/${inner}')`),
        /not defined by "exports"/,
      );
  });

  it('keeps its registrations in a bundle that imports them for their effect alone', async () => {
    const one = await built.bundle(`import 'ocean-integrations/define/backend.js';`);
    assert.match(one, /define\("ocean-backend"/);
    assert.doesNotMatch(one, /ocean-integration-form/);
    const all = await built.bundle(`import 'ocean-integrations/define';`);
    for (const [, name] of elements) assert.match(all, new RegExp(`define\\("${name}"`));
  });

  it('gives a bundle no more than it imports', async () => {
    const guard = await built.bundle(
      `import { isBackendError } from 'ocean-integrations'; console.log(isBackendError);`,
    );
    assert.doesNotMatch(guard, /LitElement|customElements|ocean-integration-form/);
    const backend = await built.bundle(
      `import { OceanBackend } from 'ocean-integrations'; console.log(OceanBackend);`,
    );
    assert.match(backend, /OceanBackend = class/);
    assert.doesNotMatch(backend, /OceanIntegrationForm|define\("ocean-/);
  });

  describe('with its command', () => {
    const conformance = (server: { baseUrl: string }, ...only: string[]) =>
      built.command('conformance', server.baseUrl, ...ACCESS, ...SITES, '--only', only.join());

    it('ends with 0 where a server keeps all', async () => {
      const server = await ContractServer.start({ authorization: AUTHORIZATION });
      const { code, output } = await conformance(
        server,
        'register-answers-integration',
        'http-etag',
      );
      const { items } = await server.site(SITE_NUMBER).listIntegrations({});
      await server.stop();
      assert.equal(code, 0, output);
      assert.match(output, /^2 kept, 0 broken\.$/m);
      assert.match(output, /all are deleted\.$/m);
      assert.deepEqual(items, []);
      assert.doesNotMatch(output, new RegExp(TOKEN));
    });

    it('ends with 1 where it is broken, shows how, and no credentials', async () => {
      const fault = FAULTS.find(({ name }) => name === 'forgets the ETag');
      assert.ok(fault);
      const server = await ContractServer.start({ authorization: AUTHORIZATION });
      const broken = await BrokenServer.start(server.baseUrl, fault);
      const { code, output } = await conformance(broken, 'http-etag');
      const { items } = await server.site(SITE_NUMBER).listIntegrations({});
      await broken.stop();
      await server.stop();
      assert.equal(code, 1, output);
      assert.match(output, /^BROKEN +http-etag/m);
      assert.match(output, /> (?:GET|POST) \//);
      assert.doesNotMatch(output, new RegExp(TOKEN));
      assert.deepEqual(items, []);
    });

    it('ends with 2 and its usage where it is called wrongly', async () => {
      const { code, output } = await built.command('conformance');
      assert.equal(code, 2);
      assert.match(output, /^Usage: ocean-integrations conformance <base URL>/m);
    });
  });
});

describe('the files beside the package', () => {
  it('agree on the version', () => {
    assert.equal(VERSION, packageJson.version);
  });

  it('name no registry in the lock file', () => {
    assert.doesNotMatch(readFileSync(fromRoot('package-lock.json'), 'utf8'), /"resolved"/);
  });
});
