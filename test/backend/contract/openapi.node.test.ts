/** `openapi.json`: fresh, whole, and with examples that are what they show. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { fromRoot } from '../../../scripts/paths.mjs';
import type {
  IntegrationBackend,
  IntegrationQuery,
  ReferralFormQuery,
} from '../../../src/backend/backend.js';
import { openApiDocument } from '../../../src/backend/contract/document.js';
import { findOperation } from '../../../src/backend/contract/find-operation.js';
import { OPERATIONS } from '../../../src/backend/contract/operations/index.js';
import type { Body } from '../../../src/backend/contract/operation.js';
import { HEADERS, PARAMETERS } from '../../../src/backend/contract/parameters.js';
import { COMMON_PROBLEMS, PROBLEMS } from '../../../src/backend/contract/problems.js';
import { problemSchema } from '../../../src/backend/contract/schemas.js';
import { MemoryBackend } from '../../../src/backend/memory.js';
import type { ParseResult } from '../../../src/integration/parse.js';
import { parseWith } from '../../../src/integration/parse.js';
import { VERSION } from '../../../src/version.js';

interface MediaType {
  schema?: object;
  example?: unknown;
  examples?: Record<string, { summary: string; value: unknown }>;
}
interface Response {
  $ref?: string;
  description?: string;
  headers?: Record<string, { $ref: string }>;
  content?: Record<string, MediaType>;
}
interface PathOperation {
  operationId: string;
  summary: string;
  parameters: { $ref: string }[];
  requestBody?: { required: boolean; content: Record<string, MediaType> };
  responses: Record<string, Response>;
}
interface SchemaObject {
  properties?: Record<string, { description?: string; readOnly?: boolean; writeOnly?: boolean }>;
  additionalProperties?: unknown;
  anyOf?: SchemaObject[];
  required?: string[];
}
interface OpenApi {
  openapi: string;
  info: { version: string };
  paths: Record<string, Record<string, PathOperation>>;
  components: {
    schemas: Record<string, SchemaObject>;
    parameters: Record<string, { name: string; in: string; schema: object; example?: unknown }>;
    headers: Record<string, { schema: object; example: unknown }>;
    responses: Record<string, Required<Pick<Response, 'content'>> & Response>;
  };
}

const text = readFileSync(fromRoot('openapi.json'), 'utf8');
const openApi = JSON.parse(text) as OpenApi;

/** Validates by the document alone. `readOnly` and `writeOnly` say who sends a field, not whether it may be there. */
const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
ajv.addSchema(openApi, 'openapi.json');

const inDocument = (schema: object): object =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"openapi.json#/')) as object;

const errorsOf = (schema: object, value: unknown): unknown[] => {
  const validate = ajv.compile(inDocument(schema));
  validate(value);
  return validate.errors ?? [];
};

const schemaErrors = (name: string, value: unknown): unknown[] =>
  errorsOf({ $ref: `#/components/schemas/${name}` }, value);

const named = Object.entries(openApi.components.schemas);

/** Each operation of the document with its place. */
const operations = Object.entries(openApi.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
);

/** Every example of a JSON body, with the schema that the document gives for it. */
const examples = operations.flatMap(({ operation }) =>
  [
    ['request', operation.requestBody?.content] as const,
    ...Object.entries(operation.responses).map(
      ([status, { content }]) => [status, content] as const,
    ),
  ].flatMap(([where, content]) => {
    const { schema, examples: shown = {} } = content?.['application/json'] ?? {};
    return Object.entries(shown).map(([name, { value }]) => ({
      title: `${operation.operationId}, ${where}: ${name}`,
      schema: schema ?? {},
      value,
    }));
  }),
);

