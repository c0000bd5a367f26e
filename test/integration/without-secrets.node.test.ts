/** What leaves the form and the list: without what looks like a secret, by name, by value and in addresses; all else stays. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withoutSecrets } from '../../src/integration/without-secrets.js';
import type { IntegrationDraft } from '../../src/integration/schema.js';

const DRAFT: IntegrationDraft = {
  module: 'ereferrals',
  name: 'Northern Imaging',
  requestUrl: 'https://hooks.northern-imaging.example/ocean',
  payload: { format: 'fhir-r4', guide: '0.11.1' },
  authentication: { type: 'none' },
  events: ['add-service-request'],
  enabled: true,
  launch: null,
};

/** Any text; by itself it looks like nothing. */
const SECRET = 'correct horse';

const SECRET_NAMES = (
  'password clientSecret key signingSecret apiKey token secret Password PASSWORD pass passwd pwd pw passphrase passcode api_key api-key ' +
  'API_KEY apikey x-api-key X-API-Key accessToken access_token refreshToken idToken bearer bearerToken bearer_token authorization Authorization auth ' +
  'authToken sessionToken session_id sessionId sessionid cookie setCookie signature sig hmac hmacKey privateKey private_key privatekey encryptionKey signingKey ' +
  'webhookSecret webhook_secret sharedSecret secretKey secret_access_key accessKey subscriptionKey masterKey credentials credential creds jwt otp totpSecret pin ' +
  'connectionString connection_string motDePasse mot_de_passe motdepasse jeton jetonAcces cle clé cleApi cléPrivée cle_secrete oldPassword newPassword password2 ' +
  'passwordHash key2 keyValue tokenValue tokens secrets apiKeys keys dbPassword userPassword clientAssertionToken routingKey storageAccountKey webhook.key smtp_password ' +
  'licenseKey xsrfToken csrf_token secretValue previousSecret nextSigningSecret signingSecretPrevious hasheddbpw_pw pem totp'
).split(' ');

const HARMLESS_NAMES = (
  'keyboard keywords keynote monkey turkey hockey publicKey primaryKey sortKey idempotencyKey tokenUrl token_url tokenEndpoint keyId key_id passwordPolicy ' +
  'tokenType tokenExpiresAt secretName secretVersion passenger compass bypass passport author authority authors authentication secretary secretariat ' +
  'tokenised signal design assignment pinned spinner opinion patients note colour region retryPolicy contact clinic basicInfo basics description hint ' +
  'apiVersion clientId scope username userName companyName format guide launch payload events module enabled name code value type url id label data text'
).split(' ');

const harmless = { note: SECRET };

describe('A member whose name looks like a secret', () => {
  for (const name of SECRET_NAMES)
    it(`is left out at any depth: ${name}`, () => {
      const given = {
        ...harmless,
        [name]: SECRET,
        authentication: { type: 'basic', [name]: SECRET },
        list: [{ inner: { [name]: [SECRET], ...harmless } }],
        objects: { [name]: { deep: SECRET } },
        numbers: { [name]: 1234 },
      };
      const { value, removed } = withoutSecrets(given);
      assert.deepEqual(value, {
        ...harmless,
        authentication: { type: 'basic' },
        list: [{ inner: harmless }],
        objects: {},
        numbers: {},
      });
      assert.equal(removed, 5);
      assert.equal(given.authentication.type, 'basic', 'the given value stays');
    });
});

describe('A member whose name only resembles one', () => {
  for (const name of HARMLESS_NAMES)
    it(`stays: ${name}`, () => {
      const given = { [name]: SECRET, inner: [{ [name]: { deep: SECRET } }] };
      assert.deepEqual(withoutSecrets(given), { value: given, removed: 0 });
    });

  for (const value of [true, false, null, ''])
    it(`and one that holds nothing stays: ${String(value) || 'empty'}`, () => {
      const given = { hasPassword: value, authentication: { hasKey: value } };
      assert.deepEqual(withoutSecrets(given), { value: given, removed: 0 });
    });
});

describe('A secret by its value', () => {
  for (const value of [
    'whsec_C2FVsBQIhrscChlQIMV',
    'Bearer abc123def456',
    'bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc',
    'Basic YWRtaW46cHc=',
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc',
    '-----BEGIN PRIVATE KEY-----\nMIIE',
    '-----BEGIN RSA PRIVATE KEY-----\nMIIE',
    'sk_live_abcdef',
    'ghp_abcdefghijkl',
    'github_pat_abc',
    'xoxb-123',
    'AKIAIOSFODNN7EXAMPLE',
    'X-Auth: whsec_abc',
  ])
    it(`is left out: ${value.slice(0, 24)}`, () => {
      assert.deepEqual(withoutSecrets({ note: value, list: [value, 'x'] }), {
        value: { list: ['x'] },
        removed: 2,
      });
    });

  for (const value of [
    'Basic imaging',
    'Basic information',
    'The bearer of this letter',
    'Bearer transport',
    'Password reset service',
    'https://host.example/token',
    '3fa85f64-5717-4562-b3fc-2c963f66afa6',
    'Clé en main',
    'a@b.example',
  ])
    it(`is none: ${value}`, () => {
      assert.deepEqual(withoutSecrets({ name: value }), { value: { name: value }, removed: 0 });
    });
});

