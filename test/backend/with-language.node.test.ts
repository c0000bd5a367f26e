/** A backend as an element uses it: its calls carry the language of the element's user. */
import assert from 'node:assert/strict';
import test from 'node:test';
import type { IntegrationBackend } from '../../src/backend/backend.js';
import { withLanguage } from '../../src/backend/with-language.js';

class HostBackend {
  readonly #calls: unknown[][] = [];
  siteNumber = '1234';
  get calls(): unknown[][] {
    return this.#calls;
  }
  async listIntegrations(...given: unknown[]): Promise<void> {
    this.#calls.push(given);
  }
  async getIntegration(...given: unknown[]): Promise<void> {
    this.#calls.push(given);
  }
}

const made = (language = 'fr-CA', freeze = false) => {
  const own = new HostBackend();
  if (freeze) Object.freeze(own);
  return { own, used: withLanguage(own as unknown as IntegrationBackend, () => language) };
};

test('the language goes along with the signal, whatever else is given', async () => {
  const { own, used } = made();
  const { signal } = new AbortController();
  await used.listIntegrations({ query: 'x' }, { signal });
  await used.getIntegration('i-1', { signal });
  assert.deepEqual(own.calls, [
    [{ query: 'x' }, { signal, language: 'fr-CA' }],
    ['i-1', { signal, language: 'fr-CA' }],
  ]);
});

test('a query is no options, and a call without options stays as it is', async () => {
  const { own, used } = made();
  await used.listIntegrations({ query: 'x' });
  assert.deepEqual(own.calls, [[{ query: 'x' }]]);
});

test('the language is that of the moment', async () => {
  const own = new HostBackend();
  let language = 'en-CA';
  const used = withLanguage(own as unknown as IntegrationBackend, () => language);
  await used.getIntegration('i-1', { signal: undefined });
  language = 'fr-CA';
  await used.getIntegration('i-1', { signal: undefined });
  assert.deepEqual(
    own.calls.map(([, options]) => (options as { language: string }).language),
    ['en-CA', 'fr-CA'],
  );
});

test('what the backend lacks, brings later, or has besides is seen as it is', () => {
  const { own, used } = made();
  assert.equal(used.createLaunch, undefined);
  assert.equal('createLaunch' in used, false);
  assert.equal('listIntegrations' in used, true);
  assert.equal((used as unknown as HostBackend).siteNumber, '1234');
  Object.assign(own, { createLaunch: async () => ({ url: 'https://example.org/' }) });
  assert.equal(typeof used.createLaunch, 'function');
});

test('a frozen backend works', async () => {
  const { own, used } = made('en-CA', true);
  await used.getIntegration('i-1', { signal: undefined });
  assert.equal(own.calls.length, 1);
});