describe('openapi.json', () => {
  it('is what the sources say', () => {
    assert.equal(text, `${JSON.stringify(openApiDocument(), null, 2)}\n`);
    assert.equal(openApi.info.version, VERSION);
    assert.match(openApi.openapi, /^3\.1\./);
  });

  it('has every method of the backend, once', () => {
    const ids = operations.map(({ operation }) => operation.operationId).sort();
    assert.deepEqual(ids, Object.keys(OPERATIONS).sort());
    const backend: IntegrationBackend = new MemoryBackend();
    for (const id of ids) assert.equal(typeof Reflect.get(backend, id), 'function', id);
  });

  it('has each operation of the table whole', () => {
    for (const [id, table] of Object.entries(OPERATIONS)) {
      const operation = openApi.paths[table.path]?.[table.method];
      assert.equal(operation?.operationId, id);
      assert.equal(operation.summary, table.summary);
      assert.deepEqual(
        operation.parameters.map(({ $ref }) => $ref.replace(/.*\//, '')),
        table.parameters,
      );
      const statuses = [
        ...Object.keys(table.answers).map(Number),
        ...[...COMMON_PROBLEMS, ...table.problems].map((name) => PROBLEMS[name].status),
      ];
      assert.deepEqual(
        Object.keys(operation.responses).map(Number),
        statuses.sort((one, other) => one - other),
      );
      assert.equal(operation.requestBody !== undefined, table.request !== undefined);
    }
  });

  it('names the parameters of each path', () => {
    for (const { path, operation } of operations) {
      const inPath = operation.parameters
        .map(({ $ref }) => openApi.components.parameters[$ref.replace(/.*\//, '')])
        .filter((parameter) => parameter?.in === 'path')
        .map((parameter) => parameter?.name);
      assert.deepEqual(
        inPath,
        [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
      );
    }
  });

  it('has each filter of the lists', () => {
    const all: Required<IntegrationQuery> = {
      module: 'ereferrals',
      status: 'failing',
      query: 'a',
      sort: 'name',
      cursor: 'c',
      limit: 1,
    };
    const forms: Required<ReferralFormQuery> = { query: 'a', cursor: 'c', limit: 1 };
    for (const [id, query] of [
      ['listIntegrations', all],
      ['listReferralForms', forms],
    ] as const)
      assert.deepEqual(
        OPERATIONS[id].parameters
          .map((name) => PARAMETERS[name])
          .filter((parameter) => parameter.in === 'query')
          .map(({ name }) => name)
          .sort(),
        Object.keys(query).sort(),
      );
  });

  it('asks for the headers of versions and repeats, and answers them', () => {
    const parametersOf = (id: keyof IntegrationBackend) => OPERATIONS[id].parameters;
    for (const id of ['updateIntegration', 'deleteIntegration'] as const) {
      assert.ok(parametersOf(id).includes('ifMatch'));
      const { path, method } = OPERATIONS[id];
      for (const status of ['412', '428'])
        assert.ok(openApi.paths[path]?.[method]?.responses[status], `${id} ${status}`);
    }
    assert.ok(parametersOf('registerIntegration').includes('idempotencyKey'));
    for (const [path, method, status] of [
      ['/integrations', 'post', '201'],
      ['/integrations/{integrationId}', 'get', '200'],
      ['/integrations/{integrationId}', 'put', '200'],
    ] as const)
      assert.ok(openApi.paths[path]?.[method]?.responses[status]?.headers?.['ETag']);
    for (const name of ['RateLimited', 'Unavailable'])
      assert.ok(openApi.components.responses[name]?.headers?.['Retry-After'], name);
    for (const { operation } of operations)
      assert.ok(operation.parameters.some(({ $ref }) => $ref.endsWith('/siteNumber')));
  });

  it('answers every refusal as a problem document', () => {
    for (const [name, { content }] of Object.entries(openApi.components.responses)) {
      assert.deepEqual(Object.keys(content), ['application/problem+json'], name);
      const { example } = content['application/problem+json'] ?? {};
      assert.deepEqual(schemaErrors('Problem', example), [], name);
      assert.ok(parseWith(problemSchema, example).ok, name);
    }
  });

  it('describes each schema and each of its fields', () => {
    const undescribed = (name: string, schema: SchemaObject): string[] => [
      ...Object.entries(schema.properties ?? {})
        .filter(([, { description }]) => !description)
        .map(([field]) => `${name}.${field}`),
      ...(schema.anyOf ?? []).flatMap((one) => undescribed(name, one)),
    ];
    assert.deepEqual(
      named
        .filter(([name]) => name !== 'LocalizedText')
        .flatMap(([name, schema]) => undescribed(name, schema)),
      [],
    );
  });

  it('keeps secrets out of answers, and what is stored out of requests', () => {
    for (const name of ['Authentication', 'AuthenticationDraft']) {
      const fields = Object.assign(
        {},
        ...(openApi.components.schemas[name]?.anyOf ?? []).map(({ properties }) => properties),
      ) as NonNullable<SchemaObject['properties']>;
      for (const secret of ['password', 'clientSecret', 'key'])
        assert.equal(fields[secret]?.writeOnly, true, secret);
      for (const flag of ['hasPassword', 'hasClientSecret', 'hasKey'])
        assert.equal(fields[flag]?.readOnly, true, flag);
    }
  });

  it('leaves every object open for fields of a newer version', () => {
    assert.doesNotMatch(text, /"additionalProperties": false/);
    assert.deepEqual(
      schemaErrors('Integration', { ...integrationExample(), 'x-newer': { any: ['thing'] } }),
      [],
    );
  });

  it('numbers the rules for URLs', () => {
    for (const name of ['RequestUrl', 'BaseLaunchUrl'])
      for (let rule = 0; rule <= 16; rule++)
        assert.match(
          String((openApi.components.schemas[name] as { description?: string }).description),
          new RegExp(`\\bR${rule}: `),
        );
  });
});

const integrationExample = (): Record<string, unknown> =>
  examples.find(({ title }) => title.startsWith('getIntegration'))?.value as Record<
    string,
    unknown
  >;

describe('the examples', () => {
  it('are there for each JSON body', () => {
    for (const { operation } of operations)
      for (const content of [
        operation.requestBody?.content,
        ...Object.values(operation.responses).map((response) => response.content),
      ])
        if (content?.['application/json'])
          assert.ok(Object.keys(content['application/json'].examples ?? {}).length > 0);
  });

  for (const { title, schema, value } of examples)
    it(`match the document: ${title}`, () => assert.deepEqual(errorsOf(schema, value), []));

  const bodies: [string, Body][] = Object.entries(OPERATIONS).flatMap(
    ([id, { request, answers }]): [string, Body][] => [
      ...(request ? [[`${id}, request`, request] as [string, Body]] : []),
      ...Object.entries(answers).flatMap(([status, { body }]): [string, Body][] =>
        body ? [[`${id}, ${status}`, body]] : [],
      ),
    ],
  );
  for (const [title, body] of bodies) {
    if (!('schema' in body)) continue;
    const { schema, examples: shown } = body;
    it(`match the schemas of the sources: ${title}`, () => {
      for (const { value } of Object.values(shown)) {
        const parsed: ParseResult<unknown> = parseWith(schema, value);
        assert.ok(parsed.ok, JSON.stringify(parsed));
        // Nothing in it is replaced, nor dropped.
        assert.deepEqual(parsed.value, value);
      }
    });
  }

  it('match the schemas of the parameters and headers', () => {
    for (const [name, { schema, example }] of [
      ...Object.entries(openApi.components.parameters),
      ...Object.entries(openApi.components.headers),
    ]) {
      assert.notEqual(example, undefined, name);
      assert.deepEqual(errorsOf(schema, example), [], name);
    }
    for (const { schema, example } of [...Object.values(PARAMETERS), ...Object.values(HEADERS)])
      assert.ok(parseWith(schema, example).ok);
  });

  it('name made-up hosts only', () => {
    const hosts = [...text.matchAll(/https?:\/\/([^/"\s`]+)/g)].map(([, host]) => host ?? '');
    assert.deepEqual(
      hosts.filter((host) => !/(^|\.)example\.(com|org)$/.test(host)),
      [],
    );
  });
});

describe('the schemas of the document', () => {
  const wrong: [string, (value: Record<string, unknown>) => void][] = [
    ['no id', (value) => delete value['id']],
    ['an unknown module', (value) => (value['module'] = 'billing')],
    ['events that are no list', (value) => (value['events'] = 'all')],
    ['a payload of two formats', (value) => (value['payload'] = { format: 'fhir-r4' })],
    ['an unknown kind of authentication', (value) => (value['authentication'] = { type: 'x' })],
    ['no endpoint', (value) => delete value['endpoint']],
  ];
  for (const [title, spoil] of wrong)
    it(`refuse an integration with ${title}`, () => {
      const value = structuredClone(integrationExample());
      spoil(value);
      assert.notDeepEqual(schemaErrors('Integration', value), []);
    });

  it('refuse a draft without events or with a name that is too long', () => {
    const draft = examples.find(({ title }) => title.startsWith('registerIntegration, request'));
    const value = { ...(draft?.value as object), name: 'n'.repeat(81), events: [] };
    const errors = schemaErrors('IntegrationDraft', value) as { instancePath: string }[];
    assert.deepEqual(errors.map(({ instancePath }) => instancePath).sort(), ['/events', '/name']);
  });

  it('match what the in-memory backend answers', async () => {
    const backend = new MemoryBackend({ launches: true });
    const draft = examples.find(({ title }) => title.startsWith('registerIntegration, request'));
    const made = await backend.registerIntegration(draft?.value as never, { idempotencyKey: 'k' });
    const { id } = made;
    const eventType = made.events[0] ?? '';
    const answers: [string, unknown][] = [
      ['Integration', made],
      ['IntegrationPage', await backend.listIntegrations({})],
      ['Endpoint', await backend.checkEndpoint({ integrationId: id })],
      ['EventTypeList', { items: await backend.listEventTypes({}) }],
      ['ReferralFormPage', await backend.listReferralForms({ limit: 200 })],
      ['PublicLaunchSettings', await backend.getLaunchSettings({ integrationId: id })],
      ['Launch', await backend.createLaunch({ integrationId: id, referralRef: 'ref' })],
      ['Delivery', await backend.sendTestEvent(id, { eventType })],
      ['DeliveryPage', await backend.listDeliveries(id, {})],
    ];
    for (const [name, answer] of answers) assert.deepEqual(schemaErrors(name, answer), [], name);
  });
});

describe('finding an operation', () => {
  for (const [method, path, name] of [
    ['GET', '/integrations', 'listIntegrations'],
    ['get', '/integrations/a%2Fb', 'getIntegration'],
    ['POST', '/deliveries/d/redeliver', 'redeliver'],
    ['GET', '/integrations/', undefined],
    ['GET', '/integrations/%zz', undefined],
    ['PATCH', '/integrations/1', undefined],
    ['GET', '/integrations/1/unknown', undefined],
  ] as const)
    it(`${method} ${path}: ${name ?? 'none'}`, () =>
      assert.equal(findOperation(method, path)?.name, name));

  it('gives the parameters of the path', () =>
    assert.deepEqual(findOperation('GET', '/integrations/a%2Fb')?.parameters, {
      integrationId: 'a/b',
    }));
});
