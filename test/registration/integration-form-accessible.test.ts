/** Each state of the form passes axe, in both languages, in light, dark and forced colours; and is heard and reached as it should be. */
import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { BackendError } from '../../src/backend/backend-error.js';
import { MemoryBackend } from '../../src/backend/memory.js';
import type { OceanIntegrationForm } from '../../src/registration/integration-form.js';
import { violationsIn } from '../support/accessible.js';
import { COLOURS, showIn } from '../support/colours.js';
import { DRAFT, fillIn, mountForm, openForm } from '../support/forms.js';
import {
  allByRole,
  byLabel,
  byRole,
  elementsIn,
  nameOf,
  readText,
  until,
} from '../support/queries.js';
import { describeTargets } from '../support/targets.js';

type Lang = 'en' | 'fr';

const launch = {
  companyName: { en: 'Northern Imaging', fr: 'Imagerie du Nord' },
  applicationName: { en: 'Booking', fr: 'Rendez-vous' },
  baseLaunchUrl: 'https://book.example.org/',
};

const stored = async (backend: MemoryBackend, draft: object = {}) =>
  backend.registerIntegration({ ...DRAFT, ...draft }, { idempotencyKey: JSON.stringify(draft) });

const resultOf = (form: OceanIntegrationForm) =>
  until(() => form.shadowRoot?.querySelector('#result'));

/** Each state, brought about as it comes about in life. */
const STATES: Record<string, (lang: Lang) => Promise<OceanIntegrationForm>> = {
  new: (lang) => openForm({ lang }),
  'patient engagement': async (lang) => {
    const form = await openForm({ lang });
    form.value = { module: 'patient-engagement' };
    await form.updateComplete;
    return form;
  },
  problems: async (lang) => {
    const form = await openForm({ lang });
    void form.submit();
    await resultOf(form);
    return form;
  },
  'edit with secrets, a failing endpoint and a launch in two languages': async (lang) => {
    const backend = new MemoryBackend();
    const { id } = await stored(backend, {
      requestUrl: 'https://tls.example.org/',
      payload: { format: 'ocean-json' },
      authentication: {
        type: 'oauth2',
        tokenUrl: 'https://id.example.org/token',
        clientId: 'a',
        clientSecret: 'b',
      },
      launch,
    });
    await backend.checkEndpoint({ integrationId: id });
    const form = await openForm({ backend, id, lang });
    byLabel(form, lang === 'en' ? 'Integration name' : 'Nom de l’intégration').focus();
    await until(() => readText(form.shadowRoot).includes('TLS'));
    return form;
  },
  loading: async (lang) => {
    const backend = new MemoryBackend({ latency: Infinity });
    const form = await mountForm({ backend, id: 'x', lang });
    await until(() => form.shadowRoot?.querySelector('.skeleton'));
    return form;
  },
  'failed to load': async (lang) => {
    const form = await mountForm({ id: 'nowhere', lang });
    await until(() => form.shadowRoot?.querySelector('[role=alert] p'));
    return form;
  },
  'read-only': async (lang) => {
    const backend = new MemoryBackend();
    const { id } = await stored(backend, { launch });
    return openForm({ backend, id, lang, readonly: true });
  },
  'may not register': async (lang) => {
    const form = await openForm({ lang });
    form.capabilities = { register: false, launch: false };
    await until(() => form.shadowRoot?.querySelector('.notice'));
    return form;
  },
  'a failed save': async (lang) => {
    const backend = new MemoryBackend();
    const form = await openForm({ backend, lang });
    form.value = DRAFT;
    backend.failNext(new BackendError('unavailable', 'x', { requestId: 'req-1', retryAfter: 9 }));
    void form.submit();
    await resultOf(form);
    return form;
  },
  'a conflict': async (lang) => {
    const backend = new MemoryBackend();
    const { id } = await stored(backend);
    const form = await openForm({ backend, id, lang });
    backend.touch(id, { name: 'Theirs' });
    form.value = { ...form.value, name: 'Mine' };
    void form.submit();
    await until(() => form.shadowRoot?.querySelector('#result input[type=radio]'));
    return form;
  },
  saved: async (lang) => {
    const form = await openForm({ lang });
    form.value = DRAFT;
    void form.submit();
    await resultOf(form);
    return form;
  },
};

