/** Which address of a logo is drawn, in the form and to a sender alike. It comes from a server and is not trusted. Pure. */

const PICTURE = /^data:image\/(?:png|webp|jpeg|gif);base64,/i;

/**
 * The address as an `<img>` may load it, else undefined: https, a picture as data (no SVG), one that this page made
 * (`blob:`), or one of the page's own site. So nothing is loaded unencrypted into an encrypted page.
 *
 * @param page URL that a relative address is read against; left out, there is none that it could be relative to
 */
export const logoAddressOf = (address: unknown, page?: string): string | undefined => {
  if (typeof address !== 'string' || !address) return undefined;
  if (PICTURE.test(address)) return address;
  try {
    const url = new URL(address, page);
    const allowed =
      url.protocol === 'https:' ||
      url.protocol === 'blob:' ||
      (url.protocol === 'http:' && page !== undefined && url.origin === new URL(page).origin);
    return allowed ? url.href : undefined;
  } catch {
    return undefined;
  }
};
