/** The header and the footer of a referral form, alone on a page. */
import { expect, fixture, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../../src/define/referral-footer.js';
import '../../../src/define/referral-header.js';
import type { LaunchSettings } from '../../../src/integration/schema.js';
import { OceanReferralFooter } from '../../../src/launch/banner/referral-footer.js';
import { OceanReferralHeader } from '../../../src/launch/banner/referral-header.js';
import { violationsIn } from '../../support/accessible.js';
import { describeElement } from '../../support/element-suite.js';
import { LOGO, SETTINGS, textOf } from '../../support/launches.js';
import { allByRole, byRole, elementsIn, until } from '../../support/queries.js';

const TAGS = ['ocean-referral-header', 'ocean-referral-footer'] as const;
/** Until the texts are there, it has no name. */
const NAMED = /^(After this referral|Après cet aiguillage)$/;
type Banner = OceanReferralHeader | OceanReferralFooter;

for (const [tagName, element] of [
  ['ocean-referral-header', OceanReferralHeader],
  ['ocean-referral-footer', OceanReferralFooter],
] as const)
  describeElement({
    tagName,
    element,
    create: () => Object.assign(document.createElement(tagName), { settings: SETTINGS }),
    ready: (banner) => until(() => allByRole(banner, 'note', NAMED)[0]),
    words: {
      en: 'After you send this referral, you will be taken to NI Booking',
      fr: 'Après l’envoi de cet aiguillage, Rendez-vous IN s’ouvrira',
    },
  });

const open = async (
  settings: object = {},
  {
    lang = 'en',
    tag = 'ocean-referral-header',
  }: { lang?: string; tag?: (typeof TAGS)[number] } = {},
): Promise<Banner> => {
  const page = await fixture<HTMLElement>(html`<div lang=${lang}></div>`);
  const banner = document.createElement(tag);
  banner.settings = { ...SETTINGS, ...settings };
  page.append(banner);
  await until(() => allByRole(banner, 'note', NAMED)[0]);
  return banner;
};

const imageOf = (banner: Banner) => banner.shadowRoot?.querySelector('img');
const boxOf = (banner: Banner): DOMRect =>
  (banner.shadowRoot?.querySelector('.logo') as Element).getBoundingClientRect();

for (const tag of TAGS) {
  describe(`<${tag}>`, () => {
    it('tells application, company, category, what will happen, and the host', async () => {
      const text = textOf(await open({}, { tag }));
      for (const words of [
        'NI Booking',
        'Northern Imaging',
        'Category: Diagnostic imaging',
        'After you send this referral, you will be taken to NI Booking at book.northern-imaging.example to continue there.',
      ])
        expect(text).to.include(words);
    });

    it('tells where it opens: on this page, in an iframe', async () => {
      const text = textOf(await open({ useIframe: true }, { tag }));
      expect(text).to.include('in NI Booking at book.northern-imaging.example, on this page');
    });

    it('is a note with a name', async () => {
      expect(byRole(await open({}, { tag }), 'note', 'After this referral')).to.exist;
      expect(byRole(await open({}, { tag, lang: 'fr' }), 'note', 'Après cet aiguillage')).to.exist;
    });

    it('follows the language of the page, live', async () => {
      const banner = await open({}, { tag });
      const page = banner.parentElement as HTMLElement;
      page.lang = 'fr-CA';
      await until(() => textOf(banner).includes('Rendez-vous IN s’ouvrira'));
      expect(textOf(banner)).to.include('Imagerie du Nord');
      page.lang = 'en';
      await until(() => textOf(banner).includes('you will be taken to NI Booking'));
    });

    it('marks a text of the other language', async () => {
      const banner = await open({ applicationName: { en: '', fr: 'Rendez-vous' } }, { tag });
      const names = [...elementsIn(banner.shadowRoot as ShadowRoot)].filter(
        ({ textContent, childElementCount }) =>
          textContent.trim() === 'Rendez-vous' && !childElementCount,
      );
      expect(names).to.have.length(2);
      for (const name of names)
        expect(name.closest('[lang]')?.getAttribute('lang')).to.equal('fr-CA');
    });

    it('shows an internationalised host in letters, and beside that in ASCII', async () => {
      const banner = await open({ baseLaunchUrl: 'https://bücher.example:8443/x' }, { tag });
      await until(() => textOf(banner).includes('bücher.example:8443'));
      expect(textOf(banner)).to.include('at bücher.example:8443 (xn--bcher-kva.example:8443) to');
      expect(await violationsIn(banner)).to.deep.equal([]);
    });

    it('shows markup in any text as text', async () => {
      const attack = '<img src=x onerror=alert(1)>';
      const banner = await open(
        {
          companyName: attack,
          applicationName: { en: attack, fr: '' },
          category: attack,
          logoAlt: attack,
        },
        { tag },
      );
      expect(banner.shadowRoot?.querySelector('img')).to.equal(null);
      expect(textOf(banner).split(attack)).to.have.length(5);
    });

    it('shows who it is, and leads nowhere, where the URL is none to go to', async () => {
      for (const baseLaunchUrl of ['javascript:alert(1)', '', 'nowhere', 'https://a@b.example/']) {
        const banner = await open({ baseLaunchUrl }, { tag });
        expect(textOf(banner)).to.include('NI Booking').and.not.to.include('After you send');
        expect(banner.shadowRoot?.querySelector('a')).to.equal(null);
      }
    });

    it('shows nothing where it has no settings, and no launch around it', async () => {
      const banner = document.createElement(tag);
      (await fixture<HTMLElement>(html`<div></div>`)).append(banner);
      await banner.updateComplete;
      expect(textOf(banner)).to.equal('');
      expect(banner.getBoundingClientRect().height).to.equal(0);
    });

    it('stands on whatever settings it is given', async () => {
      for (const odd of [{}, [], { companyName: null, baseLaunchUrl: 7, logoUrl: {} }]) {
        const banner = document.createElement(tag);
        banner.settings = odd as unknown as LaunchSettings;
        (await fixture<HTMLElement>(html`<div></div>`)).append(banner);
        await banner.updateComplete;
        expect(textOf(banner)).to.equal('');
      }
    });
  });

  describe(`The logo of <${tag}>`, () => {
    it('has its text, loads lazily and tells no address', async () => {
      const banner = await open({ logoUrl: LOGO, logoAlt: { en: 'A star', fr: '' } }, { tag });
      const image = imageOf(banner);
      expect(image?.alt).to.equal('A star');
      expect(image?.loading).to.equal('lazy');
      expect(image?.referrerPolicy).to.equal('no-referrer');
      expect(byRole(banner, 'img', 'A star')).to.exist;
    });

    it('marks the language of its text', async () => {
      const banner = await open({ logoUrl: LOGO, logoAlt: { en: '', fr: 'Étoile' } }, { tag });
      expect(imageOf(banner)?.lang).to.equal('fr-CA');
    });

    it('is passed over by a screen reader where it has no text', async () => {
      const banner = await open({ logoUrl: LOGO }, { tag });
      expect(imageOf(banner)?.getAttribute('alt')).to.equal('');
      expect(await violationsIn(banner)).to.deep.equal([]);
    });

    it('is the company’s initial where there is none', async () => {
      const banner = await open({ companyName: '𝔸bc' }, { tag });
      expect(imageOf(banner)).to.equal(null);
      expect(banner.shadowRoot?.querySelector('.logo')?.textContent?.trim()).to.equal('𝔸');
    });

    it('moves nothing: late, there or broken', async () => {
      const without = boxOf(await open({}, { tag }));
      const banner = await open({ logoUrl: LOGO }, { tag });
      const { width, height } = boxOf(banner);
      const whole = banner.getBoundingClientRect().height;
      expect([width, height]).to.deep.equal([without.width, without.height]);
      await until(() => imageOf(banner)?.complete);
      expect(boxOf(banner).width).to.equal(width);
      expect(banner.getBoundingClientRect().height).to.equal(whole);
      banner.settings = { ...SETTINGS, logoUrl: 'data:image/png;base64,AAAA' };
      await until(() => imageOf(banner)?.hidden);
      expect([boxOf(banner).width, boxOf(banner).height]).to.deep.equal([width, height]);
      expect(banner.getBoundingClientRect().height).to.equal(whole);
    });

    it('leaves the initial where the picture is broken, and comes back with one that is not', async () => {
      const banner = await open({ logoUrl: 'data:image/png;base64,AAAA' }, { tag });
      await until(() => imageOf(banner)?.hidden);
      expect(banner.shadowRoot?.querySelector('.logo')?.textContent?.trim()).to.equal('N');
      banner.settings = { ...SETTINGS, logoUrl: LOGO };
      await until(() => imageOf(banner)?.hidden === false);
    });

    it('is none where its address runs a script', async () => {
      const banner = await open({ logoUrl: 'javascript:alert(1)' }, { tag });
      expect(imageOf(banner)).to.equal(null);
    });
  });
}

describe('A header and a footer in little room', () => {
  after(() => setViewport({ width: 1280, height: 800 }));

  for (const lang of ['en', 'fr'])
    it(`need no sideways scrolling at 320 px, with long words: ${lang}`, async () => {
      await setViewport({ width: 320, height: 640 });
      const long = 'Otorhinolaryngologie'.repeat(6);
      const page = await fixture<HTMLElement>(
        html`<div lang=${lang}>
          ${TAGS.map((tag) => {
            const banner = document.createElement(tag);
            banner.settings = {
              ...SETTINGS,
              companyName: long,
              applicationName: long,
              category: long,
              baseLaunchUrl: `https://${'a'.repeat(60)}.${'b'.repeat(60)}.example/`,
            };
            return banner;
          })}
        </div>`,
      );
      await until(() => allByRole(page, 'note').length === 2);
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
    });
});