for (const lang of ['en', 'fr'] as const) {
  for (const colours of COLOURS) {
    describe(`In ${lang}, ${colours}, axe finds nothing`, () => {
      before(async () => {
        await showIn(colours);
        document.documentElement.classList.add('follows-colour-scheme');
        document.documentElement.style.colorScheme = 'light dark';
        document.body.style.background = 'Canvas';
      });
      for (const [state, bring] of Object.entries(STATES)) {
        it(state, async () => {
          const form = await bring(lang);
          expect(await violationsIn(form)).to.deep.equal([]);
        });
      }
    });
  }
}

describe('The form by keyboard', () => {
  it('reaches every control with Tab, in the order of the page, and none twice', async () => {
    const form = await openForm();
    form.value = { ...DRAFT, launch, authentication: { type: 'basic', username: 'a' } };
    await until(() => allByRole(form, 'heading', 'Referral sent')[0]);
    const expected = [...elementsIn(form.shadowRoot as ShadowRoot)].filter(
      (element) =>
        element.matches('input, select, textarea, button, summary, a[href]') &&
        element.checkVisibility() &&
        !(element instanceof HTMLInputElement && element.type === 'radio' && !element.checked),
    );
    const before = document.createElement('button');
    before.textContent = 'before';
    form.before(before);
    before.focus();
    const reached: Element[] = [];
    for (let step = 0; step < expected.length + 10; step++) {
      await sendKeys({ press: 'Tab' });
      let at = form.shadowRoot?.activeElement;
      if (!at) break;
      // Into the widgets of the preview.
      while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      reached.push(at);
    }
    before.remove();
    // A scrolling list of events is a stop of its own, so that it can be scrolled by keys.
    const controls = reached.filter((element) => !element.matches('.event-groups, section'));
    expect(controls.map((element) => nameOf(element))).to.deep.equal(
      expected.map((element) => nameOf(element)),
    );
  });

  it('submits on Enter in a field', async () => {
    const form = await openForm();
    fillIn(form);
    byLabel(form, 'Integration name').focus();
    await sendKeys({ press: 'Enter' });
    await resultOf(form);
    expect(readText(form.shadowRoot)).to.include('The integration is registered.');
  });
});

describe('The form in little room', () => {
  after(() => setViewport({ width: 1280, height: 800 }));

  for (const lang of ['en', 'fr'] as const) {
    it(`needs no sideways scrolling at 320 px (400 % zoom at 1280 px): ${lang}`, async () => {
      await setViewport({ width: 320, height: 640 });
      const form =
        await STATES['edit with secrets, a failing endpoint and a launch in two languages']?.(lang);
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
      for (const element of form ? elementsIn(form.shadowRoot as ShadowRoot) : []) {
        const { right } = element.getBoundingClientRect();
        if (element.checkVisibility() && !element.closest('.visually-hidden')) {
          expect(right, element.outerHTML.slice(0, 120)).to.be.at.most(321);
        }
      }
    });
  }
});

describeTargets(
  'the form',
  {
    'with a launch': async () => {
      const form = await openForm();
      form.value = { ...DRAFT, launch };
      await form.updateComplete;
      return form;
    },
  },
  21,
);

describe('Secrets', () => {
  it('keep a user’s own login out of their fields', async () => {
    const form = await openForm();
    form.value = { ...DRAFT, authentication: { type: 'basic', username: 'a' } };
    await form.updateComplete;
    expect(byLabel(form, 'Password').autocomplete).to.equal('new-password');
    expect(byLabel(form, 'User name').autocomplete).to.equal('off');
    expect(allByRole(form, 'textbox', 'Password')).to.have.length(0);
    expect(byRole(form, 'button', 'Register integration')).to.exist;
  });
});
