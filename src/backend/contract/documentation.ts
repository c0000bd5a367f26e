/**
 * What the contract adds to the shape of the schemas: names, descriptions, direction. Not in the model, so that no
 * widget carries it.
 */
import type * as z from 'zod/mini';
import { registry } from 'zod/v4/core';

/** The documentation of one field. */
export interface FieldDocumentation {
  readonly description: string;
  /** Of a text, such as `date-time`: for readers and generators; what is read is more lenient. */
  readonly format?: string;
  /** Only in answers; ignored in a request. */
  readonly readOnly?: true;
  /** Only in requests; never in an answer. */
  readonly writeOnly?: true;
}

interface SchemaDocumentation {
  /** Name among the components. A schema without one is written out where it is used. */
  id?: string;
  description?: string;
  fields?: Readonly<Record<string, FieldDocumentation | string>>;
}

/** Collects the documentation of each schema in a zod metadata registry. */
export class Documentation {
  readonly registry = registry<SchemaDocumentation>();

  schema(schema: z.ZodMiniType, id: string, description: string): void {
    this.registry.add(schema, { id, description });
  }

  /** Asks for each of the fields, so that none is forgotten or left over. */
  object<S extends z.ZodMiniObject>(
    schema: S,
    { id, description }: Pick<SchemaDocumentation, 'id' | 'description'>,
    fields: Readonly<Record<keyof S['shape'] & string, FieldDocumentation | string>>,
  ): void {
    this.registry.add(schema, {
      ...(id && { id }),
      ...(description && { description }),
      fields,
    });
  }

  /** Name of a schema among the components. */
  nameOf(schema: z.ZodMiniType): string | undefined {
    return this.registry.get(schema)?.id;
  }
}
