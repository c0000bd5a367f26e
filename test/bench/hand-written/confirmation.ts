/**
 * The confirmation in hand-written DOM code: what the benchmark measures `<ocean-referral-confirmation>` beside. The same elements,
 * words and styles; the message is cleaned by DOMPurify, loaded with the first one, and let through as it leaves it. Left out
 * is what is not measured: printing, and the states that an enclosing element brings about.
 */
import type { Config } from 'dompurify';
import type { Language } from '../../../src/integration/rules.js';
import type { LaunchSettings } from '../../../src/integration/schema.js';
import { builtLaunchUrl } from '../../../src/launch/url/permitted.js';
import { senderView } from '../../../src/launch/sender-view.js';
import type { SenderView } from '../../../src/launch/sender-view.js';
import { texts as english } from '../../../src/locales/en/confirmation.js';
import type { ConfirmationTexts } from '../../../src/locales/en/confirmation.js';
import { LANGUAGE_TAGS } from '../../../src/ui/localize.js';
import { el } from './dom.js';
import type { Child } from './dom.js';
import { HandWrittenElement } from './launch-element.js';
import { hostName, phrase } from './phrases.js';

/** The elements and attributes that a message may hold. */
const CONFIG = {
  ALLOWED_TAGS:
    'p br b strong i em u s ul ol li a h2 h3 h4 blockquote code pre hr sub sup span'.split(' '),
  ALLOWED_ATTR: ['href', 'title', 'lang', 'dir'],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOWED_NAMESPACES: ['http://www.w3.org/1999/xhtml'],
  ADD_URI_SAFE_ATTR: ['lang', 'dir'],
  ALLOWED_URI_REGEXP: /^(?:https?|mailto|tel):/i,
  RETURN_DOM_FRAGMENT: true,
} satisfies Config;

const PLACEHOLDER = /\{\{\s*(companyName|applicationName|referralRef)\s*\}\}/g;

/** Milliseconds before a screen reader is told. */
const PAUSE = 500;

export class HandWrittenConfirmation extends HandWrittenElement<ConfirmationTexts> {
  /** The real confirmation's stylesheet. */
  static css = '';

  settings?: LaunchSettings;
  referralRef = '';
  private announcing?: ReturnType<typeof setTimeout>;

  constructor() {
    super();
    this.adoptStyles(HandWrittenConfirmation.css);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.announcing);
  }

  protected override textsIn(language: Language): ConfirmationTexts | Promise<ConfirmationTexts> {
    return language === 'en'
      ? english
      : import('../../../src/locales/fr/confirmation.js').then(({ texts }) => texts);
  }

  protected override fill(t: ConfirmationTexts): void {
    const sender = senderView(this.settings ?? {}, this.language);
    const heading = el('h2', { id: 'heading', part: 'heading', tabindex: '-1' }, t.heading);
    const message = el('div', {
      class: 'message',
      id: 'message',
      part: 'message',
      lang: sender.message.lang,
    });
    const next = el(
      'div',
      { class: 'next', id: 'next', part: 'next' },
      ...this.nextContent(t, sender),
    );
    const announcement = el('div', { class: 'visually-hidden', role: 'status' });
    this.root.replaceChildren(
      el(
        'section',
        {
          class: 'confirmation',
          part: 'confirmation',
          lang: LANGUAGE_TAGS[this.language],
          'aria-labelledby': 'heading',
        },
        heading,
        message,
        this.reference(t),
        next,
        el('button', { type: 'button', class: 'print', part: 'button' }, t.print),
      ),
      announcement,
    );
    void this.fillMessage(message, sender, t);
    heading.focus();
    clearTimeout(this.announcing);
    this.announcing = setTimeout(() => {
      announcement.textContent = `${message.innerText.trim()} ${next.innerText.trim()}`;
    }, PAUSE);
  }

  private reference(t: ConfirmationTexts): Element {
    const told = el('span', { class: 'quiet', role: 'status' });
    const copy = el(
      'button',
      {
        type: 'button',
        class: 'small',
        part: 'button',
        id: 'copy',
        'aria-labelledby': 'copy reference-label',
      },
      t.copyReference,
    );
    copy.addEventListener('click', () => {
      void navigator.clipboard
        .writeText(this.referralRef)
        .then(() => (told.textContent = t.copied));
    });
    return el(
      'dl',
      { class: 'reference', part: 'reference' },
      el('dt', { id: 'reference-label' }, t.reference),
      el('dd', {}, el('code', { id: 'reference', translate: 'no' }, this.referralRef), copy, told),
    );
  }

  private nextContent(t: ConfirmationTexts, { application, company, host }: SenderView): Child[] {
    const { settings, referralRef } = this;
    const url = settings && builtLaunchUrl({ baseLaunchUrl: settings.baseLaunchUrl, referralRef });
    if (!url || !host) return [el('p', { class: 'quiet' }, t.nothing)];
    const bold = ({ text, lang }: { text: string; lang?: string }) => [el('b', { lang }, text)];
    const proceed = el(
      'a',
      {
        class: 'primary',
        part: 'button button-primary',
        id: 'proceed',
        href: url,
        rel: 'noopener noreferrer',
        referrerpolicy: 'no-referrer',
      },
      t.proceed(application.text),
    );
    const tell = (event: Event): void => {
      const launch = new CustomEvent('ocean-launch', {
        bubbles: true,
        composed: true,
        cancelable: true,
        detail: { url },
      });
      if (!this.dispatchEvent(launch)) event.preventDefault();
    };
    proceed.addEventListener('click', tell);
    proceed.addEventListener('auxclick', tell);
    return [
      el(
        'p',
        {},
        ...phrase(t.next.self, {
          application: () => bold(application),
          company: () => bold(company),
          host: () => hostName(host),
        }),
      ),
      el('div', { class: 'buttons' }, proceed),
      el('slot', { name: 'countdown' }),
    ];
  }

  private async fillMessage(
    message: Element,
    { message: { text }, application, company }: SenderView,
    t: ConfirmationTexts,
  ): Promise<void> {
    if (!text) return message.append(t.message);
    const { default: purifier } = await import('dompurify');
    const values: Readonly<Record<string, string>> = {
      companyName: company.text,
      applicationName: application.text,
      referralRef: this.referralRef,
    };
    const fragment = purifier.sanitize(text, CONFIG);
    const texts = document.createTreeWalker(fragment, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const filled = (node.nodeValue ?? '').replace(
        PLACEHOLDER,
        (_all, name: string) => values[name] ?? '',
      );
      if (filled !== node.nodeValue) node.nodeValue = filled;
    }
    fragment.querySelectorAll('a').forEach(showHost);
    const body = el('div');
    body.append(fragment);
    message.replaceChildren(body);
  }
}

const showHost = (link: HTMLAnchorElement): void => {
  link.rel = 'noopener noreferrer';
  if (!/^https?:$/.test(link.protocol)) return;
  link.target = '_blank';
  if (link.textContent.includes(link.host)) return;
  link.after(el('span', { translate: 'no' }, ` (${link.host})`));
};
