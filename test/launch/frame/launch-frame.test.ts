/** `<ocean-launch-frame>` as its users meet it: the sender, with and without a mouse, and the page that holds it. */
import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { OceanLaunchFrame } from '../../../src/launch/frame/launch-frame.js';
import { violationsIn } from '../../support/accessible.js';
import { COLOURS, edgeless, forceColours, showIn } from '../../support/colours.js';
import { describeElement } from '../../support/element-suite.js';
import { allByRole, byRole, nameOf, readText, until } from '../../support/queries.js';
import { skip } from '../../support/skip.js';
import { pause, watch } from './corpus.js';
import { hostPage } from './host-page.js';
import {
  ORIGINS,
  Puppet,
  SETTINGS,
  eventsOf,
  iframeOf,
  loadOf,
  openFrame,
  openPuppet,
} from './launched.js';

const ANSWERING = `${ORIGINS.app}/answering`;

const noticeOf = (element: OceanLaunchFrame): string =>
  readText(element.shadowRoot?.querySelector('.notice'));
const openingOf = (element: OceanLaunchFrame): string =>
  readText(element.shadowRoot?.querySelector('.opening'));

/** In English or French, and answered. */
const answered = (element: HTMLElement): Promise<unknown> =>
  until(
    () =>
      allByRole(element, 'button', /^(Close|Fermer)$/).length > 0 &&
      openingOf(element as OceanLaunchFrame) === '',
  );

describeElement({
  tagName: 'ocean-launch-frame',
  element: OceanLaunchFrame,
  create: () =>
    Object.assign(document.createElement('ocean-launch-frame'), {
      url: ANSWERING,
      settings: SETTINGS,
    }),
  ready: async (element) => {
    await until(() => iframeOf(element as OceanLaunchFrame));
    await answered(element);
    if (element.closest('[lang=fr]')) await until(() => allByRole(element, 'button', 'Fermer')[0]);
  },
  words: { en: 'Open in a new tab', fr: 'Ouvrir dans un nouvel onglet' },
});

/** What has the focus inside the element. */
const focusOf = (element: OceanLaunchFrame): string => {
  const focused = element.shadowRoot?.activeElement;
  return focused ? `${focused.localName} ${nameOf(focused)}`.trim() : '';
};

const questionOf = (element: OceanLaunchFrame): HTMLElement | undefined =>
  allByRole(element, 'alertdialog')[0];

const named = (element: OceanLaunchFrame) => eventsOf(element);

const launcher = (): HTMLButtonElement => {
  const button = document.createElement('button');
  button.textContent = 'Continue';
  document.body.append(button);
  button.focus();
  return button;
};

