/** Addresses of logos, which come from a server and are not trusted. Pure. */
import { safeFileName } from './file-name.js';

const PICTURE = /^data:image\/(?:png|webp|jpeg|gif);base64,/i;

/**
 * The address as an `<img>` may load it, else undefined: https, a picture as data (no SVG), one that this page made
 * (`blob:`), or one of the page's own site. So nothing is loaded unencrypted into an encrypted page.
 */
export const safeLogoAddress = (address: string, page: string): string | undefined => {
  if (PICTURE.test(address)) return address;
  try {
    const url = new URL(address, page);
    const allowed =
      url.protocol === 'https:' ||
      url.protocol === 'blob:' ||
      (url.protocol === 'http:' && url.origin === new URL(page).origin);
    return allowed ? url.href : undefined;
  } catch {
    return undefined;
  }
};

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
