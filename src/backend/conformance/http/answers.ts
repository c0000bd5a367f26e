/** What holds for every answer. Each requirement asks a bit of everything, then looks at all that was answered in the run. */
import { parseJson } from '../../rest/problem.js';
import { findOperation } from '../../contract/find-operation.js';
import type { Answer } from '../../contract/operation.js';
import { parseWith } from '../../../integration/parse.js';
import { check, holds } from '../assert.js';
import { checkProblem } from './check-problem.js';
import { httpRequirement } from './http-requirement.js';
import type { HttpTrial } from './http-requirement.js';
import { BrokenExchange } from './recorder.js';
import type { Exchange, RawAnswer } from './recorder.js';
import { tour } from './tour.js';

type Answered = Exchange & { answer: RawAnswer };

/** Path of an exchange below the base URL. */
const pathOf = (trial: HttpTrial, { url }: Exchange): string =>
  url.pathname.slice(new URL(trial.api.options.baseUrl).pathname.replace(/\/+$/, '').length);

/** Tries `look` on each answer of the run; a failure carries the exchange. */
const lookAtAll = async (trial: HttpTrial, look: (exchange: Answered) => void): Promise<void> => {
  await tour(trial);
  for (const exchange of trial.subject.recorder.exchanges) {
    if (!exchange.answer) continue;
    try {
      look(exchange as Answered);
    } catch (thrown) {
      throw new BrokenExchange(thrown, exchange);
    }
  }
};

const isSuccess = ({ answer: { status } }: Answered): boolean => status >= 200 && status < 300;

const checkShape = ({ text }: RawAnswer, { body }: Answer): void => {
  if (!body || !('schema' in body)) return;
  const raw = parseJson(text);
  const parsed = parseWith(body.schema, raw);
  check(
    parsed.ok,
    `The answer should match its schema, but does not: ${JSON.stringify(!parsed.ok && parsed.issues)}.`,
  );
  // A lenient schema replaces what it does not understand: what it gives is then not what came.
  check(holds(raw, parsed.value), 'The answer should match its schema whole, but parts do not.');
};

/** Names of secrets within an authentication, at any depth. */
const hasSecretField = (value: unknown, inside = false): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(
    ([name, inner]) =>
      (inside && ['password', 'clientSecret', 'key'].includes(name)) ||
      hasSecretField(inner, name === 'authentication'),
  );
};

export const answers = [
  httpRequirement(
    'http-answers-shape',
    'Every success has a status of the contract and a body that matches its schema, as application/json',
    (trial) =>
      lookAtAll(trial, (exchange) => {
        const found = findOperation(exchange.method, pathOf(trial, exchange));
        if (!found || !isSuccess(exchange)) return;
        const { answer } = exchange;
        const { answers: expectedAnswers } = found.operation;
        const expected = expectedAnswers[answer.status];
        check(
          expected,
          `The status should be ${Object.keys(expectedAnswers).join(' or ')}, but is ${answer.status}.`,
        );
        if (!expected.body) return;
        const type = answer.headers.get('content-type') ?? 'none';
        check(
          /^application\/json\b/i.test(type),
          `The content type should be application/json, but is ${type}.`,
        );
        checkShape(answer, expected);
      }),
  ),

  httpRequirement(
    'http-problems',
    'Every refusal is a problem document with its status and a title, as application/problem+json',
    (trial) =>
      lookAtAll(trial, ({ method, answer, url }) => {
        const { status, headers, text } = answer;
        if (status < 400) return;
        const request = `${method} ${url.pathname}`;
        checkProblem({ status, headers, json: parseJson(text), request });
      }),
  ),

  httpRequirement(
    'http-secrets',
    'No answer holds a secret that was sent, or a field for one',
    (trial) =>
      lookAtAll(trial, ({ answer: { headers, text } }) => {
        const whole = `${[...headers].flat().join('\n')}\n${text}`;
        for (const secret of trial.subject.recorder.secrets)
          check(!whole.includes(secret), 'An answer should hold no secret, but does.');
        check(
          !hasSecretField(parseJson(text)),
          'An authentication in an answer should have no field for a secret, but has.',
        );
      }),
  ),

  httpRequirement(
    'http-retry-after',
    'An answer 429 says in Retry-After how long to wait, where there is one',
    (trial) =>
      lookAtAll(trial, ({ answer: { status, headers } }) => {
        if (status !== 429) return;
        const wait = headers.get('retry-after') ?? '';
        check(
          /^\d+$/.test(wait) || !Number.isNaN(Date.parse(wait)),
          `Retry-After should be seconds or a date, but is ${JSON.stringify(wait)}.`,
        );
      }),
  ),
];
