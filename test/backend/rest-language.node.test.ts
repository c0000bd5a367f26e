/** The language that a REST request asks for, and the one that a server's sentence is in. */
import assert from 'node:assert/strict';
import test from 'node:test';
import type { CallOptions } from '../../src/backend/backend.js';
import { isBackendError } from '../../src/backend/backend-error.js';
import type { BackendError } from '../../src/backend/backend-error.js';
import { RestBackend } from '../../src/backend/rest.js';

const PROBLEM = {
  detail: 'Non.',
  errors: [{ pointer: '/name', code: 'x', detail: 'Trop court.' }],
};

const refused = async (
  contentLanguage: string | undefined,
  options: CallOptions = {},
  headers?: () => HeadersInit,
): Promise<{ sent: Headers; error: BackendError }> => {
  let sent = new Headers();
  const backend = new RestBackend({
    baseUrl: 'https://api.example.org/',
    headers,
    retries: 0,
    fetch: async (_, init) => {
      sent = new Headers(init?.headers);
      return new Response(JSON.stringify(PROBLEM), {
        status: 422,
        headers: {
          'content-type': 'application/problem+json',
          ...(contentLanguage !== undefined && { 'content-language': contentLanguage }),
        },
      });
    },
  });
  try {
    await backend.getIntegration('i-1', options);
  } catch (error) {
    if (isBackendError(error)) return { sent, error };
  }
  throw new Error('Not refused');
};

test('asks for the language that the call names', async () => {
  for (const language of ['fr-CA', 'en-CA']) {
    const { sent } = await refused(undefined, { language });
    assert.equal(sent.get('accept-language'), language);
  }
});

test('asks for none where neither the call nor a page names one', async () => {
  const { sent } = await refused(undefined);
  assert.equal(sent.get('accept-language'), null);
});

for (const [lang, asked] of [
  ['fr', 'fr-CA'],
  ['fr_CA', 'fr-CA'],
  ['en', 'en-CA'],
  ['', 'en-CA'],
] as const) {
  test(`without one in the call, asks for that of the page: ${lang}`, async () => {
    Object.assign(globalThis, { document: { documentElement: { lang } } });
    try {
      assert.equal((await refused(undefined)).sent.get('accept-language'), asked);
    } finally {
      Reflect.deleteProperty(globalThis, 'document');
    }
  });
}

test('a host’s own Accept-Language stays', async () => {
  const { sent } = await refused(undefined, { language: 'fr-CA' }, () => ({
    'Accept-Language': 'iu',
  }));
  assert.equal(sent.get('accept-language'), 'iu');
});

for (const [header, language] of [
  ['fr', 'fr'],
  ['fr-CA', 'fr-CA'],
  [' fr-CA ', 'fr-CA'],
  ['fr_CA', 'fr-CA'],
  ['iu-Cans-CA', 'iu-Cans-CA'],
  ['en, fr', undefined],
  ['', undefined],
  ['*', undefined],
  ['"fr"', undefined],
  ['x onmouseover=alert(1)', undefined],
  [undefined, undefined],
] as const) {
  test(`Content-Language ${header}: ${language}`, async () => {
    const { error } = await refused(header);
    assert.equal(error.language, language);
    assert.equal(error.detail, 'Non.');
    assert.deepEqual(
      error.fieldErrors.map(({ detail, language: of }) => [detail, of]),
      [['Trop court.', language]],
    );
  });
}
