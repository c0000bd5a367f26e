/** What the sender sees once the referral is accepted: the message, the reference to copy, how to go on, and on paper. */
import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../src/define/backend.js';
import '../../../src/define/referral-confirmation.js';
import type { LaunchSettings } from '../../../src/integration/schema.js';
import { OceanReferralConfirmation } from '../../../src/launch/confirmation/referral-confirmation.js';
import { violationsIn } from '../../support/accessible.js';
import { selectedText, useClipboard } from '../../support/clipboard.js';
import { describeElement } from '../../support/element-suite.js';
import { SETTINGS, focusedIn, listen, saidBy, textOf, useStay } from '../../support/launches.js';
import { allByRole, byRole, nameOf, readText, until } from '../../support/queries.js';

const REF = 'a1b2-c3d4';

describeElement({
  tagName: 'ocean-referral-confirmation',
  element: OceanReferralConfirmation,
  create: () =>
    Object.assign(document.createElement('ocean-referral-confirmation'), {
      settings: SETTINGS,
      referralRef: REF,
    }),
  ready: (confirmation) => until(() => allByRole(confirmation, 'link').length === 1),
  words: { en: 'Referral sent', fr: 'Aiguillage envoyé' },
});

interface Options {
  readonly settings?: Partial<Record<keyof LaunchSettings, unknown>>;
  readonly lang?: string;
  readonly referralRef?: string;
  readonly siteNumber?: string;
}

const open = async ({
  settings = {},
  lang = 'en',
  referralRef = REF,
  siteNumber,
}: Options = {}): Promise<OceanReferralConfirmation> => {
  const page = await fixture<HTMLElement>(
    html`<div lang=${lang}><ocean-backend></ocean-backend></div>`,
  );
  const backend = page.querySelector('ocean-backend') as HTMLElementTagNameMap['ocean-backend'];
  if (siteNumber) backend.siteNumber = siteNumber;
  await backend.updateComplete;
  const confirmation = document.createElement('ocean-referral-confirmation');
  confirmation.settings = { ...SETTINGS, ...settings };
  confirmation.referralRef = referralRef;
  backend.append(confirmation);
  await until(() => allByRole(confirmation, 'heading').length > 0);
  return confirmation;
};

const messageOf = (confirmation: Element): HTMLElement =>
  confirmation.shadowRoot?.querySelector('[part=message]') as HTMLElement;

/** The message as it is shown, once it is. */
const shown = (confirmation: Element): Promise<Element> =>
  until(() => messageOf(confirmation).firstElementChild);

