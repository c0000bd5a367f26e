/** Each state of the launch's elements passes axe, in both languages, in light, dark and forced colours. */
import { expect, fixture, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { BackendError } from '../../src/backend/backend-error.js';
import type { OceanReferralLaunch } from '../../src/launch/referral-launch.js';
import { violationsIn } from '../support/accessible.js';
import { COLOURS, showIn } from '../support/colours.js';
import { useClipboard } from '../support/clipboard.js';
import {
  LOGO,
  SETTINGS,
  backendWith,
  mountLaunch,
  openConfirmed,
  openLaunch,
  proceedOf,
  settingsBackend,
  textOf,
  useStay,
} from '../support/launches.js';
import { byRole, until } from '../support/queries.js';
import { describeTargets } from '../support/targets.js';

type Lang = 'en' | 'fr';

const MESSAGE = `<h3>Thank you</h3><p>For <strong>{{companyName}}</strong>: <a href="https://help.example/">our help</a>,
<a href="mailto:a@help.example">mail</a>, <code>{{referralRef}}</code>.</p><ul><li>One</li><li>Two</li></ul>
<blockquote><p>Said.</p></blockquote><pre>code</pre><hr><p lang="fr">Merci.</p>`;

const failing = (kind: BackendError['kind']) =>
  backendWith({ getLaunchSettings: () => Promise.reject(new BackendError(kind, 'No.')) });

/** Waits for words of either language. */
const reads = (launch: Element, words: RegExp) => until(() => words.test(textOf(launch)));

const confirmed = async (launch: OceanReferralLaunch, words: RegExp) => {
  launch.confirm({ referralRef: 'a1b2' });
  await reads(launch, words);
  return launch;
};

/** Each state, brought about as it comes about in life. */
const STATES: Record<string, (lang: Lang) => Promise<Element>> = {
  loading: (lang) =>
    mountLaunch({ lang, backend: backendWith({ getLaunchSettings: () => new Promise(() => {}) }) }),
  'the portal’s form': (lang) => openLaunch({ lang, settings: { ...SETTINGS, logoUrl: LOGO } }),
  'the portal’s form, an IDN host, a logo with its text': async (lang) => {
    const launch = await mountLaunch({
      lang,
      settings: {
        ...SETTINGS,
        baseLaunchUrl: 'https://bücher.example/',
        logoUrl: LOGO,
        logoAlt: 'A star',
      },
    });
    await reads(launch, /bücher/);
    return launch;
  },
  'settings that can’t be had': async (lang) => {
    const launch = await mountLaunch({ lang, backend: failing('unavailable') });
    await reads(launch, /could not find out|n’avons pas pu vérifier/);
    return launch;
  },
  'nothing to launch': async (lang) => {
    const launch = await mountLaunch({ lang, backend: failing('not-found') });
    await reads(launch, /There is no other step|aucune autre étape/);
    return launch;
  },
  confirmed: (lang) => openConfirmed({ lang }),
  'confirmed, for a new tab': (lang) =>
    openConfirmed({ lang, change: (each) => (each.target = 'blank') }),
  'confirmed, for an iframe, with rich text and a countdown': (lang) =>
    openConfirmed({
      lang,
      settings: { ...SETTINGS, useIframe: true, confirmationMessage: MESSAGE },
      change: (each) => (each.autoLaunch = 60),
    }),
  'confirmed before the settings are there': async (lang) => {
    const backend = backendWith({ getLaunchSettings: () => new Promise(() => {}) });
    return confirmed(await mountLaunch({ lang, backend }), /Checking for|Vérification de/);
  },
  'confirmed without settings to be had': async (lang) =>
    confirmed(await mountLaunch({ lang, backend: failing('unavailable') }), /Try again|Réessayer/),
  'confirmed, nothing to launch': async (lang) =>
    confirmed(
      await mountLaunch({ lang, backend: failing('not-found') }),
      /nothing else to do|rien d’autre/,
    ),
  'the reference copied': async (lang) => {
    const launch = await openConfirmed({ lang });
    const clipboard = useClipboard();
    byRole(launch, 'button', /^Cop/).click();
    await reads(launch, /Copied|Copié/);
    clipboard.restore();
    return launch;
  },
  opening: async (lang) => {
    const backend = settingsBackend(SETTINGS, { createLaunch: () => new Promise(() => {}) });
    const launch = await openConfirmed({ lang, backend });
    proceedOf(launch).click();
    await reads(launch, /Opening…|Ouverture…/);
    return launch;
  },
  'failed to open': async (lang) => {
    const backend = settingsBackend(SETTINGS, {
      createLaunch: () => Promise.reject(new BackendError('unavailable', 'No.')),
    });
    const launch = await openConfirmed({ lang, backend });
    proceedOf(launch).click();
    await reads(launch, /could not be opened|Impossible d’ouvrir/);
    return launch;
  },
  'opened in a new tab': async (lang) => {
    const launch = await openConfirmed({ lang, change: (each) => (each.target = 'blank') });
    const stay = useStay();
    proceedOf(launch).click();
    stay.restore();
    await reads(launch, /was opened in a new tab|Vous avez ouvert/);
    return launch;
  },
};

for (const lang of ['en', 'fr'] as const) {
  for (const colours of COLOURS) {
    describe(`A launch in ${lang}, ${colours}: axe finds nothing`, () => {
      before(async () => {
        await showIn(colours);
        document.documentElement.style.colorScheme = 'light dark';
        document.documentElement.lang = lang;
        document.body.style.background = 'Canvas';
      });
      for (const [state, bring] of Object.entries(STATES))
        it(state, async () => {
          const element = await bring(lang);
          expect(await violationsIn(element)).to.deep.equal([]);
        });
    });
  }
}

describe('A launch in little room', () => {
  after(() => setViewport({ width: 1280, height: 800 }));

  for (const lang of ['en', 'fr'] as const)
    for (const [state, bring] of Object.entries(STATES))
      it(`needs no sideways scrolling at 320 px: ${state}, ${lang}`, async () => {
        await setViewport({ width: 320, height: 640 });
        await bring(lang);
        expect(document.documentElement.scrollWidth).to.be.at.most(320);
      });

  it('wraps what is long: a name, a reference, a host, a message without a space', async () => {
    await setViewport({ width: 320, height: 640 });
    const long = 'Otorhinolaryngologie'.repeat(8);
    await openConfirmed(
      {
        settings: {
          ...SETTINGS,
          applicationName: long,
          baseLaunchUrl: `https://${'a'.repeat(60)}.${'b'.repeat(60)}.northern.example/`,
          confirmationMessage: `<p>${long}</p><pre>${long}</pre><p><a href="https://${'c'.repeat(60)}.example/">x</a></p>`,
        },
        change: (each) => (each.autoLaunch = 60),
      },
      long,
    );
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
  });
});

describeTargets(
  'a launch',
  {
    'confirmed and failed': async () => {
      const page = await fixture<HTMLElement>(html`<div lang="en"></div>`);
      for (const state of [
        'confirmed, for an iframe, with rich text and a countdown',
        'failed to open',
      ])
        page.append((await STATES[state]?.('en')) as Element);
      await until(() => byRole(page, 'button', 'Stay here'));
      return page;
    },
  },
  8,
);
