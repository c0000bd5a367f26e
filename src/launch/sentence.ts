/** A sentence with parts that are more than text: `{application}` in it becomes what is given for it. */
import { afterName } from '../locales/end-sentence.js';
import type { Renderable } from '../ui/fields.js';

/** @param names texts of the parts that are more than text */
export const sentence = (
  text: string,
  parts: Readonly<Record<string, Renderable>>,
  names: Readonly<Record<string, string>> = {},
): readonly Renderable[] =>
  text.split(/\{(\w+)\}/).map((part, index, all) => {
    if (index % 2 === 1) return parts[part];
    const before = all[index - 1] ?? '';
    const given = parts[before];
    return afterName(typeof given === 'string' ? given : (names[before] ?? ''), part);
  });
