/** A backend as an element uses it: the language that its user reads goes along with the options of each call. */
import type { CallOptions, IntegrationBackend } from './backend.js';

const isCallOptions = (value: unknown): value is CallOptions =>
  typeof value === 'object' && value !== null && 'signal' in value;

/**
 * Reads each member from `backend` when it is asked for, so that a method that comes later or is left out is seen as
 * such. The empty target binds it to no rule on members of a frozen object.
 */
export const withLanguage = (
  backend: IntegrationBackend,
  language: () => string,
): IntegrationBackend =>
  new Proxy({} as IntegrationBackend, {
    has: (_, name) => name in backend,
    get: (_, name) => {
      const member: unknown = Reflect.get(backend, name);
      if (typeof member !== 'function') return member;
      return (...given: unknown[]): unknown => {
        const last = given.at(-1);
        const values = isCallOptions(last)
          ? [...given.slice(0, -1), { ...last, language: language() }]
          : given;
        return Reflect.apply(member, backend, values);
      };
    },
  });
