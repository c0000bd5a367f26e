/** `<ocean-referral-header>`: what a sender reads before filling in a referral form. */
import { ReferralBanner } from './banner.js';

/**
 * @summary The top of a referral form: company, application, category, logo, and where the referral will lead.
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
 * @cssproperty [--ocean-color-accent] - Colour of the edge and the initial.
 * @cssproperty [--ocean-color-text] - Text.
 * @cssproperty [--ocean-color-muted] - Company, category.
 * @cssproperty [--ocean-color-surface] - Background of the logo.
 * @cssproperty [--ocean-color-raised] - Background of the strip.
 * @cssproperty [--ocean-color-line] - Border.
 * @cssproperty [--ocean-radius=6px] - Rounding of corners.
 */
export class OceanReferralHeader extends ReferralBanner {}

declare global {
  interface HTMLElementTagNameMap {
    'ocean-referral-header': OceanReferralHeader;
  }
}
