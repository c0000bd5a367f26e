/** The schemas as JSON Schema 2020-12, which OpenAPI 3.1 takes: those with a name once, others where they are used. */
import type * as z from 'zod/mini';
import { registry, toJSONSchema } from 'zod/v4/core';
import { describeIntegrations } from './describe-integrations.js';
import { describeOthers } from './describe-others.js';
import { Documentation } from './documentation.js';
import type { FieldDocumentation } from './documentation.js';

/** An object with each of its values changed. */
export const mapValues = <T, U>(
  values: Readonly<Record<string, T>>,
  change: (value: T, name: string) => U,
): Record<string, U> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value, name)]));

export type JsonSchema = Record<string, unknown>;

const isObject = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const described = (schema: unknown, field?: FieldDocumentation | string): JsonSchema => {
  const documentation = typeof field === 'string' ? { description: field } : field;
  // Beside the description of a component that the field refers to, OpenAPI 3.1 lets a field have its own.
  return { ...(isObject(schema) ? schema : {}), ...documentation };
};

/** Not for readers: what a lenient reader puts in the place of what it does not understand is no default either. */
const LEFT_OUT = new Set(['fields', '$id', '$schema', 'default']);

/** Moves the documentation of an object's fields to the fields, at any depth. */
const withFields = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withFields);
  if (!isObject(value)) return value;
  const { properties } = value;
  const fields = value['fields'] as Record<string, FieldDocumentation | string> | undefined;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !LEFT_OUT.has(name))
      .map(([name, inner]) => [
        name,
        name === 'properties' && isObject(properties)
          ? mapValues(properties, (one, field) => described(withFields(one), fields?.[field]))
          : withFields(inner),
      ]),
  );
};

const documented = (): Documentation => {
  const documentation = new Documentation();
  describeIntegrations(documentation);
  describeOthers(documentation);
  return documentation;
};

const uri = (name: string): string => `#/components/schemas/${name}`;

export class Components {
  private readonly documentation = documented();

  /** All that have a name, in the order of the alphabet. */
  schemas(): Record<string, JsonSchema> {
    const { schemas } = toJSONSchema(this.documentation.registry, {
      io: 'input',
      uri,
      metadata: this.documentation.registry,
    });
    return Object.fromEntries(
      Object.entries(schemas)
        .map(([name, schema]) => [name, withFields(schema) as JsonSchema] as const)
        .sort(([one], [other]) => (one < other ? -1 : 1)),
    );
  }

  /** A reference to a schema that has a name, or the schema itself. */
  use(schema: z.ZodMiniType): JsonSchema {
    const name = this.documentation.nameOf(schema);
    if (name) return { $ref: uri(name) };
    return withFields(toJSONSchema(schema, { io: 'input', metadata: registry() })) as JsonSchema;
  }
}
