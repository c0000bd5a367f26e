/** The suite's own few assertions: no dependency, no test runner. */
import { isBackendError } from '../backend-error.js';
import type { BackendError, BackendErrorKind } from '../backend-error.js';

/** Fails with `sentence`, which says what should have been. */
export function check(condition: unknown, sentence: string): asserts condition {
  if (!condition) throw new Error(sentence);
}

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
};

export const checkEqual = (actual: unknown, expected: unknown, what: string): void =>
  check(
    JSON.stringify(actual) === JSON.stringify(expected),
    `${what} should be ${shown(expected)}, but is ${shown(actual)}.`,
  );

/** Whether all of `expected` is in `actual`, which may have more fields. */
export const holds = (actual: unknown, expected: unknown): boolean => {
  if (typeof expected !== 'object' || expected === null) return actual === expected;
  if (typeof actual !== 'object' || actual === null) return false;
  if (Array.isArray(expected) && (!Array.isArray(actual) || actual.length !== expected.length))
    return false;
  return Object.entries(expected).every(
    ([name, value]) => value === undefined || holds(Reflect.get(actual, name), value),
  );
};

/** Each field of `expected` is as it was given; further fields are the backend's own. */
export const checkHolds = (actual: unknown, expected: object, what: string): void => {
  for (const [name, value] of Object.entries(expected))
    check(
      holds(Reflect.get(Object(actual), name), value),
      `${what}: "${name}" should be ${shown(value)}, but is ${shown(Reflect.get(Object(actual), name))}.`,
    );
};

/** The call fails, by a rejection, with a `BackendError` of one of the kinds. */
export const checkFails = async (
  kinds: BackendErrorKind | readonly BackendErrorKind[],
  what: string,
  call: () => Promise<unknown>,
): Promise<BackendError> => {
  let answer: Promise<unknown>;
  try {
    answer = call();
  } catch (thrown) {
    throw new Error(`${what} should reject, but throws before it returns a promise.`, {
      cause: thrown,
    });
  }
  const thrown: unknown = await Promise.resolve(answer).then(
    (value) => {
      throw new Error(`${what} should fail as ${String(kinds)}, but answers ${shown(value)}.`);
    },
    (reason: unknown) => reason,
  );
  check(
    isBackendError(thrown),
    `${what} should fail with a BackendError, but fails with ${thrown instanceof Error ? thrown.message : shown(thrown)}.`,
  );
  check(
    [kinds].flat().includes(thrown.kind),
    `${what} should fail as ${String(kinds)}, but fails as ${thrown.kind}: ${thrown.message}`,
  );
  return thrown;
};

/** The error names each of the fields by its JSON pointer. */
export const checkPointers = (
  error: BackendError,
  pointers: readonly string[],
  what: string,
): void => {
  const named = error.fieldErrors.map(({ pointer }) => pointer);
  for (const pointer of pointers)
    check(
      named.includes(pointer),
      `${what}: the field errors should name ${pointer}, but name ${shown(named)}.`,
    );
};

/** A secret is nowhere in the answer. */
export const checkHidden = (answer: unknown, secret: string, what: string): void =>
  check(!JSON.stringify(answer)?.includes(secret), `${what} should hold no secret, but does.`);
