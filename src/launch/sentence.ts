/** A sentence with parts that are more than text: `{application}` in it becomes what is given for it. */
import type { Renderable } from '../ui/fields.js';

export const sentence = (
  text: string,
  parts: Readonly<Record<string, Renderable>>,
): readonly Renderable[] =>
  text.split(/\{(\w+)\}/).map((part, index) => (index % 2 === 0 ? part : parts[part]));
