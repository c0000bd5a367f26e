/** Elements that stand in the page before they are defined, and are defined in an unlucky order: they find each other all the same. */
import { expect } from '@open-wc/testing';
import type { IntegrationBackend } from '../../src/backend/backend.js';
import type { OceanReferralLaunch } from '../../src/launch/referral-launch.js';
import { allByRole, byRole, until } from '../support/queries.js';

const NAMED = 'After this referral';

const page = document.createElement('div');
page.lang = 'en';
page.innerHTML = `<ocean-backend site-number="1234">
    <ocean-referral-launch listing-id="l1">
      <form>
        <ocean-referral-header></ocean-referral-header>
        <label>Reason <input value="Cough" /></label>
      </form>
    </ocean-referral-launch>
  </ocean-backend>`;
document.body.append(page);
// As a page's script sets it that runs before the library is there.
Object.assign(page.querySelector('ocean-backend') as Element, {
  backend: {
    getLaunchSettings: async () => ({
      integrationId: 'i1',
      enabled: true,
      settings: {
        companyName: 'Northern Imaging',
        applicationName: 'NI Booking',
        baseLaunchUrl: 'https://book.northern-imaging.example/',
        useIframe: false,
      },
    }),
  } as unknown as IntegrationBackend,
});
const launch = page.querySelector('ocean-referral-launch') as OceanReferralLaunch;
const input = page.querySelector('input') as HTMLInputElement;

describe('A launch that is upgraded later', () => {
  after(() => page.remove());

  it('has the portal’s form there before, with what is typed', () => {
    expect(customElements.get('ocean-referral-launch')).to.equal(undefined);
    expect(input.checkVisibility()).to.equal(true);
    input.value = 'Cough, fever';
    input.focus();
  });

  it('serves a header that was upgraded before it, and leaves out its own', async () => {
    await import('../../src/define/referral-header.js');
    expect(allByRole(page, 'note')).to.have.length(0);
    await import('../../src/define/referral-launch.js');
    await until(() => !launch.shadowRoot?.querySelector('ocean-referral-header'));
    expect(launch.shadowRoot?.querySelector('ocean-referral-footer')).not.to.equal(null);
  });

  it('is served by a backend that is upgraded after it', async () => {
    expect(allByRole(page, 'note', NAMED)).to.have.length(2);
    const header = page.querySelector('ocean-referral-header')?.shadowRoot as ShadowRoot;
    expect(header.querySelector('[data-status=loading]')).not.to.equal(null);
    await import('../../src/define/backend.js');
    await until(() => header.querySelector('[data-status=ready]'));
    expect(allByRole(page, 'note', NAMED)).to.have.length(2);
  });

  it('has left the form as it was, with its values and the focus', () => {
    expect(page.querySelector('input')).to.equal(input);
    expect(input.value).to.equal('Cough, fever');
    expect(document.activeElement).to.equal(input);
  });

  it('goes on with the number of the site', async () => {
    launch.confirm({ referralRef: 'r1' });
    const link = await until(() =>
      byRole<HTMLAnchorElement>(launch, 'link', 'Continue to NI Booking'),
    );
    expect(link.href).to.equal(
      'https://book.northern-imaging.example/?referralRef=r1&siteNum=1234',
    );
  });
});
