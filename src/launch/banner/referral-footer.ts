/** `<ocean-referral-footer>`: what a sender reads before pressing the portal's button. */
import { css } from 'lit';
import { ReferralBanner } from './banner.js';
import bannerStyles from './banner.styles.js';

/**
 * @summary The bottom of a referral form: the same as the header, set smaller.
 *
 * Usable alone, with `.settings`, or inside an `<ocean-referral-launch>`, which then leaves out its own. Has its place before the
 * settings come, and keeps it: room for a company of 35 characters or so, an application of 25, a category of 20. Texts follow the
 * nearest `lang` (en-CA, fr-CA), live.
 *
 * @csspart banner - The strip.
 * @csspart logo - The box of the logo; where there is none, it holds the company's initial.
 * @csspart application - The application's name.
 * @csspart company - The company's name.
 * @csspart category - The category.
 * @csspart next - The sentence that tells what will happen.
 *
 * @cssproperty [--ocean-color-accent] - Colour of the initial.
 * @cssproperty [--ocean-color-text] - Text.
 * @cssproperty [--ocean-color-muted] - Company, category.
 * @cssproperty [--ocean-color-surface] - Background of the logo.
 * @cssproperty [--ocean-color-line] - Border.
 * @cssproperty [--ocean-radius=6px] - Rounding of corners.
 */
export class OceanReferralFooter extends ReferralBanner {
  static override styles = [
    ...bannerStyles,
    css`
      .banner {
        align-self: start;
        min-block-size: 2.5rem;
        padding: 0.75rem 0 0;
        border: 0;
        border-block-start: 1px solid var(--_line);
        border-radius: 0;
        background: none;
        font-size: 0.9375em;
      }

      /* The header has said it. */
      [data-status='none'],
      [data-status='failed'] {
        visibility: hidden;
      }

      .logo {
        inline-size: 2.2222em;
        block-size: 2.2222em;
        border: 1px solid var(--_line);
        font-size: 1.2em;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ocean-referral-footer': OceanReferralFooter;
  }
}