describe('The message of a confirmation', () => {
  it('is the default one where there is no override, in each language', async () => {
    expect(readText(messageOf(await open()))).to.equal('Thank you. Your referral was sent.');
    const french = await open({ lang: 'fr' });
    expect(readText(messageOf(french))).to.equal('Merci. Votre aiguillage a été envoyé.');
    for (const none of ['', ' \n ', null, undefined, 7, {}, [], { en: '', fr: '' }]) {
      const confirmation = await open({ settings: { confirmationMessage: none } });
      expect(readText(messageOf(confirmation))).to.include('Thank you.');
    }
  });

  it('can be plain text: paragraphs and lines as they are, and signs of markup', async () => {
    const confirmation = await open({
      settings: { confirmationMessage: 'If a < b & c\ncall us.\n\nThank you.' },
    });
    const message = await shown(confirmation);
    expect(message.innerHTML.replaceAll('\n', '')).to.equal(
      '<p>If a &lt; b &amp; c<br>call us.</p><p>Thank you.</p>',
    );
  });

  it('can be markup of a few elements; the rest is gone', async () => {
    const confirmation = await open({
      settings: {
        confirmationMessage:
          '<h3 id="x" class="y" style="color:red">Hello</h3><p onclick="alert(1)">Dear <b>you</b></p>' +
          '<img src=x onerror=alert(1)><form action=/x><input name=y></form><script>alert(1)</script>' +
          '<ocean-integration-list></ocean-integration-list>',
      },
    });
    const message = await shown(confirmation);
    expect(message.innerHTML).to.match(/^<h3>Hello<\/h3><p>Dear <b>you<\/b><\/p>/);
    expect(
      message.querySelectorAll('img, form, input, script, ocean-integration-list, [id]'),
    ).to.have.length(0);
  });

  it('can be one per language, and says so where there is only another', async () => {
    const both = { confirmationMessage: { en: '<p>Thanks.</p>', fr: '<p>Merci bien.</p>' } };
    const confirmation = await open({ settings: both });
    expect(readText(await shown(confirmation))).to.equal('Thanks.');
    (confirmation.closest('[lang]') as HTMLElement).lang = 'fr';
    await until(() => readText(messageOf(confirmation)) === 'Merci bien.');
    expect(messageOf(confirmation).lang).to.equal('');
    const french = await open({ settings: { confirmationMessage: { en: '', fr: 'Merci.' } } });
    await shown(french);
    expect(messageOf(french).lang).to.equal('fr-CA');
  });

  it('has its placeholders filled, with text', async () => {
    const confirmation = await open({
      settings: {
        companyName: '<img src=x onerror=alert(1)> & Co',
        confirmationMessage:
          '<p title="{{companyName}}">{{companyName}}: <b>{{ applicationName }}</b>, {{referralRef}}, {{other}}</p>',
      },
      referralRef: '<b>1</b>',
    });
    const message = await shown(confirmation);
    expect(readText(message)).to.equal(
      '<img src=x onerror=alert(1)> & Co: NI Booking, <b>1</b>, {{other}}',
    );
    expect(message.querySelectorAll('*')).to.have.length(2);
  });

  it('can name a reference that changes', async () => {
    const confirmation = await open({ settings: { confirmationMessage: 'No. {{referralRef}}' } });
    await shown(confirmation);
    confirmation.referralRef = 'other';
    await until(() => readText(messageOf(confirmation)) === 'No. other');
  });

  it('shows where each link leads, unless its words are just that', async () => {
    const confirmation = await open({
      settings: {
        confirmationMessage: `<p><a href="https://help.example/a">Help</a>, <a href="https://help.example/b">help.example</a>,
          <a href="mailto:a@help.example">mail</a>, <a href="tel:+15555550100">phone</a>, <a href="https://bücher.example/">Books</a>,
          <a href="javascript:alert(1)">run</a>, <a href="/logout">out</a></p>`,
      },
    });
    const message = await shown(confirmation);
    expect(readText(message)).to.equal(
      'Help (help.example), help.example, mail (a@help.example), phone (+15555550100), Books (xn--bcher-kva.example), run, out',
    );
    const links = [...message.querySelectorAll('a')];
    expect(links.map(({ target }) => target)).to.deep.equal(['_blank', '_blank', '', '', '_blank']);
    for (const { rel } of links) expect(rel).to.equal('noopener noreferrer');
  });

  /** Markup, and what is read of it; the company is named ontario.ca, the application evil.example. */
  const PLACES: readonly (readonly [string, string])[] = [
    [
      '<a href="https://tario.ca/">Sign in at ontario.ca to finish</a>',
      'Sign in at ontario.ca to finish (tario.ca)',
    ],
    ['<a href="https://evil.example/">{{companyName}}</a>', 'ontario.ca'],
    ['<a href="https://evil.example/">{{applicationName}}</a>', 'evil.example'],
    [
      '<a href="https://evil.example/">Go to {{companyName}} now</a>',
      'Go to ontario.ca now (evil.example)',
    ],
    ['<a href="https://{{companyName}}.evil.example/">a</a>', 'a ({{companyname}}.evil.example)'],
    [
      '<a href="https://evil.example/?x=ontario.ca">x ontario.ca</a>',
      'x ontario.ca (evil.example)',
    ],
    ['<a href="https://evil.example/">evil.example/</a>', 'evil.example/ (evil.example)'],
    ['<a href="https://evil.example:8443/">evil.example</a>', 'evil.example (evil.example:8443)'],
    ['<a href="https://evil.example/">not-evil.example</a>', 'not-evil.example'],
    [
      '<a href="https://evil.example/">myevil.example is here</a>',
      'myevil.example is here (evil.example)',
    ],
    ['<a href="https://evil.example/"> EVIL.example </a>', 'EVIL.example'],
    ['<a href="https://evil.example/"><b>evil</b>.example</a>', 'evil.example'],
    ['<a href="mailto:a@evil.example">Help desk</a>', 'Help desk (a@evil.example)'],
    [
      '<a href="mailto:a@evil.example">write to help@ontario.ca</a>',
      'write to help@ontario.ca (a@evil.example)',
    ],
    ['<a href="mailto:a@evil.example">help@ontario.ca</a>', 'help@ontario.ca'],
    ['<a href="mailto:a@evil.example">a@evil.example</a>', 'a@evil.example'],
    [
      '<a href="mailto:a@ontario.ca?cc=b@evil.example">a@ontario.ca</a>',
      'a@ontario.ca (a@ontario.ca, b@evil.example)',
    ],
    [
      '<a href="mailto:?to=b@evil.example&amp;bcc=c@evil.example">Write</a>',
      'Write (b@evil.example, c@evil.example)',
    ],
    ['<a href="mailto:a%40evil.example">Write</a>', 'Write (a@evil.example)'],
    ['<a href="tel:+19005550100">Call 1-800-555-0199</a>', 'Call 1-800-555-0199 (+19005550100)'],
    ['<a href="tel:+19005550100">1-800-555-0199</a>', '1-800-555-0199 (+19005550100)'],
    ['<a href="tel:+19005550100">+1 (900) 555-0100</a>', '+1 (900) 555-0100'],
    ['<a href="tel:911">911</a>', '911'],
  ];
  it('shows where a link leads once placeholders are filled, for every kind of link', async () => {
    for (const [markup, read] of PLACES) {
      const confirmation = await open({
        settings: {
          confirmationMessage: `<p>${markup}</p>`,
          companyName: 'ontario.ca',
          applicationName: 'evil.example',
        },
      });
      expect(readText(await shown(confirmation))).to.equal(read);
      confirmation.remove();
    }
  });

  it('stays as it is where nothing has changed: what is selected in it stays selected', async () => {
    const confirmation = await open({ settings: { confirmationMessage: '<p>Hello</p>' } });
    const message = await shown(confirmation);
    confirmation.settings = { ...(confirmation.settings as LaunchSettings), category: 'Other' };
    await confirmation.updateComplete;
    expect(messageOf(confirmation).firstElementChild).to.equal(message);
  });

  it('is the newest, however long the one before takes', async () => {
    const confirmation = await open({ settings: { confirmationMessage: '<p>First</p>' } });
    for (const confirmationMessage of ['<b>Second</b>', '<i>Third</i>', ''])
      confirmation.settings = { ...SETTINGS, confirmationMessage };
    await confirmation.updateComplete;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(readText(messageOf(confirmation))).to.include('Thank you.');
    confirmation.settings = { ...SETTINGS, confirmationMessage: '<i>Fourth</i>' };
    await until(() => readText(messageOf(confirmation)) === 'Fourth');
  });
});

