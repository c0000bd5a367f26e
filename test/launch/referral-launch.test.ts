/** From the sent referral to the other system: confirmed, launched, failed and tried again; and who gets to see the URL. */
import { expect, fixture, html } from '@open-wc/testing';
import { BackendError } from '../../src/backend/backend-error.js';
import type { IntegrationBackend } from '../../src/backend/backend.js';
import { MemoryBackend } from '../../src/backend/memory.js';
import { OceanReferralSentEvent } from '../../src/launch/launch-events.js';
import type { OceanReferralLaunch } from '../../src/launch/referral-launch.js';
import {
  SETTINGS,
  focusedIn,
  listen,
  mountLaunch,
  openConfirmed,
  openLaunch,
  proceedOf,
  settingsBackend,
  textOf,
  useStay,
  useWarnings,
} from '../support/launches.js';
import { allByRole, byRole, nameOf, until } from '../support/queries.js';

const REF = 'a1b2-c3d4';
const BUILT = `https://book.northern-imaging.example/start?from=ocean&referralRef=${REF}`;

let stay: ReturnType<typeof useStay>;
let warnings: ReturnType<typeof useWarnings>;

beforeEach(() => {
  stay = useStay();
  warnings = useWarnings();
});
afterEach(() => {
  stay.restore();
  warnings.restore();
});

type CreateLaunch = IntegrationBackend['createLaunch'];

/** A backend whose launches are numbered, and fail where told to. */
const launching = (
  options: { fails?: (number: number) => BackendError | undefined; host?: string } = {},
) => {
  const asked: { integrationId: string; referralRef: string }[] = [];
  const createLaunch: CreateLaunch = async (target) => {
    asked.push(target);
    const error = options.fails?.(asked.length);
    if (error) throw error;
    return { url: `https://${options.host ?? 'once.example'}/${asked.length}?launch=secret-token` };
  };
  return { backend: settingsBackend(SETTINGS, { createLaunch }), asked };
};

const typesOf = (heard: { type: string }[]): string[] => heard.map(({ type }) => type);

const linkOf = (launch: Element): Promise<HTMLAnchorElement> =>
  until(() => allByRole<HTMLAnchorElement>(launch, 'link', 'Continue to NI Booking')[0]);