describe('a launched system in its iframe', () => {
  const launchers: HTMLElement[] = [];
  const launch = (): HTMLButtonElement => {
    const button = launcher();
    launchers.push(button);
    return button;
  };
  afterEach(() => {
    for (const button of launchers.splice(0)) button.remove();
  });

  it('is named, and can be opened in a new tab, shown on the full screen, and closed', async () => {
    const element = await openFrame({ url: `${ANSWERING}?referralRef=R-77` });
    await answered(element);
    const iframe = iframeOf(element);
    expect(iframe?.title).to.equal('Booking, inside this page');
    expect(readText(element.shadowRoot?.querySelector('.names'))).to.equal(
      `Booking ${new URL(ORIGINS.app).host}`,
    );
    expect(byRole<HTMLAnchorElement>(element, 'link').href).to.equal(iframe?.src);
    expect(allByRole(element, 'button').map(nameOf)).to.deep.equal(['Full screen', 'Close']);
    expect(byRole(element, 'group').getAttribute('aria-label')).to.equal(iframe?.title);
    expect(readText(element.shadowRoot)).not.to.include('R-77');
  });

  it('has a sandbox, no permission and no referrer before it has a URL', async () => {
    const order: string[] = [];
    const { setAttribute } = HTMLIFrameElement.prototype;
    HTMLIFrameElement.prototype.setAttribute = function (name: string, value: string) {
      order.push(`${name}${this.isConnected ? ' in the page' : ''}`);
      setAttribute.call(this, name, value);
    };
    try {
      const element = await openFrame();
      const iframe = iframeOf(element) as HTMLIFrameElement;
      expect(order.indexOf('sandbox')).to.be.lessThan(order.indexOf('src')).and.not.equal(-1);
      expect([...iframe.sandbox].sort()).to.deep.equal([
        'allow-forms',
        'allow-popups',
        'allow-same-origin',
        'allow-scripts',
      ]);
      expect(iframe.getAttribute('allow')).to.equal('');
      expect(iframe.getAttribute('referrerpolicy')).to.equal('no-referrer');
    } finally {
      HTMLIFrameElement.prototype.setAttribute = setAttribute;
    }
  });

  it('may take the page elsewhere only where the settings say so', async () => {
    const settings = { ...SETTINGS, allowTopNavigation: true };
    const iframe = iframeOf(await openFrame({ settings }));
    expect(iframe?.sandbox.contains('allow-top-navigation-by-user-activation')).to.equal(true);
    expect(iframe?.sandbox.contains('allow-top-navigation')).to.equal(false);
  });

  it('is called by its host where the settings have no name', async () => {
    const element = await openFrame({ settings: {} });
    const { host } = new URL(ORIGINS.app);
    await until(() => readText(element.shadowRoot?.querySelector('.names')) === host);
    expect(iframeOf(element)?.title).to.equal(`${host}, inside this page`);
  });

  it('says in which language its name is', async () => {
    const element = await openFrame({
      settings: { applicationName: { en: '', fr: 'Rendez-vous' } },
    });
    expect(element.shadowRoot?.querySelector<HTMLElement>('.names b')?.lang).to.equal('fr-CA');
  });

  it('is announced while it opens, and nothing moves when it is there', async () => {
    const element = await openFrame({ url: `${ORIGINS.app}/slow-puppet` });
    expect(openingOf(element)).to.equal('Opening Booking…');
    const places = () => [iframeOf(element) as Element, ...allByRole(element, 'button')];
    const place = () => JSON.stringify(places().map((part) => part.getBoundingClientRect()));
    const before = place();
    await loadOf(element);
    await until(() => openingOf(element) === '');
    expect(element.shadowRoot?.querySelector('.opening'), 'no empty box').to.equal(null);
    expect(place()).to.equal(before);
  });

  it('is ready by the handshake, once, and knows the handle from it', async () => {
    const { element, puppet } = await openPuppet();
    const events = named(element);
    const { messageId, messagingHandle } = puppet.messages[0] ?? {};
    const answer = { messageId: 'r', responseToMessageId: messageId, payload: {} };
    await puppet.say(answer);
    await until(() => events.length > 0);
    expect(events[0]?.detail).to.deep.equal({ handshake: true });
    await puppet.say({ messageId: 'm', messageType: 'ui.done', messagingHandle });
    await until(() => events.length > 1);
    expect(events.map(({ type }) => type)).to.deep.equal([
      'ocean-launch-ready',
      'ocean-launch-done',
    ]);
    for (const { bubbles } of events) expect(bubbles).to.equal(false);
  });

  it('hands on the activity that it asks for when it is done', async () => {
    const { element, puppet } = await openPuppet({ activities: ['order-review'], handle: 'h' });
    const events = named(element);
    const payload = { activityType: 'order-review', activityParameters: { of: 'R-1' } };
    await puppet.say({ messageId: 'm', messageType: 'ui.done', messagingHandle: 'h', payload });
    await until(() => events.length > 0);
    expect(events[0]?.detail).to.deep.equal({ mode: 'iframe', ...payload });
    expect(iframeOf(element)).to.equal(null);
  });

  it('is told that an activity could not be begun where the page prevents it', async () => {
    const { element, puppet } = await openPuppet({ activities: ['order-review'], handle: 'h' });
    element.parentElement?.addEventListener('ocean-launch-activity', (event) =>
      event.preventDefault(),
    );
    const payload = { activityType: 'order-review' };
    await puppet.say({
      messageId: 'm',
      messageType: 'ui.launchActivity',
      messagingHandle: 'h',
      payload,
    });
    await until(() => puppet.answersTo('m').length > 0);
    expect(puppet.answersTo('m')[0]?.payload).to.include({ status: 'failure' });
  });

  it('is not heard by another launch on the page', async () => {
    const [one, other] = [await openPuppet({ handle: 'h' }), await openPuppet({ handle: 'h' })];
    const events = named(other.element);
    await one.puppet.say({ messageId: 'm', messageType: 'ui.done', messagingHandle: 'h' });
    await until(() => iframeOf(one.element) === null);
    expect(events).to.deep.equal([]);
    expect(iframeOf(other.element)).not.to.equal(null);
  });

  describe('focus', () => {
    it('goes in, and comes back when it is closed', async () => {
      const button = launch();
      const { element, puppet } = await openPuppet();
      expect(focusOf(element)).to.equal('iframe');
      expect(await puppet.run(() => document.hasFocus())).to.equal(true);
      element.close();
      expect(document.activeElement).to.equal(button);
    });

    it('stays where the sender has gone meanwhile', async () => {
      launch();
      const { element } = await openPuppet();
      const elsewhere = launch();
      element.close();
      expect(document.activeElement).to.equal(elsewhere);
    });

    it('goes in by focus()', async () => {
      const { element } = await openPuppet();
      launch();
      element.focus();
      expect(focusOf(element)).to.equal('iframe');
    });
  });

  it('fits on a screen that got smaller since the last one was closed', async () => {
    const { innerWidth: width, innerHeight: height } = window;
    (await openPuppet()).element.remove();
    await setViewport({ width: 320, height: 256 });
    try {
      await until(() => innerHeight === 256);
      const { element } = await openPuppet();
      const frame = element.shadowRoot?.querySelector('.frame');
      expect(frame?.getBoundingClientRect().height).to.be.at.most(257);
    } finally {
      await setViewport({ width, height });
    }
  });

  for (const modal of [false, true]) {
    describe(modal ? 'closed, as a modal dialog' : 'closed, in its container', () => {
      it('asks first, with the focus on keeping it open', async () => {
        launch();
        const { element } = await openPuppet({ modal });
        const events = named(element);
        byRole(element, 'button', 'Close').click();
        await element.updateComplete;
        expect(nameOf(questionOf(element) as HTMLElement)).to.equal(
          'Close Booking? What was entered there may be lost.',
        );
        expect(focusOf(element)).to.equal('button Keep it open');
        expect(iframeOf(element)?.inert, 'the question comes first').to.equal(true);
        byRole(element, 'button', 'Keep it open').click();
        await element.updateComplete;
        expect(questionOf(element)).to.equal(undefined);
        expect(iframeOf(element)?.inert).to.equal(false);
        expect(events).to.deep.equal([]);
      });

      it('goes when that is the answer, and gives the focus back', async () => {
        const button = launch();
        const { element } = await openPuppet({ modal });
        const events = named(element);
        byRole(element, 'button', 'Close').click();
        await element.updateComplete;
        byRole(questionOf(element) as HTMLElement, 'button', 'Close').click();
        expect(events.map(({ type, detail }) => [type, detail])).to.deep.equal([
          ['ocean-launch-cancelled', { reason: 'closed' }],
        ]);
        expect(iframeOf(element)).to.equal(null);
        expect(document.activeElement).to.equal(button);
        expect(readText(element.shadowRoot)).to.equal('');
      });

      it('asks at Escape, keeps it open at a second one, and the very page inside', async () => {
        const { element, puppet } = await openPuppet({ modal, url: `${ORIGINS.near}/puppet` });
        const events = named(element);
        byRole(element, 'button', 'Full screen').focus();
        for (let round = 0; round < 3; round += 1) {
          await sendKeys({ press: 'Escape' });
          await until(() => focusOf(element) === 'button Keep it open');
          await sendKeys({ press: 'Escape' });
          await until(() => focusOf(element) === 'button Full screen');
          expect(questionOf(element)).to.equal(undefined);
        }
        expect(events).to.deep.equal([]);
        expect(await puppet.run(() => 'still there')).to.equal('still there');
      });

      it('goes without asking by close()', async () => {
        const { element } = await openPuppet({ modal });
        const events = named(element);
        element.close();
        element.close();
        expect(events.map(({ type }) => type)).to.deep.equal(['ocean-launch-cancelled']);
        expect(iframeOf(element)).to.equal(null);
      });
    });
  }

  describe('as a modal dialog', () => {
    const dialogOf = (element: OceanLaunchFrame) =>
      element.shadowRoot?.querySelector('dialog') as HTMLDialogElement;

    it('is modal, and named', async () => {
      const { element } = await openPuppet({ modal: true });
      expect(dialogOf(element).matches(':modal')).to.equal(true);
      expect(dialogOf(element).getAttribute('aria-label')).to.equal('Booking, inside this page');
      const { width, height } = dialogOf(element).getBoundingClientRect();
      expect(width).to.be.greaterThan(innerWidth * 0.9);
      expect(height).to.be.greaterThan(innerHeight * 0.9);
    });

    it('asks where the browser would close it, and never vanishes by itself', async () => {
      const { element, puppet } = await openPuppet({ modal: true });
      const dialog = dialogOf(element);
      const cancel = new Event('cancel', { cancelable: true });
      dialog.dispatchEvent(cancel);
      expect(cancel.defaultPrevented).to.equal(true);
      await until(() => questionOf(element));
      // As Chromium does at the second Escape, whatever the page wants.
      dialog.close();
      await until(() => dialog.matches(':modal'));
      expect(questionOf(element)).not.to.equal(undefined);
      await until(() => focusOf(element) === 'button Keep it open');
      expect(await puppet.run(() => 'still there')).to.equal('still there');
    });

    it('is modal again where it was moved in the page', async () => {
      const { element } = await openPuppet({ modal: true });
      document.body.append(element);
      await until(() => dialogOf(element).matches(':modal'));
      await answered(element);
      element.remove();
    });
  });

  it('is shown on the full screen, bar and question included', async function () {
    if (!document.fullscreenEnabled) return skip(this, 'this browser has no full screen');
    const { element } = await openPuppet({ url: `${ORIGINS.near}/puppet` });
    const button = byRole(element, 'button', 'Full screen');
    button.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => element.shadowRoot?.fullscreenElement?.classList.contains('frame'));
    await until(() => button.getAttribute('aria-pressed') === 'true');
    expect(element.shadowRoot?.fullscreenElement?.contains(button)).to.equal(true);
    await sendKeys({ press: 'Enter' });
    await until(() => document.fullscreenElement === null);
    await until(() => button.getAttribute('aria-pressed') === 'false');
  });

  it('offers no full screen where there is none', async () => {
    Object.defineProperty(document, 'fullscreenEnabled', { value: false, configurable: true });
    try {
      const { element } = await openPuppet();
      expect(allByRole(element, 'button').map(nameOf)).to.deep.equal(['Close']);
    } finally {
      Reflect.deleteProperty(document, 'fullscreenEnabled');
    }
  });

  describe('moved', () => {
    it('begins anew by a plain move, as browsers load an iframe again', async () => {
      const { element } = await openPuppet();
      const frame = iframeOf(element);
      document.body.append(element);
      await loadOf(element);
      expect(iframeOf(element), 'one frame, loaded once').to.equal(frame);
      const puppet = await Puppet.hold(frame?.contentWindow);
      await until(() => puppet.messages.length > 0);
      const events = named(element);
      const { messageId, messagingHandle } = puppet.messages[0] ?? {};
      await puppet.say({ messageId: 'r', responseToMessageId: messageId, payload: {} });
      await puppet.say({ messageId: 'm', messageType: 'ui.done', messagingHandle });
      await until(() => events.length > 1);
      element.remove();
    });

    type Moving = HTMLElement & { moveBefore?: (node: Node, before: Node | null) => void };

    /** Whether this browser moves an iframe of a shadow tree without loading its page anew: Firefox 153 has the method, and loads. */
    const keepsIframes = async (place: Moving): Promise<boolean> => {
      if (!place.moveBefore) return false;
      const iframe = document.createElement('iframe');
      iframe.srcdoc = 'A page';
      let loads = 0;
      iframe.addEventListener('load', () => (loads += 1));
      const holder = document.createElement('div');
      holder.attachShadow({ mode: 'open' }).append(iframe);
      document.body.append(holder);
      await until(() => loads === 1);
      place.moveBefore(holder, null);
      await new Promise((resolve) => setTimeout(resolve, 300));
      holder.remove();
      return loads === 1;
    };

    it('stays alive by moveBefore()', async function () {
      const place: Moving = document.createElement('div');
      document.body.append(place);
      const { moveBefore } = place;
      if (!moveBefore || !(await keepsIframes(place)))
        return skip(this, 'this browser moves no iframe without loading it anew');
      const { element, puppet } = await openPuppet();
      const { messagingHandle } = puppet.messages[0] ?? {};
      await puppet.run(() => (document.title = 'The very page'));
      moveBefore.call(place, element, null);
      expect(await puppet.run(() => document.title)).to.equal('The very page');
      const events = named(element);
      await puppet.say({ messageId: 'm', messageType: 'ui.done', messagingHandle });
      await until(() => events.length > 0);
      place.remove();
    });

    it('opens anew when it is put back, also after it was closed', async () => {
      const { element } = await openPuppet();
      const place = element.parentElement as HTMLElement;
      element.close();
      expect(iframeOf(element)).to.equal(null);
      element.remove();
      place.append(element);
      await until(() => iframeOf(element));
      await loadOf(element);
      const puppet = await Puppet.hold(iframeOf(element)?.contentWindow);
      await until(() => puppet.messages.length > 0);
    });
  });

  it('opens anew with another URL, and not at all without one', async () => {
    const { element } = await openPuppet();
    const events = named(element);
    element.url = ANSWERING;
    await element.updateComplete;
    await until(() => events.length > 0);
    expect(events[0]?.detail).to.deep.equal({ handshake: true });
    element.url = '';
    await element.updateComplete;
    expect(readText(element.shadowRoot)).to.equal('');
    expect(events).to.have.length(1);
  });

  it('has its words in the language of the page, live, and goes on inside', async () => {
    const { element, puppet } = await openPuppet({ lang: 'fr' });
    const close = await until(() => byRole(element, 'button', 'Fermer'));
    expect(iframeOf(element)?.title).to.equal('Rendez-vous, sur cette page');
    close.click();
    await element.updateComplete;
    expect(nameOf(questionOf(element) as HTMLElement)).to.equal(
      'Fermer Rendez-vous? Ce que vous y avez entré pourrait être perdu.',
    );
    byRole(element, 'button', 'Ne pas fermer').click();
    (element.parentElement as HTMLElement).lang = 'en';
    await until(() => allByRole(element, 'button', 'Close').length > 0);
    expect(await puppet.run(() => 'still there')).to.equal('still there');
  });

  it('says late that it may not be able to show itself, and takes that back when it answers', async function () {
    const { element, puppet } = await openPuppet({ handle: 'h' });
    const events = named(element);
    await until(() => events.length > 0);
    await element.updateComplete;
    expect(events[0]?.detail).to.deep.equal({ handshake: false });
    expect(noticeOf(element)).to.include('may not appear on this page');
    expect(element.shadowRoot?.querySelector('.notice')?.getAttribute('role')).to.equal('status');
    expect(await violationsIn(element)).to.deep.equal([]);
    await puppet.say({ messageId: 'm', messageType: 'status.handshake', messagingHandle: 'h' });
    await until(() => events.length > 1);
    await element.updateComplete;
    expect(events[1]?.detail).to.deep.equal({ handshake: true });
    expect(noticeOf(element)).to.equal('');
  });

  describe('the page’s policy', () => {
    const violation = (init: SecurityPolicyViolationEventInit) =>
      document.dispatchEvent(
        new SecurityPolicyViolationEvent('securitypolicyviolation', {
          bubbles: true,
          disposition: 'enforce',
          effectiveDirective: 'frame-src',
          blockedURI: ORIGINS.app,
          documentURI: location.href,
          originalPolicy: '',
          statusCode: 200,
          violatedDirective: 'frame-src',
          ...init,
        }),
      );

    for (const [title, init] of [
      ['of another origin', { blockedURI: ORIGINS.evil }],
      ['of a picture', { effectiveDirective: 'img-src' }],
      ['that is only reported', { disposition: 'report' }],
      ['of something inline', { blockedURI: 'inline' }],
    ] as const) {
      it(`is not to blame for a violation ${title}`, async () => {
        const element = await openFrame({ url: `${ORIGINS.app}/slow-puppet` });
        violation(init);
        await element.updateComplete;
        expect(iframeOf(element)).not.to.equal(null);
      });
    }

    it('is kept to, however strict', async () => {
      const { page, element, close } = await hostPage();
      const violations: string[] = [];
      page.document.addEventListener('securitypolicyviolation', (event) =>
        violations.push(`${event.effectiveDirective} ${event.sourceFile}`),
      );
      const events = named(element);
      Object.assign(element, { settings: SETTINGS, modal: true, url: `${ORIGINS.app}/puppet` });
      await until(() => iframeOf(element));
      await loadOf(element);
      const puppet = await Puppet.hold(iframeOf(element)?.contentWindow);
      await until(() => puppet.messages.length > 0);
      const { messageId, messagingHandle } = puppet.messages[0] ?? {};
      await puppet.say({ messageId: 'r', responseToMessageId: messageId, payload: {} });
      await puppet.say({ type: 'resize', height: 700 });
      await puppet.say({ type: 'referral.submitted', ref: 'R-1' });
      await until(() => events.length > 1);
      byRole(element.shadowRoot as ShadowRoot, 'button', 'Close').click();
      await element.updateComplete;
      await puppet.say({ messageId: 'm', messageType: 'ui.done', messagingHandle });
      await until(() => events.length > 2);
      expect(violations).to.deep.equal([]);
      close();
    });
  });

  it('ends at once where it is led to a page of the portal’s own, and can be opened in a tab', async () => {
    const own = new URL('/readable-page', location.href).href;
    const element = await openFrame({
      url: `${ORIGINS.app}/redirect?to=${encodeURIComponent(own)}`,
    });
    await until(() => noticeOf(element).includes('cannot be shown on this page'));
    expect(iframeOf(element)).to.equal(null);
    expect(allByRole(element, 'link', 'Open in a new tab')).to.have.length(1);
  });

  it('gives the focus back to the field in which the sender types, and says so once', async () => {
    const field = document.createElement('input');
    document.body.append(field);
    launchers.push(field);
    const { element, puppet } = await openPuppet({ url: `${ORIGINS.near}/puppet` });
    field.focus();
    await pause(1_200);
    for (let time = 0; time < 2; time += 1) {
      await sendKeys({ type: 'a' });
      await puppet.run(() => focus());
      await until(() => document.activeElement === field);
      await pause(100);
      expect(document.activeElement).to.equal(field);
    }
    const said = readText(element.shadowRoot).split('tried to take the keyboard focus').length - 1;
    expect(said).to.equal(1);
  });

  it('leaves its URL’s parameters in no log, no text and no storage', async () => {
    const watched = watch();
    try {
      const { element, puppet } = await openPuppet({
        url: `${ORIGINS.app}/puppet?referralRef=R-77`,
        handle: 'h',
      });
      const events = named(element);
      await puppet.say({ messageId: 'x', messageType: 'ui.done', messagingHandle: 'nope' });
      await puppet.say({ type: 'referral.submitted', ref: 'theirs' });
      await until(() => events.length > 0);
      expect(readText(element.shadowRoot)).not.to.include('R-77');
      element.url = 'javascript:R-77';
      await element.updateComplete;
      expect(readText(element.shadowRoot)).not.to.include('R-77');
      expect(JSON.stringify(events.map(({ detail }) => detail))).not.to.include('R-77');
    } finally {
      watched.stop();
    }
    expect([...watched.warnings, ...watched.errors].join()).not.to.include('R-77');
    expect(JSON.stringify([{ ...localStorage }, { ...sessionStorage }])).not.to.include('R-77');
  });
});

