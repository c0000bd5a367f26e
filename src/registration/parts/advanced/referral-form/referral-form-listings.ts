/** The listings of the referral form that is chosen: the first few, and the others in a disclosure. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Language } from '../../../../integration/rules.js';
import type { ReferralForm } from '../../../../integration/schema.js';
import type { AdvancedTexts } from '../../../../locales/en/advanced.js';
import { textIn } from '../../../../ui/text.js';

/** Listings that are shown outside the disclosure. */
const SHOWN = 5;

export const referralFormListings = (
  { listings }: ReferralForm,
  language: Language,
  t: AdvancedTexts['referralForm'],
): TemplateResult => {
  const list = (shown: ReferralForm['listings']) =>
    shown.length > 0
      ? html`<ul>
          ${shown.map(({ id, name }) => html`<li translate="no"><bdi>${textIn(name, language) || id}</bdi></li>`)}
        </ul>`
      : nothing;
  const others = listings.slice(SHOWN);
  return html`
    <p>${t.usedBy(listings.length)}</p>
    ${list(listings.slice(0, SHOWN))}
    ${
      others.length > 0
        ? html`<details class="disclosure">
            <summary>${t.others(others.length)}</summary>
            ${list(others)}
          </details>`
        : nothing
    }
  `;
};