describe('The confirmation', () => {
  it('takes the focus when it appears, and is announced with what happens next', async () => {
    const confirmation = await open({ settings: { confirmationMessage: '<p>Dear sender.</p>' } });
    const heading = byRole(confirmation, 'heading', 'Referral sent');
    await until(() => focusedIn() === heading);
    await until(() => saidBy(confirmation));
    expect(saidBy(confirmation)).to.match(
      /^Dear sender\. Continue in NI Booking at book\.northern-imaging\.example to finish\./,
    );
    expect(byRole(confirmation, 'region', 'Referral sent')).to.exist;
  });

  it('does not take it again when something changes', async () => {
    const confirmation = await open();
    await until(() => focusedIn() === byRole(confirmation, 'heading'));
    byRole(confirmation, 'link').focus();
    confirmation.settings = { ...SETTINGS, applicationName: 'Other' };
    await confirmation.updateComplete;
    expect(focusedIn()).to.equal(byRole(confirmation, 'link'));
  });

  it('tells that nothing follows where there is nowhere to go to', async () => {
    for (const baseLaunchUrl of ['', 'javascript:alert(1)', 'https://a@b.example/', null]) {
      const confirmation = await open({ settings: { baseLaunchUrl } });
      expect(textOf(confirmation)).to.include('There is nothing else to do here.');
      expect(allByRole(confirmation, 'link')).to.have.length(0);
    }
  });

  it('tells that the referral is sent where it has no settings at all', async () => {
    const confirmation = await fixture<OceanReferralConfirmation>(
      html`<ocean-referral-confirmation></ocean-referral-confirmation>`,
    );
    expect(textOf(confirmation)).to.include('Referral sent').and.to.include('Thank you.');
    expect(textOf(confirmation)).not.to.include('Referral reference');
    expect(await violationsIn(confirmation)).to.deep.equal([]);
  });

  it('shows an internationalised host in letters, and beside that in ASCII', async () => {
    const confirmation = await open({ settings: { baseLaunchUrl: 'https://bücher.example/' } });
    await until(() =>
      textOf(confirmation).includes('at bücher.example (xn--bcher-kva.example) to finish'),
    );
  });

  it('follows the language of the page, live', async () => {
    const confirmation = await open();
    (confirmation.closest('[lang]') as HTMLElement).lang = 'fr';
    await until(() => textOf(confirmation).includes('Continuer vers Rendez-vous IN'));
    expect(await violationsIn(confirmation)).to.deep.equal([]);
  });
});