describe('a launched system in its iframe, for everyone', () => {
  const STATES: Readonly<Record<string, (lang: string) => Promise<OceanLaunchFrame>>> = {
    opening: (lang) => openFrame({ lang, url: `${ORIGINS.app}/never` }),
    'answered, with a reference': async (lang) => {
      const { element, puppet } = await openPuppet({ lang });
      await puppet.say({ type: 'referral.submitted', ref: 'R-123' });
      await until(() => readText(element.shadowRoot).includes('R-123'));
      return element;
    },
    'the question': async (lang) => {
      const element = await openFrame({ lang, url: ANSWERING });
      const close = await until(() => byRole(element, 'button', /^(Close|Fermer)$/));
      close.click();
      await until(() => questionOf(element));
      return element;
    },
    'a modal dialog': async (lang) => {
      const element = await openFrame({ lang, url: ANSWERING, modal: true });
      await answered(element);
      return element;
    },
    'an invalid URL': async (lang) => {
      const element = await openFrame({ lang, url: 'about:blank' });
      await until(() => noticeOf(element));
      return element;
    },
  };

  afterEach(() => showIn('light'));

  it('has edges that are seen in forced colours', async () => {
    await forceColours(true);
    try {
      const element = await openFrame({ url: ANSWERING });
      (await until(() => byRole(element, 'button', 'Close'))).click();
      await until(() => questionOf(element));
      const boxes = element.shadowRoot?.querySelectorAll('button, .frame, [role=alertdialog]');
      expect(boxes).to.have.length(6);
      expect(edgeless(boxes ?? [])).to.deep.equal([]);
    } finally {
      await forceColours(false);
    }
  });

  for (const [title, bring] of Object.entries(STATES)) {
    for (const lang of ['en', 'fr']) {
      for (const colours of COLOURS) {
        it(`${title}: passes axe, ${lang}, ${colours}`, async () => {
          await showIn(colours);
          const element = await bring(lang);
          element.style.colorScheme = 'light dark';
          if (lang === 'fr') await until(() => allByRole(element, 'button', 'Fermer').length > 0);
          await pause(20);
          expect(await violationsIn(element)).to.deep.equal([]);
        });
      }
    }
  }
});
