/** The HTML that a portal writes for what the demo shows. */
import { SITE_NUMBER } from './integrations.js';
import type { PortalState } from './state.js';

const attributes = ({ listing, target, modal, auto }: PortalState): string[] => [
  `listing-id="${listing}"`,
  ...(target === 'self' ? [] : [`target="${target}"`]),
  ...(modal === 'yes' ? ['modal'] : []),
  ...(auto === 'off' ? [] : [`auto-launch="${auto}"`]),
];

/** For a page without a bundler: one script, one element around the form, one event when it was sent. */
export const snippet = (state: PortalState): string => {
  const given = attributes(state);
  const start = ['ocean-referral-launch', ...given].join(given.length > 1 ? '\n    ' : ' ');
  return `<script type="module" src="/ocean-integrations.js"></script>

<ocean-backend base-url="/api/ocean" site-number="${SITE_NUMBER}">
  <${start}>
    <form id="referral">
      <!-- the portal's own form, as it is -->
    </form>
  </ocean-referral-launch>
</ocean-backend>

<script>
  // When the portal has sent the referral:
  function sent(referralRef) {
    document.querySelector('#referral').dispatchEvent(
      new CustomEvent('ocean-referral-sent', {
        bubbles: true,
        detail: { referralRef: referralRef }
      })
    );
  }
</script>`;
};