describe('Confirming', () => {
  it('shows the confirmation in the form’s place, takes the focus there, and tells', async () => {
    const launch = await openLaunch();
    const heard = listen(launch);
    launch.confirm({ referralRef: REF });
    await until(() => nameOf(focusedIn() as Element) === 'Referral sent');
    expect(launch.querySelector('form')?.checkVisibility()).to.equal(false);
    expect(textOf(launch)).to.include(`Referral reference ${REF}`);
    expect(textOf(launch)).not.to.include('After you send this referral');
    expect(heard).to.have.length(1);
    expect(heard[0]?.detail).to.deep.equal({ referralRef: REF });
  });

  it('is done as well by ocean-referral-sent, from anywhere in the portal’s form', async () => {
    const launch = await openLaunch();
    const heard = listen(launch);
    launch.querySelector('input')?.dispatchEvent(new OceanReferralSentEvent(REF));
    await until(() => textOf(launch).includes(REF));
    expect(typesOf(heard)).to.deep.equal(['ocean-referral-confirmed']);
    const other = await openLaunch();
    other
      .querySelector('label')
      ?.dispatchEvent(
        new CustomEvent('ocean-referral-sent', { bubbles: true, detail: { referralRef: 'r2' } }),
      );
    await until(() => textOf(other).includes('Referral reference r2'));
  });

  it('is done by ocean-referral-sent out of a shadow root of the portal’s', async () => {
    const launch = await openLaunch();
    const holder = document.createElement('div');
    const button = document.createElement('button');
    holder.attachShadow({ mode: 'open' }).append(button);
    launch.querySelector('form')?.append(holder);
    button.dispatchEvent(new OceanReferralSentEvent(REF));
    await until(() => textOf(launch).includes(REF));
  });

  it('twice the same changes nothing; another referral begins anew', async () => {
    const launch = await openConfirmed();
    const heard = listen(launch);
    const link = await linkOf(launch);
    link.focus();
    launch.confirm({ referralRef: ` ${REF} ` });
    await launch.updateComplete;
    expect(heard).to.deep.equal([]);
    expect(focusedIn()).to.equal(link);
    launch.confirm({ referralRef: 'r2' });
    await until(() => nameOf(focusedIn() as Element) === 'Referral sent');
    expect(typesOf(heard)).to.deep.equal(['ocean-referral-confirmed']);
    expect((await linkOf(launch)).href).to.equal(BUILT.replace(REF, 'r2'));
  });

  it('with another referral while a launch is under way is a mistake that the developer hears of', async () => {
    const backend = settingsBackend(SETTINGS, { createLaunch: () => new Promise(() => {}) });
    const launch = await openConfirmed({ backend });
    byRole(launch, 'button', 'Continue to NI Booking').click();
    await until(() => byRole(launch, 'button', 'Opening…'));
    launch.confirm({ referralRef: REF });
    expect(warnings.said).to.deep.equal([]);
    launch.confirm({ referralRef: 'r2' });
    expect(warnings.said.filter((text) => text.includes('call close() before'))).to.have.length(1);
    expect(textOf(launch)).to.include(REF);
    launch.close();
    launch.confirm({ referralRef: 'r2' });
    await until(() => textOf(launch).includes('r2'));
  });

  it('without a reference is a mistake that the developer hears of; the sender sees a confirmation', async () => {
    const launch = await openLaunch();
    for (const odd of [undefined, {}, { referralRef: 7 }, { referralRef: ' ' }])
      launch.confirm(odd as unknown as { referralRef: string });
    await linkOf(launch);
    expect(textOf(launch)).to.include('Referral sent').and.not.to.include('Referral reference');
    expect((await linkOf(launch)).href).not.to.include('referralRef');
    expect(warnings.said.filter((text) => text.includes('need {referralRef}'))).to.have.length(1);
  });

  it('may come before the settings, and while they can’t be had', async () => {
    const backend = settingsBackend();
    const { getLaunchSettings } = backend;
    let fails = true;
    backend.getLaunchSettings = (...asked) =>
      fails ? Promise.reject(new BackendError('network', 'No.')) : getLaunchSettings(...asked);
    const launch = await mountLaunch({ backend });
    launch.confirm({ referralRef: REF });
    await until(() =>
      textOf(launch).includes('We could not find out whether there is a next step.'),
    );
    expect(textOf(launch)).to.include('Referral sent');
    fails = false;
    byRole(launch, 'button', 'Try again').click();
    expect((await linkOf(launch)).href).to.equal(BUILT);
  });

  it('tells that nothing follows where the integration is disabled', async () => {
    const backend = settingsBackend();
    backend.getLaunchSettings = () => Promise.reject(new BackendError('not-found', 'None.'));
    const launch = await mountLaunch({ backend });
    launch.confirm({ referralRef: REF });
    await until(() => textOf(launch).includes('There is nothing else to do here.'));
    expect(textOf(launch)).to.include(REF);
  });

  it('shows the form again for another listing', async () => {
    const launch = await openConfirmed({ backend: settingsBackend() });
    launch.listingId = 'listing-2';
    await until(() => launch.querySelector('form')?.checkVisibility());
    expect(allByRole(launch, 'heading')).to.have.length(0);
  });
});

