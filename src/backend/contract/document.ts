/** `openapi.json`: the contract as an OpenAPI 3.1 document, made of the table of operations and the schemas. */
import { VERSION } from '../../version.js';
import { Components, mapValues } from './components.js';
import { OPERATIONS } from './operations/index.js';
import type { Body, Operation } from './operation.js';
import { HEADERS, PARAMETERS } from './parameters.js';
import { COMMON_PROBLEMS, PROBLEMS } from './problems.js';
import type { ProblemName } from './problems.js';
import { problemSchema } from './schemas.js';

type Node = Record<string, unknown>;

const DESCRIPTION = `What a server answers, so that the widgets of \`ocean-integrations\` can register, manage and launch
integrations through it. Whether a running server does, tells:

    npx ocean-integrations conformance https://ehr.example.com/api/ocean --header 'authorization: Bearer …'

- **Security** is the deployment's: a session's cookie, a bearer token, or whatever stands before the server. What is not
  allowed is 401 or 403.
- **Sites**: the header \`site-number\` says on whose behalf is asked. One site never sees what is another's.
- **Versions**: an ETag holds an integration's \`version\`; \`If-Match\` is needed to change or delete it.
- **Repeats**: a registration has an \`Idempotency-Key\`; sent again, it makes nothing more and is answered as it was.
- **Pages**: \`limit\`, \`cursor\`, \`nextCursor\`. Cursors are opaque.
- **Secrets** are write-only. An answer says that one is stored; an update without it keeps it.
- **Refusals** are \`application/problem+json\` (RFC 9457), with \`errors: [{pointer, code, detail}]\` for fields.
- **Fields and event codes that the server does not know** are kept and answered, never dropped.
- **Across origins** a server exposes \`ETag\`, \`Location\`, \`Retry-After\`, \`Date\` and \`X-Request-Id\`, and allows the headers
  \`Content-Type\`, \`Authorization\`, \`If-Match\`, \`Idempotency-Key\` and \`site-number\`.
- **No health information** is in any URL, header, message or log of this API: references only.`;

const TAGS: Readonly<Record<string, string>> = {
  Integrations: 'Finding, registering, changing and deleting integrations.',
  Endpoints: 'Asking an endpoint the challenge.',
  Catalogues: 'What a form offers to choose from.',
  Launches: 'Leading a sender to another system once a referral is sent.',
  Deliveries: 'Messages to an endpoint.',
};

const namesTo = (section: string, names: readonly string[]): Node[] =>
  names.map((name) => ({ $ref: `#/components/${section}/${name}` }));

const responseName = (name: ProblemName): string => name.charAt(0).toUpperCase() + name.slice(1);

const headersOf = (names: readonly (keyof typeof HEADERS)[] = []): Node =>
  names.length === 0
    ? {}
    : {
        headers: Object.fromEntries(
          names.map((name) => [HEADERS[name].name, { $ref: `#/components/headers/${name}` }]),
        ),
      };

class Document {
  private readonly components = new Components();

  make(): Node {
    return {
      openapi: '3.1.1',
      info: {
        title: 'Ocean integrations',
        version: VERSION,
        summary:
          'Registering, managing and launching the custom integrations of the Ocean network.',
        description: DESCRIPTION,
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: '/api/ocean', description: 'Wherever the deployment has it.' }],
      security: [{ bearer: [] }, { session: [] }],
      tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
      paths: this.paths(),
      components: {
        schemas: this.components.schemas(),
        parameters: mapValues(PARAMETERS, ({ schema, ...parameter }) => ({
          ...parameter,
          schema: this.components.use(schema),
        })),
        headers: mapValues(HEADERS, ({ schema, description, required, example }) => ({
          description,
          required,
          schema: this.components.use(schema),
          example,
        })),
        responses: this.problems(),
        securitySchemes: {
          bearer: {
            type: 'http',
            scheme: 'bearer',
            description: 'A token that the host gives (`RestBackend`’s `headers`).',
          },
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: 'session',
            description:
              'The session of the host’s own pages, whatever its name. A server then guards writes against forged ' +
              'requests (SameSite, or the Origin header).',
          },
        },
      },
    };
  }

  private paths(): Node {
    const paths: Record<string, Node> = {};
    for (const [operationId, operation] of Object.entries(OPERATIONS))
      (paths[operation.path] ??= {})[operation.method] = this.operation(operationId, operation);
    return paths;
  }

  private operation(operationId: string, operation: Operation): Node {
    const { tag, summary, description, parameters, request, answers } = operation;
    const problems = [...COMMON_PROBLEMS, ...operation.problems].sort(
      (one, other) => PROBLEMS[one].status - PROBLEMS[other].status,
    );
    return {
      tags: [tag],
      operationId,
      summary,
      description,
      parameters: namesTo('parameters', parameters),
      ...(request && { requestBody: { required: true, content: this.content(request) } }),
      responses: {
        ...mapValues(answers, (answer) => ({
          description: answer.description,
          ...headersOf(answer.headers),
          ...(answer.body && { content: this.content(answer.body) }),
        })),
        ...Object.fromEntries(
          problems.map((name) => [
            PROBLEMS[name].status,
            { $ref: `#/components/responses/${responseName(name)}` },
          ]),
        ),
      },
    };
  }

  private content(body: Body): Node {
    if ('mediaTypes' in body) return Object.fromEntries(body.mediaTypes.map((type) => [type, {}]));
    return {
      'application/json': { schema: this.components.use(body.schema), examples: body.examples },
    };
  }

  private problems(): Node {
    return Object.fromEntries(
      Object.entries(PROBLEMS).map(([name, problem]) => [
        responseName(name as ProblemName),
        {
          description: problem.description,
          ...headersOf('headers' in problem ? problem.headers : undefined),
          content: {
            'application/problem+json': {
              schema: this.components.use(problemSchema),
              example: problem.example,
            },
          },
        },
      ]),
    );
  }
}

export const openApiDocument = (): Record<string, unknown> => new Document().make();
