/** Which operation of the contract a request is. */
import type { IntegrationBackend } from '../backend.js';
import type { Operation } from './operation.js';
import { OPERATIONS } from './operations/index.js';

export interface FoundOperation {
  /** The adapter's method that it is for. */
  readonly name: keyof IntegrationBackend;
  readonly operation: Operation;
  /** The parameters of the path. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** A segment as it was meant; one that is not well encoded names nothing. */
const decoded = (segment: string): string | undefined => {
  try {
    return decodeURIComponent(segment) || undefined;
  } catch {
    return undefined;
  }
};

const match = (template: string, path: string): Record<string, string> | undefined => {
  const parts = template.split('/');
  const given = path.split('/');
  if (parts.length !== given.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const segment = given[index] ?? '';
    const value = part.startsWith('{') ? decoded(segment) : undefined;
    if (value !== undefined) parameters[part.slice(1, -1)] = value;
    else if (part !== segment) return undefined;
  }
  return parameters;
};

/** @param path below the base URL, as it stands in the URL */
export const findOperation = (method: string, path: string): FoundOperation | undefined => {
  for (const [name, operation] of Object.entries(OPERATIONS)) {
    const parameters = match(operation.path, path);
    if (parameters && operation.method === method.toLowerCase())
      return { name: name as keyof IntegrationBackend, operation, parameters };
  }
  return undefined;
};