describe('launch()', () => {
  it('does nothing before confirm(), and warns once', async () => {
    const launch = await openLaunch();
    const heard = listen(launch);
    await launch.launch();
    await launch.launch();
    expect(heard).to.deep.equal([]);
    expect(warnings.said.filter((text) => text.includes('before confirm()'))).to.have.length(1);
    expect(launch.querySelector('form')?.checkVisibility()).to.equal(true);
  });

  it('goes on right after confirm()', async () => {
    const launch = await openLaunch();
    launch.confirm({ referralRef: REF });
    await launch.launch();
    expect(stay.followed).to.deep.equal([{ url: BUILT, target: '' }]);
  });

  it('is one launch, however often it is called', async () => {
    const { backend, asked } = launching();
    const launch = await openConfirmed({ backend });
    const heard = listen(launch, { cancel: false });
    await Promise.all([launch.launch(), launch.launch(), launch.launch()]);
    expect(stay.followed).to.have.length(1);
    expect(typesOf(heard)).to.deep.equal(['ocean-launch', 'ocean-launch-done']);
    expect(asked).to.deep.equal([{ integrationId: 'i1', referralRef: REF }]);
  });

  it('opens no new tab by itself where the browser would block it: a sentence, and the link', async () => {
    const launch = await openConfirmed({ change: (each) => (each.target = 'blank') });
    const heard = listen(launch, { cancel: false });
    const { userActivation } = navigator;
    Object.defineProperty(navigator, 'userActivation', {
      value: { isActive: false },
      configurable: true,
    });
    try {
      await launch.launch();
    } finally {
      Object.defineProperty(navigator, 'userActivation', {
        value: userActivation,
        configurable: true,
      });
    }
    expect(stay.followed).to.deep.equal([]);
    expect(heard.at(-1)?.detail).to.deep.equal({ reason: 'new-tab-blocked' });
    await until(() =>
      textOf(launch).includes('Your browser blocked the new tab. Use the link below.'),
    );
    expect((await linkOf(launch)).target).to.equal('_blank');
    (await linkOf(launch)).click();
    expect(stay.followed).to.deep.equal([{ url: BUILT, target: '_blank' }]);
    await until(() => !textOf(launch).includes('blocked the new tab.'));
  });
});

