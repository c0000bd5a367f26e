/** Reads an internationalised host name's letters. Loaded where a host has any. */
import { toUnicode as decode } from 'punycode.js';

/** The host in letters; as it was where it can't be read. */
export const toUnicode = (host: string): string => {
  try {
    return decode(host);
  } catch {
    return host;
  }
};
