/**
 * The header of a referral form in hand-written DOM code: what the benchmark measures `<ocean-referral-header>` beside. The same
 * elements, words and styles, the same language and logo handling. Left out is what is not measured: settings that an
 * enclosing element gives, and the states without settings.
 */
import type { Language } from '../../../src/integration/rules.js';
import type { LaunchSettings } from '../../../src/integration/schema.js';
import { senderView } from '../../../src/launch/sender-view.js';
import { texts as english } from '../../../src/locales/en/banner.js';
import type { BannerTexts } from '../../../src/locales/en/banner.js';
import { LANGUAGE_TAGS } from '../../../src/ui/localize.js';
import { el } from './dom.js';
import { HandWrittenElement } from './launch-element.js';
import { hostName, phrase, spoken } from './phrases.js';

export class HandWrittenBanner extends HandWrittenElement<BannerTexts> {
  /** The real header's stylesheet. */
  static css = '';

  private given?: LaunchSettings;

  constructor() {
    super();
    this.adoptStyles(HandWrittenBanner.css);
  }

  get settings(): LaunchSettings | undefined {
    return this.given;
  }

  set settings(settings: LaunchSettings | undefined) {
    this.given = settings;
    this.update();
  }

  protected override textsIn(language: Language): BannerTexts | Promise<BannerTexts> {
    return language === 'en'
      ? english
      : import('../../../src/locales/fr/banner.js').then(({ texts }) => texts);
  }

  protected override fill(t: BannerTexts): void {
    const { given: settings, language } = this;
    if (!settings) return this.root.replaceChildren();
    const { application, company, category, logoUrl, logoAlt, host } = senderView(
      settings,
      language,
      this.ownerDocument.baseURI,
    );
    const names = el(
      'p',
      { class: 'names' },
      el('strong', { part: 'application', lang: application.lang }, application.text),
      ' ',
      el('span', { part: 'company', lang: company.lang }, company.text),
    );
    if (category.text)
      names.append(
        ' ',
        el(
          'span',
          { class: 'category', part: 'category' },
          el('span', { class: 'visually-hidden' }, `${t.category}:`),
          ' ',
          spoken(category),
        ),
      );
    const words = el('div', { class: 'words' }, names);
    if (host)
      words.append(
        el(
          'p',
          { class: 'next', part: 'next' },
          ...phrase(t.next[settings.useIframe ? 'iframe' : 'self'], {
            application: () => [el('b', {}, spoken(application))],
            host: () => hostName(host),
          }),
        ),
      );
    const initial = [...(company.text || application.text)][0] ?? '';
    const logo = el(
      'div',
      { class: 'logo', part: 'logo' },
      el('span', { 'aria-hidden': 'true' }, initial),
    );
    if (logoUrl) logo.append(picture(logoUrl, logoAlt));
    this.root.replaceChildren(
      el(
        'div',
        {
          class: 'banner',
          part: 'banner',
          'data-status': 'ready',
          lang: LANGUAGE_TAGS[language],
          role: 'note',
          'aria-label': t.label,
        },
        logo,
        words,
      ),
    );
  }
}

/** One that can't be shown leaves the initial behind it. */
const picture = (src: string, { text, lang }: { text: string; lang?: string }): Element => {
  const image = el('img', {
    src,
    alt: text,
    lang,
    loading: 'lazy',
    decoding: 'async',
    referrerpolicy: 'no-referrer',
  });
  image.addEventListener('load', show);
  image.addEventListener('error', show);
  return image;
};

const show = ({ target, type }: Event): void => {
  (target as HTMLElement).hidden = type === 'error';
};
