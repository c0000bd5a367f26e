/** What a launched system may do inside its iframe: the least that works. */
import type { LaunchSettings } from '../../integration/schema.js';

/**
 * Tokens of the iframe's `sandbox`.
 *
 * - `allow-scripts`, `allow-forms`: it is an application.
 * - `allow-popups`: its links to help or documents open in tabs, which stay in the same sandbox.
 * - `allow-same-origin`: it keeps its own origin, and so its session and its storage, and can be told by its origin. Never where
 *   that is the page's own origin: together with scripts, it could then reach the page and take off its sandbox.
 * - `allow-top-navigation-by-user-activation`: only where the settings ask for it, as it takes the referral page away.
 *
 * Downloads, dialogs (`alert`), pointer lock and presentations are never allowed.
 */
export const sandboxOf = (
  launchUrl: URL,
  pageOrigin: string,
  settings: Pick<Partial<LaunchSettings>, 'allowTopNavigation'> = {},
): 'allow-scripts' => {
  const tokens = ['allow-scripts', 'allow-forms', 'allow-popups'];
  if (launchUrl.origin !== pageOrigin) tokens.push('allow-same-origin');
  if (settings.allowTopNavigation === true) tokens.push('allow-top-navigation-by-user-activation');
  // Typed as one token: what checks templates knows no lists of them.
  return tokens.join(' ') as 'allow-scripts';
};
