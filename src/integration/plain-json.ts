/** JSON of plain data as it is, whatever a page's scripts have added. No DOM. */

/** `JSON.stringify` asks a value's `toJSON` before; Prototype 1.6 gave arrays and texts one, which puts JSON within JSON. */
function asItIs(this: Record<string, unknown>, key: string): unknown {
  return this[key];
}

export const plainJson = (data: unknown, indent?: number): string =>
  JSON.stringify(data, asItIs, indent);
