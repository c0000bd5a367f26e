/** The portal's form in a launch: it is there, unchanged, and can be sent, whatever becomes of the settings; and nothing jumps. */
import { expect, fixture, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { BackendError } from '../../src/backend/backend-error.js';
import type { IntegrationBackend, PublicLaunchSettings } from '../../src/backend/backend.js';
import { MemoryBackend } from '../../src/backend/memory.js';
import { OceanReferralLaunch } from '../../src/launch/referral-launch.js';
import { describeElement } from '../support/element-suite.js';
import {
  LOGO,
  SETTINGS,
  backendWith,
  expectPortalForm,
  focusedIn,
  mountLaunch,
  openLaunch,
  settingsBackend,
  textOf,
} from '../support/launches.js';
import { allByRole, byLabel, until } from '../support/queries.js';

const LEADS = 'you will be taken to NI Booking';
const notesOf = (launch: Element) =>
  allByRole(launch, 'note', /^(After this referral|Après cet aiguillage)$/);

describeElement({
  tagName: 'ocean-referral-launch',
  element: OceanReferralLaunch,
  create: () => {
    const launch = document.createElement('ocean-referral-launch');
    launch.settings = SETTINGS;
    launch.append(document.createElement('form'));
    return launch;
  },
  ready: (launch) => until(() => notesOf(launch).length === 2),
});

/** Answers when it is told to. */
const slowBackend = () => {
  const waiting: { answer(value: PublicLaunchSettings): void; refuse(error: unknown): void }[] = [];
  const signals: (AbortSignal | undefined)[] = [];
  const backend = backendWith({
    getLaunchSettings: (_target, options) => {
      signals.push(options?.signal);
      return new Promise((answer, refuse) => waiting.push({ answer, refuse }));
    },
  });
  return { backend, waiting, signals };
};

const ANSWER: PublicLaunchSettings = { integrationId: 'i1', enabled: true, settings: SETTINGS };

const failing = (kind: BackendError['kind']): IntegrationBackend =>
  backendWith({ getLaunchSettings: () => Promise.reject(new BackendError(kind, 'No.')) });

describe('The portal’s form', () => {
  const NOTHING = 'There is no other step after you send this referral.';
  const UNKNOWN = 'We could not find out whether there is a next step after this referral.';
  const rows: [when: string, backend: () => IntegrationBackend, words: string | undefined][] = [
    ['load for ever', () => slowBackend().backend, undefined],
    ['are there', () => settingsBackend(), LEADS],
    ['cannot be had', () => failing('unavailable'), UNKNOWN],
    ['may not be had', () => failing('forbidden'), UNKNOWN],
    ['do not exist', () => failing('not-found'), NOTHING],
    [
      'are those of an integration that is disabled',
      () => backendWith({ getLaunchSettings: async () => ({ ...ANSWER, enabled: false }) }),
      NOTHING,
    ],
    [
      'lead to no URL',
      () => settingsBackend({ ...SETTINGS, baseLaunchUrl: 'javascript:alert(1)' }),
      'NI Booking',
    ],
    [
      'are asked of a backend that throws',
      () =>
        backendWith({
          getLaunchSettings: () => {
            throw new TypeError('x');
          },
        }),
      UNKNOWN,
    ],
    ['are asked of a backend that has none', () => backendWith({}), UNKNOWN],
    [
      'are answered with nothing',
      () =>
        backendWith({
          getLaunchSettings: async () => undefined as unknown as PublicLaunchSettings,
        }),
      undefined,
    ],
    [
      'are answered without settings',
      () =>
        backendWith({ getLaunchSettings: async () => ({ enabled: true }) as PublicLaunchSettings }),
      undefined,
    ],
  ];
  for (const [when, backend, words] of rows)
    it(`is there and can be sent where the settings ${when}`, async () => {
      const launch = await mountLaunch({ backend: backend() });
      expectPortalForm(launch);
      if (words) await until(() => textOf(launch).includes(words));
      else await new Promise((resolve) => setTimeout(resolve, 50));
      expectPortalForm(launch);
      expect(textOf(launch)).not.to.include('undefined');
    });

  it('is there where nothing is given at all', async () => {
    const launch = document.createElement('ocean-referral-launch');
    launch.append(document.createElement('form'));
    (await fixture<HTMLElement>(html`<div></div>`)).append(launch);
    await launch.updateComplete;
    expect(launch.querySelector('form')?.checkVisibility()).to.equal(true);
  });

  it('is the very same form, with its values and the focus, before and after', async () => {
    const { backend, waiting } = slowBackend();
    const launch = await mountLaunch({ backend });
    const nodes = [...launch.querySelectorAll('*')];
    const markup = launch.innerHTML;
    const reason = byLabel(launch, 'Reason for referral');
    reason.focus();
    reason.value = 'Cough, fever';
    reason.setSelectionRange(2, 4);
    waiting[0]?.answer(ANSWER);
    await until(() => textOf(launch).includes(LEADS));
    expect([...launch.querySelectorAll('*')]).to.deep.equal(nodes);
    expect(launch.innerHTML).to.equal(markup);
    expect(reason.value).to.equal('Cough, fever');
    expect(focusedIn()).to.equal(reason);
    expect(reason.selectionStart).to.equal(2);
  });

  it('keeps its values once it is sent, and shows them again with the next listing', async () => {
    const launch = await openLaunch();
    launch.confirm({ referralRef: 'r1' });
    await until(() => !launch.querySelector('form')?.checkVisibility());
    launch.listingId = 'another';
    await until(() => launch.querySelector('form')?.checkVisibility());
    expectPortalForm(launch);
  });
});

describe('Nothing jumps', () => {
  after(() => setViewport({ width: 1280, height: 800 }));

  const topOf = (launch: Element): number =>
    (launch.querySelector('form') as Element).getBoundingClientRect().top -
    launch.getBoundingClientRect().top;

  /** From names shorter than most to some that are longer. */
  const NAMES = {
    'no company, no category': { applicationName: 'Go', host: 'go.southern.example' },
    'short names': {
      companyName: 'Southern Imagery',
      applicationName: 'SI Booking',
      category: 'Cardiac ultrasound',
      host: 'book.southern-imagery.example',
    },
    'long names': {
      companyName: 'Southern Ontario Central Intake',
      applicationName: 'Home Care Assistant',
      category: 'Diabetes education',
      host: 'intake.southern-ontario.example',
    },
  };

  for (const [names, { host, ...settings }] of Object.entries(NAMES))
    for (const width of [320, 480, 768, 1280])
      for (const lang of ['en', 'fr'])
        it(`when the settings come, with ${names}: ${lang}, ${width} px`, async () => {
          await setViewport({ width, height: 800 });
          const { backend, waiting } = slowBackend();
          const launch = await mountLaunch({ backend, lang });
          await until(
            () => launch.shadowRoot?.querySelector('ocean-referral-header')?.clientHeight,
          );
          const before = topOf(launch);
          const height = launch.getBoundingClientRect().height;
          expect(before).to.be.above(40);
          waiting[0]?.answer({
            ...ANSWER,
            settings: {
              ...{ companyName: '', category: '', logoUrl: LOGO, useIframe: false },
              ...settings,
              baseLaunchUrl: `https://${host}/start`,
            },
          });
          await until(() => notesOf(launch).length === 2 && textOf(launch).includes(host));
          expect(topOf(launch)).to.equal(before);
          expect(launch.getBoundingClientRect().height).to.equal(height);
        });

  it('when they cannot be had, or there are none', async () => {
    for (const kind of ['unavailable', 'not-found'] as const) {
      const { backend, waiting } = slowBackend();
      const launch = await mountLaunch({ backend });
      const before = topOf(launch);
      const height = launch.getBoundingClientRect().height;
      waiting[0]?.refuse(new BackendError(kind, 'No.'));
      await until(() => /could not find out|There is no other step/.test(textOf(launch)));
      expect(topOf(launch)).to.equal(before);
      expect(launch.getBoundingClientRect().height).to.equal(height);
    }
  });

  it('when French comes after the portal’s own settings, which need no place kept', async () => {
    const launch = await mountLaunch({ settings: SETTINGS, lang: 'fr' });
    const before = topOf(launch);
    expect(before).to.be.above(40);
    await until(() => notesOf(launch).length === 2);
    expect(topOf(launch)).to.equal(before);
    for (const name of ['ocean-referral-header', 'ocean-referral-footer']) {
      const banner = launch.shadowRoot?.querySelector(name);
      const [strip] = allByRole(banner as Element, 'note');
      expect(strip?.getBoundingClientRect().height).to.equal(
        banner?.getBoundingClientRect().height,
      );
    }
  });
});

describe('The settings', () => {
  it('are asked for by listing, and by integration where that is known', async () => {
    const asked: unknown[] = [];
    const backend = backendWith({
      getLaunchSettings: async (target) => {
        asked.push(target);
        return ANSWER;
      },
    });
    const launch = await openLaunch({ backend });
    launch.integrationId = 'i7';
    await until(() => asked.length === 2);
    expect(asked).to.deep.equal([{ listingId: 'listing-1' }, { integrationId: 'i7' }]);
  });

  it('come from the in-memory backend', async () => {
    const [form] = (await new MemoryBackend().listReferralForms({})).items;
    const listing = form?.listings[0]?.id as string;
    const backend = new MemoryBackend({
      integrations: [
        {
          module: 'ereferrals',
          name: 'Northern',
          requestUrl: 'https://hooks.northern-imaging.example/',
          payload: { format: 'fhir-r4', guide: '0.11.1' },
          authentication: { type: 'none' },
          events: ['add-service-request'],
          enabled: true,
          launch: { ...SETTINGS, referralFormId: form?.id as string },
        },
      ],
    });
    const launch = await openLaunch({ backend, listingId: listing });
    expect(textOf(launch)).to.include(LEADS);
  });

  it('of the portal’s own need no backend, and go before it', async () => {
    let asked = 0;
    const backend = backendWith({
      getLaunchSettings: async () => {
        asked += 1;
        return ANSWER;
      },
    });
    const launch = await openLaunch({ backend, settings: { ...SETTINGS, applicationName: 'Own' } });
    expect(textOf(launch)).to.include('you will be taken to Own');
    expect(asked).to.equal(0);
  });

  it('are those of the newest listing, whatever comes later', async () => {
    const { backend, waiting, signals } = slowBackend();
    const launch = await mountLaunch({ backend });
    launch.listingId = 'listing-2';
    await until(() => waiting.length === 2);
    expect(signals[0]?.aborted).to.equal(true);
    waiting[1]?.answer(ANSWER);
    await until(() => textOf(launch).includes(LEADS));
    waiting[0]?.answer({ ...ANSWER, settings: { ...SETTINGS, applicationName: 'Old' } });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(textOf(launch)).not.to.include('Old');
  });

  it('are given up where the launch is taken out of the page, and asked for again once it is back', async () => {
    const { backend, waiting, signals } = slowBackend();
    const launch = await mountLaunch({ backend });
    const page = launch.parentElement as HTMLElement;
    launch.remove();
    await until(() => signals[0]?.aborted);
    page.append(launch);
    await until(() => waiting.length === 2);
    waiting[1]?.answer(ANSWER);
    await until(() => textOf(launch).includes(LEADS));
  });

  it('are asked for once, though the launch is moved in the page', async () => {
    const { backend, waiting, signals } = slowBackend();
    const launch = await mountLaunch({ backend });
    (await fixture<HTMLElement>(html`<section></section>`)).append(launch);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(waiting).to.have.length(1);
    expect(signals[0]?.aborted).to.equal(false);
    waiting[0]?.answer(ANSWER);
    await until(() => textOf(launch).includes(LEADS));
    expectPortalForm(launch);
  });

  it('come from an <ocean-backend> around it that gets its backend later', async () => {
    const page = await fixture<HTMLElement>(
      html`<ocean-backend
        ><ocean-referral-launch listing-id="l1"><form></form></ocean-referral-launch
      ></ocean-backend>`,
    );
    const launch = page.querySelector('ocean-referral-launch') as OceanReferralLaunch;
    await launch.updateComplete;
    expect(textOf(launch)).to.equal('');
    (page as HTMLElementTagNameMap['ocean-backend']).backend = settingsBackend();
    await until(() => textOf(launch).includes(LEADS));
  });
});

describe('Headers and footers in a launch', () => {
  const count = (launch: Element): number => notesOf(launch).length;

  it('are one of each, with what the launch knows', async () => {
    const launch = await openLaunch({
      settings: SETTINGS,
      change: (each) => (each.target = 'blank'),
    });
    expect(count(launch)).to.equal(2);
    expect(textOf(launch).split('you can continue in NI Booking')).to.have.length(3);
    expect(textOf(launch)).to.include('in a new tab');
  });

  it('of the portal’s own stand in their place', async () => {
    const launch = await openLaunch({
      content: html`<form>
        <ocean-referral-header></ocean-referral-header><input aria-label="Reason" />
      </form>`,
    });
    await until(() => count(launch) === 2);
    const header = launch.querySelector('ocean-referral-header');
    expect(textOf(header as Element)).to.include(LEADS);
    expect(launch.shadowRoot?.querySelector('ocean-referral-header')).to.equal(null);
    expect(launch.shadowRoot?.querySelector('ocean-referral-footer')).not.to.equal(null);
    // And back, once it is gone.
    header?.remove();
    launch.requestUpdate();
    await until(() => launch.shadowRoot?.querySelector('ocean-referral-header'));
  });

  it('of the portal’s own, put there later, take the place of the launch’s', async () => {
    const launch = await openLaunch();
    launch.querySelector('form')?.append(document.createElement('ocean-referral-footer'));
    await until(() => !launch.shadowRoot?.querySelector('ocean-referral-footer'));
    await until(() => count(launch) === 2);
  });

  it('deeper within, in a shadow root, are told as well', async () => {
    const launch = await openLaunch();
    const holder = document.createElement('div');
    holder.attachShadow({ mode: 'open' }).append(document.createElement('ocean-referral-header'));
    launch.querySelector('form')?.prepend(holder);
    await until(() => !launch.shadowRoot?.querySelector('ocean-referral-header'));
    expect(count(launch)).to.equal(2);
  });

  it('follow the language, live', async () => {
    const launch = await openLaunch();
    (launch.parentElement as HTMLElement).lang = 'fr';
    await until(() => textOf(launch).split('Rendez-vous IN s’ouvrira').length === 3);
    expectPortalForm(launch);
  });
});
