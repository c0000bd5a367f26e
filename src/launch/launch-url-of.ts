/** What a sender's browser may be sent to. The form and the backend hold a base launch URL to stricter rules, by deployment. */

/** The URL, where it is an absolute http or https one that names no user; else undefined. */
export const launchUrlOf = (address: unknown): URL | undefined => {
  if (typeof address !== 'string') return undefined;
  try {
    const url = new URL(address);
    return /^https?:$/.test(url.protocol) && !url.username && !url.password ? url : undefined;
  } catch {
    return undefined;
  }
};
