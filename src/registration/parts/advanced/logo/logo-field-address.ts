/** What the address of a logo tells of its file. Pure. */
import { safeFileName } from './file-name.js';

/** The file's name in an address; undefined where it has none. */
export const fileNameIn = (address: string): string | undefined => {
  try {
    const { protocol, pathname } = new URL(address, 'https://host.invalid/');
    const last = pathname.split('/').pop() ?? '';
    if (!/^https?:$/.test(protocol) || !last) return undefined;
    return safeFileName(decodeURIComponent(last));
  } catch {
    return undefined;
  }
};