describe('Going on', () => {
  it('is a real link in this tab, told by ocean-launch first', async () => {
    const launch = await openConfirmed();
    const heard = listen(document.body, { cancel: false });
    const own = listen(launch, { cancel: false });
    const link = await linkOf(launch);
    expect(link.href).to.equal(BUILT);
    expect(link.target).to.equal('');
    expect(link.rel).to.equal('noopener noreferrer');
    expect(link.referrerPolicy).to.equal('no-referrer');
    link.click();
    expect(stay.followed).to.deep.equal([{ url: BUILT, target: '' }]);
    // What is asked for is heard around the launch; what merely happened is not.
    expect(typesOf(heard)).to.deep.equal(['ocean-launch']);
    expect(heard[0]?.target).to.equal(launch);
    expect(own.map(({ type, detail }) => [type, detail])).to.deep.equal([
      ['ocean-launch', { url: BUILT, mode: 'self' }],
      ['ocean-launch-done', { mode: 'self' }],
    ]);
    await until(() => textOf(launch).includes('You were taken to NI Booking.'));
  });

  it('is a real link to a new tab, which can be opened again', async () => {
    const launch = await openConfirmed({ change: (each) => (each.target = 'blank') });
    const heard = listen(launch, { cancel: false });
    expect(textOf(launch)).to.include('It opens in a new tab.');
    const link = await linkOf(launch);
    expect(link.target).to.equal('_blank');
    expect(link.rel).to.equal('noopener noreferrer');
    link.click();
    await until(() => textOf(launch).includes('NI Booking was opened in a new tab.'));
    (await linkOf(launch)).click();
    expect(stay.followed).to.deep.equal(Array(2).fill({ url: BUILT, target: '_blank' }));
    expect(heard[0]?.detail).to.deep.equal({ url: BUILT, mode: 'blank' });
  });

  for (const target of ['self', 'blank'] as const)
    it(`is left to a host that cancels ocean-launch: ${target}`, async () => {
      const launch = await openConfirmed({ change: (each) => (each.target = target) });
      const heard = listen(launch);
      (await linkOf(launch)).click();
      await launch.launch();
      expect(stay.followed).to.deep.equal([]);
      expect(heard.map(({ type, detail }) => [type, detail])).to.deep.equal(
        Array(2).fill(['ocean-launch', { url: BUILT, mode: target }]),
      );
    });

  it('is left to a host in the iframe’s mode too: no iframe is made', async () => {
    const launch = await openConfirmed({ settings: { ...SETTINGS, useIframe: true } });
    const heard = listen(launch);
    byRole(launch, 'button', 'Continue to NI Booking').click();
    await until(() => heard.length === 1);
    expect(heard[0]?.detail).to.deep.equal({ url: BUILT, mode: 'iframe' });
    await until(() => textOf(launch).includes('NI Booking was opened. You can open it again.'));
    expect(launch.shadowRoot?.querySelector('ocean-launch-frame')).to.equal(null);
  });

  it('beside the iframe’s button there is a link to a new tab', async () => {
    const launch = await openConfirmed({ settings: { ...SETTINGS, useIframe: true } });
    const heard = listen(launch, { cancel: false });
    const link = byRole<HTMLAnchorElement>(launch, 'link', 'Open in a new tab');
    expect([link.href, link.target, link.rel]).to.deep.equal([
      BUILT,
      '_blank',
      'noopener noreferrer',
    ]);
    link.click();
    expect(stay.followed).to.deep.equal([{ url: BUILT, target: '_blank' }]);
    expect(heard[0]?.detail).to.deep.equal({ url: BUILT, mode: 'blank' });
    await until(() => textOf(launch).includes('NI Booking was opened in a new tab.'));
  });

  it('carries the number of the site of the <ocean-backend> around it', async () => {
    const page = await fixture<HTMLElement>(
      html`<ocean-backend site-number="1234" .backend=${settingsBackend()}>
        <ocean-referral-launch listing-id="l1"><form></form></ocean-referral-launch>
      </ocean-backend>`,
    );
    const launch = page.querySelector('ocean-referral-launch') as OceanReferralLaunch;
    launch.confirm({ referralRef: REF });
    expect((await linkOf(launch)).href).to.equal(`${BUILT}&siteNum=1234`);
  });

  it('is the in-memory backend’s one-time URL', async () => {
    const backend = new MemoryBackend({ launches: true, siteNumber: '1234' });
    const { id } = await backend.registerIntegration(
      {
        module: 'ereferrals',
        name: 'Northern',
        requestUrl: 'https://hooks.northern-imaging.example/',
        payload: { format: 'fhir-r4', guide: '0.11.1' },
        authentication: { type: 'none' },
        events: ['add-service-request'],
        enabled: true,
        launch: SETTINGS,
      },
      { idempotencyKey: 'k' },
    );
    const launch = await openConfirmed({ backend, change: (each) => (each.integrationId = id) });
    const { searchParams } = new URL((await linkOf(launch)).href);
    expect([...searchParams.keys()]).to.deep.equal(['from', 'referralRef', 'siteNum', 'launch']);
  });
});

