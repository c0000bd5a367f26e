/** To which addresses a stored secret may follow, as a table. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseIntegrationDraft } from '../../src/integration/parse.js';
import type { Deployment } from '../../src/integration/rules.js';
import type { Integration } from '../../src/integration/schema.js';
import { keepsSecrets, secretsToEnter } from '../../src/integration/secret-origins.js';
import type { SecretToEnter } from '../../src/integration/secret-origins.js';

/** Where it was given for, another address, and whether the secret goes along. */
const ADDRESSES: readonly (readonly [what: string, from: string, to: string, keeps: boolean])[] = [
  ['the same', 'https://a.example/x', 'https://a.example/x', true],
  ['another path', 'https://a.example/x', 'https://a.example/y/z', true],
  ['another query', 'https://a.example/x?k=1', 'https://a.example/x?k=2', true],
  ['a fragment', 'https://a.example/x', 'https://a.example/x#y', true],
  ['the port of the scheme', 'https://a.example/x', 'https://a.example:443/x', true],
  ['capitals', 'https://a.example/x', 'HTTPS://A.Example/x', true],
  ['white space around it', 'https://a.example/x', '  https://a.example/y\n', true],
  [
    'invisible characters around it',
    'https://a.example/x',
    '\ufeff\u00a0https://a.example/y',
    true,
  ],
  ['the same name in Unicode', 'https://xn--bcher-kva.example/', 'https://bücher.example/', true],
  ['another host', 'https://a.example/x', 'https://b.example/x', false],
  [
    'another host, with white space around',
    'https://a.example/x',
    ' \u200bhttps://b.example/x',
    false,
  ],
  [
    'another host behind a byte order mark',
    'https://a.example/x',
    '\ufeffhttps://b.example/x',
    false,
  ],
  ['a host below it', 'https://a.example/x', 'https://x.a.example/x', false],
  ['the host above it', 'https://x.a.example/x', 'https://a.example/x', false],
  ['a host that begins so', 'https://a.example/x', 'https://a.example.evil.test/x', false],
  ['a host that ends so', 'https://a.example/x', 'https://evil-a.example/x', false],
  ['a final dot', 'https://a.example/x', 'https://a.example./x', false],
  ['another port', 'https://a.example/x', 'https://a.example:8443/x', false],
  ['from another port', 'https://a.example:8443/x', 'https://a.example/x', false],
  ['without encryption', 'https://a.example/x', 'http://a.example/x', false],
  ['with encryption', 'http://a.example/x', 'https://a.example/x', false],
  ['an address', 'https://a.example/x', 'https://198.51.100.7/x', false],
  ['this machine by name', 'http://127.0.0.1:8080/x', 'http://localhost:8080/x', false],
  ['a look-alike', 'https://ocean.example/', 'https://осеаn.example/', false],
  ['from what is no address', 'an odd server', 'https://b.example/x', false],
];

const DRAFT = {
  module: 'ereferrals',
  name: 'North',
  payload: { format: 'fhir-r4', guide: '0.11.1' },
  events: ['add-service-request'],
};

type Place = 'requestUrl' | 'tokenUrl';

interface Kind {
  readonly type: Integration['authentication']['type'];
  readonly place: Place;
  readonly secret: SecretToEnter['name'];
  readonly authentication: object;
  readonly flag: string;
}

const KINDS: readonly Kind[] = [
  {
    type: 'basic',
    place: 'requestUrl',
    secret: 'password',
    authentication: { username: 'u' },
    flag: 'hasPassword',
  },
  {
    type: 'webhook-key',
    place: 'requestUrl',
    secret: 'key',
    authentication: {},
    flag: 'hasKey',
  },
  {
    type: 'oauth2',
    place: 'tokenUrl',
    secret: 'clientSecret',
    authentication: { clientId: 'c' },
    flag: 'hasClientSecret',
  },
  {
    type: 'oauth2',
    place: 'requestUrl',
    secret: 'clientSecret',
    authentication: { clientId: 'c' },
    flag: 'hasClientSecret',
  },
];

