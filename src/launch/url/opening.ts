/** What a browser may be sent to, and sending it there. */

/**
 * The URL that a sender's browser may be sent to: an absolute http or https one that names no user; else undefined. The form and the
 * backend hold a base launch URL to stricter rules, by deployment.
 */
export const launchUrlOf = (address: unknown): URL | undefined => {
  if (typeof address !== 'string') return undefined;
  try {
    const url = new URL(address);
    return /^https?:$/.test(url.protocol) && !url.username && !url.password ? url : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Sends the browser to a launch URL by a script, as a link would: without sending the page's address along. False where the browser is
 * known to open no new tab: it does so only while a user's action is fresh. A link that the user follows always works.
 */
export const goTo = (url: string, mode: 'self' | 'blank'): boolean => {
  if (mode === 'blank' && navigator.userActivation?.isActive === false) return false;
  const link = document.createElement('a');
  link.href = url;
  link.rel = 'noopener noreferrer';
  link.referrerPolicy = 'no-referrer';
  if (mode === 'blank') link.target = '_blank';
  link.click();
  return true;
};
