/** Each state of the advanced settings passes axe in both languages, is big enough to press, and fits a narrow page. */
import { aTimeout, expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { MemoryBackend } from '../../../../src/backend/memory.js';
import type { OceanIntegrationForm } from '../../../../src/registration/integration-form.js';
import { violationsIn } from '../../../support/accessible.js';
import { COLOURS, showIn } from '../../../support/colours.js';
import { allByRole, elementsIn, readText, until } from '../../../support/queries.js';
import { describeTargets } from '../../../support/targets.js';
import { chooseFile, picture } from './logo/logo-files.js';
import { openAdvanced, openStored } from './open-advanced.js';
import type { Lang } from './open-advanced.js';

const part = <E extends HTMLElement = HTMLInputElement>(form: OceanIntegrationForm, id: string) =>
  form.shadowRoot?.getElementById(id) as E;
const combobox = (form: OceanIntegrationForm) => part(form, 'launch-referralFormId');
const message = (form: OceanIntegrationForm) =>
  part<HTMLTextAreaElement>(form, 'launch-confirmationMessage');
const logo = (form: OceanIntegrationForm) => part(form, 'launch-logoUrl');
const options = (form: OceanIntegrationForm) =>
  [...(form.shadowRoot?.querySelectorAll('[role=option]') ?? [])].filter((one) =>
    one.checkVisibility(),
  );

const type = (field: HTMLInputElement | HTMLTextAreaElement, text: string): void => {
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
};

const STORED = {
  companyName: { en: 'Northern Imaging', fr: 'Imagerie du Nord' },
  applicationName: { en: 'Booking', fr: 'Rendez-vous' },
  referralFormId: 'form-006',
  confirmationMessage: {
    en: '<h2>Thank you</h2><ul><li>Keep <b>{{referralRef}}</b></li></ul>',
    fr: 'Merci. <a href="https://example.org/fr">Notre page</a>',
  },
  logoAlt: { en: 'Logo of the North', fr: 'Logo du Nord' },
};

const STATES: Record<string, (lang: Lang) => Promise<OceanIntegrationForm>> = {
  empty: (lang) => openAdvanced({ lang }),
  'all of it, in two languages': async (lang) => {
    const { form } = await openStored(STORED, { lang });
    chooseFile(logo(form), await picture());
    await until(() => form.shadowRoot?.querySelector('.logo-box img'));
    await until(() => form.shadowRoot?.querySelector('.message-text a'));
    return form;
  },
  'read only': async (lang) => (await openStored(STORED, { lang, readonly: true })).form,
  'the list open, at an option': async (lang) => {
    const form = await openAdvanced({ lang });
    combobox(form).focus();
    combobox(form).click();
    await until(() => options(form).length === 20);
    combobox(form).dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    await until(() => combobox(form).hasAttribute('aria-activedescendant'));
    return form;
  },
  'nothing found': async (lang) => {
    const form = await openAdvanced({ lang });
    type(combobox(form), 'zzz');
    await until(() => /zzz/.test(readText(form.shadowRoot?.querySelector('.picker-state'))));
    return form;
  },
  'a search that failed': async (lang) => {
    const backend = new MemoryBackend();
    const form = await openAdvanced({ backend, lang });
    backend.failNext('unavailable', { method: 'listReferralForms' });
    type(combobox(form), 'a');
    await until(() => form.shadowRoot?.querySelector('.picker-state .problem'));
    return form;
  },
  'a message that is too long and has what is not allowed': async (lang) => {
    const form = await openAdvanced({ lang });
    type(message(form), `${'a'.repeat(4001)}<script>1</script>`);
    await until(() => /script/.test(readText(part(form, 'launch-confirmationMessage-notes'))));
    return form;
  },
  'the form for a link and the menu': async (lang) => {
    const form = await openAdvanced({ lang });
    const tools = form.shadowRoot?.querySelectorAll<HTMLElement>('.tool');
    tools?.[3]?.click();
    await until(() => form.shadowRoot?.querySelector('.link-form'));
    await aTimeout(20);
    tools?.[4]?.click();
    await until(() => allByRole(form, 'menuitem').length === 3);
    return form;
  },
  'a logo on its way': async (lang) => {
    const backend = new MemoryBackend();
    backend.uploadLogo = () => new Promise(() => undefined);
    const form = await openAdvanced({ backend, lang });
    chooseFile(logo(form), await picture());
    await until(() => allByRole(form, 'progressbar')[0]);
    return form;
  },
  'a logo that was refused': async (lang) => {
    const form = await openAdvanced({ lang });
    chooseFile(logo(form), new File(['hello'], 'a.png'));
    await until(() => part(form, 'launch-logoUrl-notes'));
    return form;
  },
  'an upload that failed': async (lang) => {
    const backend = new MemoryBackend();
    const form = await openAdvanced({ backend, lang });
    backend.failNext('network', { method: 'uploadLogo' });
    chooseFile(logo(form), await picture());
    await until(() => part(form, 'launch-logoUrl-notes'));
    return form;
  },
};

for (const lang of ['en', 'fr'] as const) {
  for (const colours of COLOURS) {
    describe(`The advanced settings in ${lang}, ${colours}: axe finds nothing`, () => {
      before(async () => {
        await showIn(colours);
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

describe('The advanced settings in little room', () => {
  after(() => setViewport({ width: 1280, height: 800 }));

  for (const lang of ['en', 'fr'] as const) {
    for (const [state, bring] of Object.entries(STATES)) {
      it(`need no sideways scrolling at 320 px: ${state}, ${lang}`, async () => {
        await setViewport({ width: 320, height: 640 });
        const form = await bring(lang);
        expect(document.documentElement.scrollWidth).to.be.at.most(320);
        for (const element of elementsIn(form.shadowRoot as ShadowRoot)) {
          const { left, right } = element.getBoundingClientRect();
          if (!element.checkVisibility() || element.closest('.visually-hidden')) continue;
          expect(right, element.outerHTML.slice(0, 120)).to.be.at.most(321);
          expect(left, element.outerHTML.slice(0, 120)).to.be.at.least(-1);
        }
      });
    }
  }
});

describeTargets('the advanced settings', STATES);

describe('The links of the error summary', () => {
  it('lead to each of the advanced fields', async () => {
    const { form } = await openStored(STORED);
    for (const id of [
      'launch-referralFormId',
      'launch-confirmationMessage',
      'launch-confirmationMessage-fr',
      'launch-logoUrl',
      'launch-logoAlt',
      'launch-logoAlt-fr',
      'launch-useIframe',
    ]) {
      part(form, id).focus();
      expect(form.shadowRoot?.activeElement?.id).to.equal(id);
    }
  });
});
