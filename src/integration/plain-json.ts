/** JSON of plain data as it is, whatever a page's scripts have added. No DOM. */

/** `JSON.stringify` asks a value's `toJSON` before; Prototype 1.6 gave arrays and texts one, which puts JSON within JSON. */
function asItIs(this: Record<string, unknown>, key: string): unknown {
  return this[key];
}

export const plainJson = (data: unknown, indent?: number): string =>
  JSON.stringify(data, asItIs, indent);

/** A text that is equal for equal data, whatever the order of its keys. */
export const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