describe('A backend that makes launches', () => {
  it('is asked ahead, and its URL is the link’s', async () => {
    const { backend, asked } = launching();
    const launch = await openLaunch({ backend });
    expect(asked).to.have.length(0);
    launch.confirm({ referralRef: REF });
    expect((await linkOf(launch)).href).to.equal('https://once.example/1?launch=secret-token');
    expect(asked).to.have.length(1);
  });

  it('is asked for another URL once one was opened; who is on the link stays there', async () => {
    const { backend, asked } = launching();
    const launch = await openConfirmed({ backend, change: (each) => (each.target = 'blank') });
    const first = await linkOf(launch);
    first.focus();
    first.click();
    const second = await until(() => {
      const link = proceedOf(launch) as HTMLAnchorElement;
      return link.href === 'https://once.example/2?launch=secret-token' && link;
    });
    expect(asked).to.have.length(2);
    await until(() => focusedIn() === proceedOf(launch));
    second.click();
    expect(stay.followed.map(({ url }) => new URL(url).pathname)).to.deep.equal(['/1', '/2']);
  });

  it('that fails: a sentence that is announced, and another try', async () => {
    let down = true;
    const { backend } = launching({
      host: new URL(BUILT).host,
      fails: () => (down ? new BackendError('unavailable', 'Closed for secret-token.') : undefined),
    });
    const launch = await openConfirmed({ backend });
    const heard = listen(launch, { cancel: false });
    const button = byRole(launch, 'button', 'Continue to NI Booking');
    button.focus();
    button.click();
    await until(() =>
      textOf(launch).includes('NI Booking could not be opened. Your referral was sent'),
    );
    expect(byRole(launch, 'alert')).to.exist;
    expect(typesOf(heard)).to.deep.equal(['ocean-launch-failed']);
    const { reason, error } = heard[0]?.detail as { reason: string; error: BackendError };
    expect([reason, error.kind]).to.deep.equal(['unavailable', 'unavailable']);
    expect(focusedIn()).to.equal(proceedOf(launch));
    down = false;
    proceedOf(launch).click();
    await until(() => stay.followed.length === 1);
    await until(() => !textOf(launch).includes('could not be opened'));
    expect(typesOf(heard)).to.deep.equal([
      'ocean-launch-failed',
      'ocean-launch',
      'ocean-launch-done',
    ]);
  });

  it('that gives a URL which may not be opened: a sentence, and nothing is opened', async () => {
    for (const url of [
      'javascript:alert(1)',
      'https://a@evil.example/',
      'https://a.example/?hcn=1',
    ]) {
      const backend = settingsBackend(SETTINGS, { createLaunch: async () => ({ url }) });
      const launch = await openConfirmed({ backend });
      const heard = listen(launch, { cancel: false });
      proceedOf(launch).click();
      await until(() => textOf(launch).includes('its address is not valid'));
      expect(heard.map(({ detail }) => detail)).to.deep.equal([{ reason: 'invalid-url' }]);
      expect(stay.followed).to.deep.equal([]);
      expect(launch.shadowRoot?.innerHTML).not.to.include(url);
    }
  });

  it('that takes long: the button says so, and does nothing more', async () => {
    let answer = (_: { url: string }): void => undefined;
    const backend = settingsBackend(SETTINGS, {
      createLaunch: () => new Promise((resolve) => (answer = resolve)),
    });
    const launch = await openConfirmed({ backend });
    const button = byRole(launch, 'button', 'Continue to NI Booking');
    button.focus();
    button.click();
    const busy = await until(() => byRole(launch, 'button', 'Opening…'));
    expect(busy.getAttribute('aria-disabled')).to.equal('true');
    expect(focusedIn()).to.equal(busy);
    busy.click();
    answer({ url: BUILT });
    await until(() => stay.followed.length > 0);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(stay.followed).to.have.length(1);
  });

  it('that is asked while the launch leaves the page is given up, and asked again once it is back', async () => {
    const signals: (AbortSignal | undefined)[] = [];
    const backend = settingsBackend(SETTINGS, {
      createLaunch: (_target, options) => {
        signals.push(options?.signal);
        return signals.length < 2
          ? new Promise(() => undefined)
          : Promise.resolve({ url: 'https://once.example/2' });
      },
    });
    const launch = await openConfirmed({ backend });
    const heard = listen(launch, { cancel: false });
    proceedOf(launch).click();
    await until(() => byRole(launch, 'button', 'Opening…'));
    const page = launch.parentElement as HTMLElement;
    launch.remove();
    await until(() => signals[0]?.aborted);
    await new Promise((resolve) => setTimeout(resolve, 20));
    page.append(launch);
    expect((await linkOf(launch)).href).to.equal('https://once.example/2');
    expect(textOf(launch)).to.include(REF);
    expect(heard).to.deep.equal([]);
    expect(stay.followed).to.deep.equal([]);
  });

  it('is asked once, though the launch is moved in the page', async () => {
    const { backend, asked } = launching();
    const launch = await openConfirmed({ backend });
    (await fixture<HTMLElement>(html`<section></section>`)).append(launch);
    await linkOf(launch);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(asked).to.have.length(1);
    expect(textOf(launch)).to.include(REF);
  });
});