const OTHER = 'https://other.example/unmoved';

const holder = ({ type, place, authentication }: Kind, address: string, more: object = {}) => ({
  ...DRAFT,
  requestUrl: place === 'requestUrl' ? address : OTHER,
  authentication: {
    type,
    ...(type === 'oauth2' && { tokenUrl: place === 'tokenUrl' ? address : OTHER }),
    ...authentication,
    ...more,
  },
});

const asStored = (value: object) => value as unknown as Integration;

describe('A stored secret', () => {
  for (const kind of KINDS) {
    const { type, place, secret, flag } = kind;
    const moved = place === 'requestUrl' ? '/requestUrl' : '/authentication/tokenUrl';
    const pointer = `/authentication/${secret}`;

    for (const [what, from, to, keeps] of ADDRESSES) {
      it(`of ${type} ${keeps ? 'stays for' : 'does not follow'} a ${place}: ${what}`, () => {
        const stored = holder(kind, from, { [flag]: true });
        assert.deepEqual(
          secretsToEnter(holder(kind, to), stored),
          keeps ? [] : [{ name: secret, pointer, reason: 'other-origin', moved }],
        );
        assert.equal(keepsSecrets(holder(kind, to), stored), keeps);
        assert.deepEqual(secretsToEnter(holder(kind, to, { [secret]: 'new' }), stored), []);
      });

      it(`of ${type} is asked for by the schema for a ${place}: ${what}`, () => {
        const deployment: Deployment = 'development';
        const stored = asStored(holder(kind, from, { [flag]: true }));
        const read = (more: object) =>
          parseIntegrationDraft(holder(kind, to, more), { deployment, stored });
        const asked = { ok: false, issues: [{ pointer, code: 'required' }] };
        const result = read({});
        if (keeps) assert.ok(result.ok);
        else assert.deepEqual(result, asked);
        assert.ok(read({ [secret]: 'new' }).ok);
        // What a draft says of itself counts nothing.
        assert.equal(read({ [flag]: true }).ok, keeps);
      });
    }
  }

  it('is not there for a new integration, nor for another kind of authentication', () => {
    const [basic, key] = KINDS as [Kind, Kind];
    const address = 'https://a.example/';
    const notStored = [
      { name: 'password', pointer: '/authentication/password', reason: 'not-stored' },
    ];
    for (const stored of [
      null,
      holder(basic, address),
      holder(basic, address, { hasPassword: false }),
      holder(key, address, { hasKey: true, hasPassword: true }),
    ])
      assert.deepEqual(secretsToEnter(holder(basic, address), stored), notStored);
    assert.equal(keepsSecrets(holder(basic, address), holder(key, address)), false);
    assert.equal(keepsSecrets(holder(basic, address), null), false);
  });

  it('is not asked for at an address that is refused for itself', () => {
    for (const kind of KINDS)
      for (const refused of ['', 'https://', 'https://a b.example/', 'https://u:p@b.example/', 'x'])
        assert.deepEqual(
          secretsToEnter(
            holder(kind, refused),
            holder(kind, 'https://a.example/', { [kind.flag]: true }),
          ),
          [],
          refused,
        );
  });

  it('is compared by what is known of where it was stored for', () => {
    const { authentication } = holder(KINDS[0] as Kind, '', { hasPassword: true });
    assert.deepEqual(
      secretsToEnter(holder(KINDS[0] as Kind, 'https://b.example/'), { authentication }),
      [],
    );
  });

  it('is of no kind that is not known, nor of what is no authentication', () => {
    for (const authentication of [
      { type: 'none' },
      { type: 'mtls' },
      { type: 'constructor' },
      { type: 7 },
      {},
      null,
      undefined,
      'basic',
      [],
    ])
      assert.deepEqual(secretsToEnter({ requestUrl: OTHER, authentication }, null), []);
    for (const value of [null, undefined, 'text', 7, []])
      assert.equal(parseIntegrationDraft(value, { stored: null }).ok, false);
  });
});