describe('Going on from a confirmation that stands alone', () => {
  let stay: ReturnType<typeof useStay>;
  beforeEach(() => (stay = useStay()));
  afterEach(() => stay.restore());

  const URL = 'https://book.northern-imaging.example/start?from=ocean&referralRef=a1b2-c3d4';

  it('is a real link, with the reference and the site of the <ocean-backend> around it', async () => {
    const confirmation = await open({ siteNumber: '1234' });
    const link = byRole<HTMLAnchorElement>(confirmation, 'link', 'Continue to NI Booking');
    await until(() => link.href.includes('siteNum'));
    expect(link.href).to.equal(`${URL}&siteNum=1234`);
    expect(link.rel).to.equal('noopener noreferrer');
    expect(link.referrerPolicy).to.equal('no-referrer');
    expect(link.target).to.equal('');
  });

  it('tells ocean-launch, with the URL and the mode, and then follows the link', async () => {
    const confirmation = await open();
    const heard = listen(document.body, { cancel: false });
    byRole(confirmation, 'link', 'Continue to NI Booking').click();
    expect(heard).to.have.length(1);
    expect(heard[0]?.detail).to.deep.equal({ url: URL, mode: 'self' });
    expect(heard[0]?.target).to.equal(confirmation);
    expect(stay.followed).to.deep.equal([{ url: URL, target: '' }]);
  });

  it('is left to the host that cancels ocean-launch', async () => {
    const confirmation = await open();
    const heard = listen(confirmation);
    byRole(confirmation, 'link', 'Continue to NI Booking').click();
    expect(heard).to.have.length(1);
    expect(stay.followed).to.deep.equal([]);
  });

  it('tells a new tab where a modifier key or the middle button asks for one', async () => {
    const confirmation = await open();
    const heard = listen(confirmation);
    const link = byRole(confirmation, 'link', 'Continue to NI Booking');
    for (const [type, how] of [
      ['click', { ctrlKey: true }],
      ['click', { metaKey: true }],
      ['click', { shiftKey: true }],
      ['auxclick', { button: 1 }],
      ['auxclick', { button: 2 }],
    ] as const)
      link.dispatchEvent(new MouseEvent(type, { ...how, bubbles: true, cancelable: true }));
    expect(heard.map(({ detail }) => (detail as { mode: string }).mode)).to.deep.equal(
      Array(4).fill('blank'),
    );
  });

  it('works with the keyboard alone', async () => {
    const confirmation = await open();
    const heard = listen(confirmation);
    await until(() => focusedIn() === byRole(confirmation, 'heading'));
    const reached: string[] = [];
    for (let step = 0; step < 3; step++) {
      await sendKeys({ press: 'Tab' });
      reached.push(nameOf(focusedIn() as Element));
      if (step === 1) await sendKeys({ press: 'Enter' });
    }
    expect(reached).to.deep.equal([
      'Copy Referral reference',
      'Continue to NI Booking',
      'Print this confirmation',
    ]);
    expect(heard.map(({ type }) => type)).to.deep.equal(['ocean-launch']);
  });
});

