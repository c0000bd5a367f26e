/** Sends the browser to a launch URL by a script, as a link would: without telling it the page's address. */

/**
 * False where the browser is known to open no new tab: it does so only while a user's action is fresh. A link that the user
 * follows always works.
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