describe('A secret that another member names', () => {
  const ROWS: readonly (readonly [given: unknown, kept: unknown])[] = [
    [{ name: 'Authorization', value: SECRET }, { name: 'Authorization' }],
    [{ key: 'apiKey', value: SECRET }, { key: 'apiKey' }],
    [
      { header: 'X-Api-Key', value: SECRET, order: 1 },
      { header: 'X-Api-Key', order: 1 },
    ],
    [{ name: 'password', valueString: SECRET }, { name: 'password' }],
    [['Authorization', SECRET], ['Authorization']],
    [
      { key: 'colour', value: 'blue' },
      { key: 'colour', value: 'blue' },
    ],
    [
      { name: 'Accept', value: 'text/html' },
      { name: 'Accept', value: 'text/html' },
    ],
    [
      ['Accept', 'text/html'],
      ['Accept', 'text/html'],
    ],
  ];
  for (const [given, kept] of ROWS)
    it(JSON.stringify(given), () => {
      assert.deepEqual(withoutSecrets({ headers: [given] }).value, { headers: [kept] });
    });
});

describe('An address', () => {
  const ROWS: readonly (readonly [given: string, kept: string])[] = [
    ['https://host.example/x?k=abc', 'https://host.example/x?k={secret}'],
    ['https://host.example/x?a=1&key=abc&b=2#c', 'https://host.example/x?a=1&key={secret}&b=2#c'],
    ['https://host.example/x;key=abc?b=2', 'https://host.example/x;key={secret}?b=2'],
    ['https://host.example/x#access_token=abc', 'https://host.example/x#access_token={secret}'],
    ['https://admin:pw@host.example/x', 'https://host.example/x'],
    ['https:/admin:pw@host.example/x', 'https:/host.example/x'],
    ['admin:pw@host.example/x', 'host.example/x'],
    ['https://admin@host.example/x?sig=1', 'https://host.example/x?sig={secret}'],
    ['https://host.example/x?hcn=1234567897', 'https://host.example/x?hcn={secret}'],
    ['https://host.example/x?Zk3v9Qx71LmP0aTt4WcB8y', 'https://host.example/x?{secret}'],
    [
      'https://host.example/x?next=https%3A%2F%2Fu%3Ap%40h.example',
      'https://host.example/x?next={secret}',
    ],
    ['https://host.example/x?tenant=a&lang=fr#top', 'https://host.example/x?tenant=a&lang=fr#top'],
    ['https://host.example/@user?key=', 'https://host.example/@user?key='],
    ['', ''],
  ];
  for (const [given, kept] of ROWS)
    it(`${given || 'that is empty'} is copied as ${kept}`, () => {
      const all = (url: string) => ({
        requestUrl: url,
        authentication: { type: 'oauth2', tokenUrl: url },
        launch: { baseLaunchUrl: url, logoUrl: url },
        callbackUrl: url,
      });
      const { value, removed } = withoutSecrets(all(given));
      assert.deepEqual(value, all(kept));
      assert.equal(removed, given === kept ? 0 : 5);
      if (!given.includes('://')) return;
      const text = (url: string): object => ({
        confirmationMessage: `<a href="${url}">Go on</a> now`,
      });
      assert.deepEqual(withoutSecrets(text(given)).value, text(kept));
    });
});

describe('The whole of an integration', () => {
  it('stays, with what a newer server has added', () => {
    const given = { ...DRAFT, newer: { codes: ['a', 'b'], limit: 3, on: true, nothing: null } };
    const { authentication, ...rest } = given;
    const { value, removed } = withoutSecrets({
      ...rest,
      authentication: { type: authentication.type },
    });
    assert.deepEqual(value, { ...rest, authentication: { type: authentication.type } });
    assert.equal(removed, 0);
  });

  it('of any depth does not throw, and shows nothing', () => {
    const deep = JSON.parse(
      `${'{"a":'.repeat(20_000)}{"password":"pw"}${'}'.repeat(20_000)}`,
    ) as unknown;
    assert.doesNotMatch(JSON.stringify(withoutSecrets(deep).value), /password/);
  });

  it('is a plain object, whatever its members are called', () => {
    const given = JSON.parse('{"__proto__":{"token":"x","a":1},"constructor":"b"}') as object;
    const { value } = withoutSecrets(given);
    assert.equal(Object.getPrototypeOf(value), Object.prototype);
    assert.equal(JSON.stringify(value), '{"__proto__":{"a":1},"constructor":"b"}');
  });

  it('costs little for long texts', () => {
    for (const part of [
      'a',
      'a:',
      'https://',
      'https://a@',
      '?a=b',
      'key=',
      '-',
      '"a":',
      'eyJ',
      'a1',
    ]) {
      const long = part.repeat(100_000 / part.length);
      const start = performance.now();
      withoutSecrets({ note: long, url: long, [long]: long });
      assert.ok(performance.now() - start < 1000, part);
    }
  });
});