describe('The referral’s reference', () => {
  let clipboard: ReturnType<typeof useClipboard>;
  afterEach(() => clipboard.restore());

  const copyOf = (confirmation: Element) =>
    byRole(confirmation, 'button', 'Copy Referral reference');
  const copied = (confirmation: Element): string =>
    readText(confirmation.shadowRoot?.querySelector('dd [role=status]'));

  it('is shown, as text, and copied', async () => {
    clipboard = useClipboard();
    const referralRef = '<b>a1</b>';
    const confirmation = await open({ referralRef });
    expect(textOf(confirmation)).to.include(`Referral reference ${referralRef}`);
    copyOf(confirmation).click();
    await until(() => copied(confirmation) === 'Copied');
    expect(clipboard.written).to.deep.equal([referralRef]);
  });

  it('is selected where the page may not write to the clipboard', async () => {
    clipboard = useClipboard(true);
    const confirmation = await open();
    copyOf(confirmation).click();
    await until(() => copied(confirmation).includes('The text is selected: press Ctrl+C'));
    expect(selectedText(confirmation)).to.equal(REF);
  });

  it('says nothing of having been copied once it is another', async () => {
    clipboard = useClipboard();
    const confirmation = await open();
    copyOf(confirmation).click();
    await until(() => copied(confirmation) === 'Copied');
    confirmation.referralRef = 'other';
    await until(() => copied(confirmation) === '');
  });

  it('is left out where there is none', async () => {
    clipboard = useClipboard();
    const confirmation = await open({ referralRef: '' });
    expect(allByRole(confirmation, 'button', /Copy/)).to.have.length(0);
  });
});

describe('On paper', () => {
  /** What was printed: the page in the frame, as it is when it prints. */
  const printed: { text: string; lang: string; elements: string[]; styled: boolean }[] = [];
  let finish: () => void;
  const { contentWindow } = Object.getOwnPropertyDescriptors(HTMLIFrameElement.prototype);

  before(() => {
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
      configurable: true,
      get(this: HTMLIFrameElement) {
        const inner = contentWindow.get?.call(this) as Window;
        Object.defineProperty(inner, 'print', {
          configurable: true,
          value: () => {
            const page = inner.document;
            printed.push({
              text: (page.body.innerText ?? '').replace(/\s+/g, ' ').trim(),
              lang: page.documentElement.lang,
              elements: [...page.body.children].map(({ localName }) => localName),
              styled: page.adoptedStyleSheets.length === 1,
            });
            finish = () => void inner.dispatchEvent(new Event('afterprint'));
          },
        });
        return inner;
      },
    });
  });
  after(() => {
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', contentWindow);
  });
  beforeEach(() => void (printed.length = 0));

  it('stands the confirmation alone: heading, message, reference and time', async () => {
    const confirmation = await open({
      settings: { confirmationMessage: '<p>Dear <b>sender</b>.</p>' },
    });
    await shown(confirmation);
    byRole(confirmation, 'button', 'Print this confirmation').click();
    await until(() => printed.length === 1);
    const [page] = printed;
    expect(page?.text).to.match(
      /^Referral sent Dear sender\. Referral reference a1b2-c3d4 Printed \w+ \d+, \d{4}/,
    );
    expect(page?.text).not.to.match(/Copy|Continue|Print this/);
    expect(page?.lang).to.equal('en-CA');
    expect(page?.elements).to.deep.equal(['h2', 'div', 'dl', 'p']);
    expect(page?.styled).to.equal(true);
    expect(confirmation.shadowRoot?.querySelectorAll('iframe')).to.have.length(1);
    finish();
    await until(() => !confirmation.shadowRoot?.querySelector('iframe'));
  });

  it('speaks French', async () => {
    const confirmation = await open({ lang: 'fr' });
    byRole(confirmation, 'button', 'Imprimer cette confirmation').click();
    await until(() => printed.length === 1);
    expect(printed[0]?.text).to.match(/^Aiguillage envoyé Merci\. .* Imprimé le \d/);
    expect(printed[0]?.lang).to.equal('fr-CA');
    finish();
  });

  it('can be had again, also where the browser never told that the first was done', async () => {
    const confirmation = await open();
    for (const count of [1, 2, 3]) {
      byRole(confirmation, 'button', 'Print this confirmation').click();
      await until(() => printed.length === count);
    }
    expect(confirmation.shadowRoot?.querySelectorAll('iframe')).to.have.length(1);
    finish();
    await until(() => !confirmation.shadowRoot?.querySelector('iframe'));
  });

  it('is neither seen nor reached while it prints', async () => {
    const confirmation = await open();
    byRole(confirmation, 'button', 'Print this confirmation').click();
    await until(() => printed.length === 1);
    const frame = confirmation.shadowRoot?.querySelector('iframe') as HTMLIFrameElement;
    expect(frame.getBoundingClientRect().width * frame.getBoundingClientRect().height).to.equal(0);
    expect(frame.tabIndex).to.equal(-1);
    expect(frame.ariaHidden).to.equal('true');
    finish();
  });
});