describe('The launch URL', () => {
  const SECRET = /secret-token|once\.example/;

  it('is told by ocean-launch alone: in no log, error, storage, address or other event', async () => {
    const logged: unknown[] = [];
    const methods = ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const;
    const before = methods.map((name) => console[name]);
    for (const name of methods)
      console[name] = (...values: unknown[]) => void logged.push(...values);
    const errors: unknown[] = [];
    const onError = (event: Event): void =>
      void errors.push((event as ErrorEvent).message, (event as PromiseRejectionEvent).reason);
    addEventListener('error', onError);
    addEventListener('unhandledrejection', onError);
    const { dispatchEvent } = EventTarget.prototype;
    const told = new Map<string, string>();
    EventTarget.prototype.dispatchEvent = function (event) {
      if (event instanceof CustomEvent)
        told.set(event.type, (told.get(event.type) ?? '') + JSON.stringify(event.detail));
      return dispatchEvent.call(this, event);
    };
    const address = location.href;
    try {
      let asked = 0;
      const backend = settingsBackend(SETTINGS, {
        createLaunch: async () => {
          asked += 1;
          if (asked === 2) throw new BackendError('unavailable', 'Not now.');
          if (asked === 3) return { url: 'https://once.example/?launch=secret-token&dob=x' };
          return { url: 'https://once.example/?launch=secret-token' };
        },
      });
      const launch = await openConfirmed({ backend, change: (each) => (each.target = 'blank') });
      (await linkOf(launch)).click();
      await until(() => asked === 2);
      for (let turn = 0; turn < 6; turn++) {
        proceedOf(launch).click();
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      const light = launch.cloneNode(true) as Element;
      expect(light.outerHTML).not.to.match(SECRET);
      launch.remove();
    } finally {
      EventTarget.prototype.dispatchEvent = dispatchEvent;
      removeEventListener('error', onError);
      removeEventListener('unhandledrejection', onError);
      methods.forEach((name, index) => Object.assign(console, { [name]: before[index] }));
    }
    expect(told.get('ocean-launch')).to.match(SECRET);
    told.delete('ocean-launch');
    expect([...told.keys()]).to.include.members(['ocean-launch-done', 'ocean-launch-failed']);
    expect([...told.values()].join()).not.to.match(SECRET);
    expect(logged.map(String).join()).not.to.match(SECRET);
    expect(errors.filter(Boolean)).to.deep.equal([]);
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.to.match(SECRET);
    expect(document.cookie).not.to.match(SECRET);
    expect(location.href).to.equal(address);
    expect(JSON.stringify(history.state)).not.to.match(SECRET);
  });
});

describe('The host that is opened', () => {
  const OTHER = 'NI Booking opens at once.example.';

  it('is the one that is named, also where the backend makes the URL', async () => {
    const { backend } = launching();
    const launch = await openConfirmed({ backend });
    await linkOf(launch);
    await until(() => textOf(launch).includes(OTHER));
    expect(textOf(launch)).to.include('Continue in NI Booking at once.example to finish.');
    expect(allByRole(launch, 'alert').map(textOf).join()).to.include(OTHER);
  });

  it('is read before anything opens there, where it is known late only', async () => {
    const answers: ((url: string) => void)[] = [];
    const createLaunch: CreateLaunch = () =>
      new Promise((resolve) => answers.push((url) => resolve({ url })));
    const launch = await openLaunch({ backend: settingsBackend(SETTINGS, { createLaunch }) });
    const heard = listen(launch, { cancel: false });
    launch.confirm({ referralRef: REF });
    await until(() => proceedOf(launch));
    await until(() => answers.length);
    const launched = launch.launch();
    await launch.updateComplete;
    answers[0]?.('https://once.example/1?launch=secret-token');
    await launched;
    expect(stay.followed).to.deep.equal([]);
    expect(typesOf(heard)).to.deep.equal(['ocean-referral-confirmed', 'ocean-launch-failed']);
    expect(heard.at(-1)?.detail).to.deep.equal({ reason: 'other-host' });
    await until(() => textOf(launch).includes(OTHER));
    (await linkOf(launch)).click();
    expect(stay.followed.map(({ url }) => url)).to.deep.equal([
      'https://once.example/1?launch=secret-token',
    ]);
  });

  it('is not told apart where it is that of the settings', async () => {
    const url = 'https://book.northern-imaging.example/start?launch=t';
    const backend = settingsBackend(SETTINGS, { createLaunch: async () => ({ url }) });
    const launch = await openConfirmed({ backend });
    await linkOf(launch);
    expect(textOf(launch)).not.to.include('not the address');
    await launch.launch();
    expect(stay.followed.map((one) => one.url)).to.deep.equal([url]);
  });
});

describe('A reference that is a health card number', () => {
  const cards = ['1234567897', '1234-567-897 AB', '9698 658 215', 'trem 8051 1234'];
  const sentences = { en: 'may identify a patient', fr: 'pourrait identifier un patient' };
  for (const [lang, words] of Object.entries(sentences))
    it(`is confirmed and put into no URL; sender and developer read why (${lang})`, async () => {
      for (const card of cards) {
        const { backend, asked } = launching();
        const launch = await openLaunch({ backend, lang });
        const heard = listen(launch);
        launch.confirm({ referralRef: card });
        await until(() => textOf(launch).includes(card));
        await launch.launch();
        await until(() => textOf(launch).includes(words));
        expect(typesOf(heard)).to.deep.equal(['ocean-referral-confirmed', 'ocean-launch-failed']);
        expect(heard[1]?.detail).to.deep.equal({ reason: 'patient-reference' });
        expect(asked).to.deep.equal([]);
        expect(allByRole(launch, 'link')).to.deep.equal([]);
      }
      expect(stay.followed).to.deep.equal([]);
      const said = warnings.said.filter((line) => line.includes('referralRef'));
      expect(said.length).to.be.at.most(1);
      for (const card of cards) expect(warnings.said.join()).not.to.include(card);
    });

  it('starts no countdown, and opaque ones launch as ever', async () => {
    const launch = await openLaunch({ change: (each) => (each.autoLaunch = 30) });
    launch.confirm({ referralRef: '1234567897' });
    await until(() => textOf(launch).includes('1234567897'));
    await launch.updateComplete;
    expect(allByRole(launch, 'button', 'Stay here')).to.deep.equal([]);
    for (const referralRef of ['1234567890', 'REF-12345', '123456782', crypto.randomUUID()]) {
      const { backend } = launching();
      const other = await openLaunch({ backend });
      other.confirm({ referralRef });
      expect((await linkOf(other)).href).to.include('https://once.example/1');
    }
  });
});

describe('Launches beside each other', () => {
  it('are one each, twice on a page', async () => {
    const [one, two] = [await openLaunch(), await openLaunch()];
    one.confirm({ referralRef: 'r1' });
    await until(() => textOf(one).includes('r1'));
    await two.updateComplete;
    expect(two.querySelector('form')?.checkVisibility()).to.equal(true);
    two.confirm({ referralRef: 'r2' });
    await until(() => textOf(two).includes('r2'));
    expect(textOf(one)).to.include('r1').and.not.to.include('r2');
    expect((await linkOf(one)).href).to.include('r1');
  });

  it('can stand in a shadow root, with the language around it', async () => {
    const holder = await fixture<HTMLElement>(html`<div lang="fr"></div>`);
    const launch = document.createElement('ocean-referral-launch');
    launch.settings = SETTINGS;
    launch.append(document.createElement('form'));
    holder.attachShadow({ mode: 'open' }).append(launch);
    await until(() => textOf(launch).includes('Rendez-vous IN s’ouvrira'));
    launch.querySelector('form')?.dispatchEvent(new OceanReferralSentEvent(REF));
    await until(() => byRole(launch, 'link', 'Continuer vers Rendez-vous IN'));
    await until(() => nameOf(focusedIn() as Element) === 'Aiguillage envoyé');
  });

  it('follow the language, live, once confirmed', async () => {
    const launch = await openConfirmed();
    (launch.parentElement as HTMLElement).lang = 'fr';
    const link = await until(() => byRole(launch, 'link', 'Continuer vers Rendez-vous IN'));
    expect((link as HTMLAnchorElement).href).to.equal(BUILT);
  });
});
