/** The referral form is found among many by typing, chosen by key or pointer, and shows its listings. */
import { aTimeout, expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { BackendError } from '../../../../../src/backend/backend-error.js';
import type { Page, ReferralFormQuery } from '../../../../../src/backend/backend.js';
import { MemoryBackend } from '../../../../../src/backend/memory.js';
import type { ReferralForm } from '../../../../../src/integration/schema.js';
import type { OceanIntegrationForm } from '../../../../../src/registration/integration-form.js';
import {
  allByRole,
  byLabel,
  byRole,
  descriptionOf,
  readText,
  until,
} from '../../../../support/queries.js';
import { focused, heard, launchOf, openAdvanced, openStored } from '../open-advanced.js';

const LABEL = 'Referral form for associated listings';
const field = (form: OceanIntegrationForm) => byLabel(form, LABEL);
const options = (form: OceanIntegrationForm) => allByRole(form, 'option').filter(isListed);
const isListed = (option: Element) => option.closest('[role=listbox]') !== null;
const names = (form: OceanIntegrationForm) => options(form).map(readText);
const active = (form: OceanIntegrationForm): string => {
  const id = field(form).getAttribute('aria-activedescendant');
  return id ? readText(form.shadowRoot?.getElementById(id)) : '';
};
const popup = (form: OceanIntegrationForm) => form.shadowRoot?.querySelector('.picker-popup');

const type = async (form: OceanIntegrationForm, text: string): Promise<void> => {
  field(form).focus();
  field(form).select();
  await sendKeys({ type: text });
};

const pick = async (form: OceanIntegrationForm, name: RegExp): Promise<void> => {
  const option = await until(() => options(form).find((one) => name.test(readText(one))));
  option.click();
  await form.updateComplete;
};

describe('The referral form', () => {
  it('is found by typing, ignoring case and accents, and shows how many listings each has', async () => {
    const form = await openAdvanced();
    expect(field(form).getAttribute('aria-expanded')).to.equal('false');
    await type(form, 'neurology');
    await until(() => names(form).length === 10);
    expect(names(form)[0]).to.match(/^Neurology: consultation \d+ listings?$/);
    expect(field(form).getAttribute('aria-expanded')).to.equal('true');
    expect(field(form).getAttribute('aria-controls')).to.equal(byRole(form, 'listbox', LABEL).id);
    await heard(form, '10 referral forms found');
  });

  it('is found by the name of a listing too', async () => {
    const form = await openAdvanced();
    await type(form, 'kestrel point neurology');
    await until(() => names(form).length > 0 && names(form).every((name) => /Neuro/.test(name)));
  });

  it('is chosen with arrows and Enter, which does not submit the form', async () => {
    const form = await openAdvanced();
    let submitted = false;
    form.addEventListener('ocean-submit', () => (submitted = true));
    await type(form, 'urology');
    await until(() => names(form).some((name) => name.startsWith('Urology')));
    const listed = names(form);
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowDown' });
    await form.updateComplete;
    expect(active(form)).to.equal(listed[1]);
    expect(focused(form)).to.equal(field(form));
    await sendKeys({ press: 'End' });
    await form.updateComplete;
    expect(active(form)).to.equal(listed.at(-1));
    await sendKeys({ press: 'Home' });
    await form.updateComplete;
    expect(active(form)).to.equal(listed[0]);
    await sendKeys({ press: 'ArrowUp' });
    await form.updateComplete;
    expect(active(form)).to.equal(listed.at(-1));
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await until(() => launchOf(form).referralFormId);
    expect(listed[0]).to.include(field(form).value);
    expect(field(form).getAttribute('aria-expanded')).to.equal('false');
    await heard(form, 'Selected: ');
    await aTimeout(20);
    expect(submitted).to.equal(false);
    expect(form.shadowRoot?.querySelector('#result')).to.equal(null);
  });

  it('opens the whole list with an arrow or a click', async () => {
    const form = await openAdvanced();
    field(form).focus();
    expect(options(form)).to.have.length(0);
    await sendKeys({ press: 'ArrowDown' });
    await until(() => options(form).length === 20);
    await heard(form, '200 referral forms found');
    await sendKeys({ press: 'Escape' });
    await form.updateComplete;
    expect(options(form)).to.have.length(0);
    field(form).click();
    await until(() => options(form).length === 20);
  });

  it('loads more at the end of the list, by key and by button', async () => {
    const form = await openAdvanced();
    field(form).focus();
    await sendKeys({ press: 'ArrowDown' });
    await until(() => options(form).length === 20);
    await sendKeys({ press: 'ArrowUp' });
    await sendKeys({ press: 'ArrowDown' });
    await until(() => options(form).length === 40);
    await until(() => active(form) === names(form)[20]);
    expect(readText(popup(form))).to.include('40 of 200 shown');
    byRole(form, 'button', 'Show more').click();
    await until(() => options(form).length >= 60);
  });

  it('closes and clears with Escape, keeping what was chosen', async () => {
    const form = await openAdvanced();
    await type(form, 'hematology');
    await pick(form, /^Hematology: eConsult/);
    const chosen = launchOf(form).referralFormId;
    await type(form, 'zzz');
    await until(() => readText(popup(form)).includes('No referral form matches “zzz”.'));
    await heard(form, 'No referral form matches “zzz”.');
    await sendKeys({ press: 'Escape' });
    await form.updateComplete;
    expect(popup(form)?.checkVisibility()).to.equal(false);
    expect(field(form).value).to.equal('zzz');
    await sendKeys({ press: 'Escape' });
    await form.updateComplete;
    expect(field(form).value).to.equal('Hematology: eConsult');
    expect(launchOf(form).referralFormId).to.equal(chosen);
  });

  it('says that what was typed is not chosen when the field is left', async () => {
    const form = await openAdvanced();
    await type(form, 'derma');
    await until(() => names(form).length > 0);
    await sendKeys({ press: 'Tab' });
    await form.updateComplete;
    expect(options(form)).to.have.length(0);
    expect(field(form).value).to.equal('');
    expect(descriptionOf(field(form))).to.include('the text “derma” alone is not enough');
    expect(launchOf(form).referralFormId).to.equal(null);
  });

  it('shows the listings of the form that is chosen', async () => {
    const form = await openAdvanced();
    await type(form, 'gastroenterology: urgent');
    await pick(form, /^Gastroenterology: urgent referral/);
    const panel = form.shadowRoot?.querySelector<HTMLElement>('.picker-chosen');
    expect(readText(panel)).to.match(/^Used by \d listings?: .*, Gastroenterology Remove$/);
  });

  it('has “and N more” where there are more than five', async () => {
    const { form } = await openStored({ referralFormId: 'form-006' });
    const panel = await until(
      () => form.shadowRoot?.querySelector<HTMLElement>('.picker-chosen ul')?.parentElement,
    );
    expect(readText(panel)).to.include('Used by 6 listings:');
    expect(allByRole(panel, 'listitem')).to.have.length(5);
    byRole(panel, 'button', 'and 1 more').click();
    await until(() => allByRole(panel, 'listitem').length === 6);
  });

  it('is removed by its button, and by emptying the field', async () => {
    const { form } = await openStored({ referralFormId: 'form-006' });
    await until(() => field(form).value === 'Geriatrics: consultation');
    byRole(form, 'button', 'Remove').click();
    await form.updateComplete;
    expect(launchOf(form).referralFormId).to.equal(null);
    expect(field(form).value).to.equal('');
    expect(focused(form)).to.equal(field(form));
    await heard(form, 'The referral form is removed.');
    await type(form, 'urology: eConsult');
    await pick(form, /^Urology: eConsult/);
    expect(launchOf(form).referralFormId).to.match(/^form-/);
    field(form).select();
    await sendKeys({ press: 'Delete' });
    await sendKeys({ press: 'Tab' });
    await form.updateComplete;
    expect(launchOf(form).referralFormId).to.equal(null);
  });

  it('finds the name of a stored form by its ID', async () => {
    const { form } = await openStored({ referralFormId: 'form-042' });
    await until(() => /: /.test(field(form).value));
    expect(launchOf(form).referralFormId).to.equal('form-042');
  });

  it('keeps an ID that the service does not know, and says so', async () => {
    const { form } = await openStored({ referralFormId: 'gone-1' });
    await until(() => descriptionOf(field(form)).includes('no longer has a form with this ID'));
    expect(field(form).value).to.equal('gone-1');
    expect(launchOf(form).referralFormId).to.equal('gone-1');
  });

  it('offers to try again where the stored form’s name could not be loaded', async () => {
    class Failing extends MemoryBackend {
      broken = true;
      override async listReferralForms(
        ...args: Parameters<MemoryBackend['listReferralForms']>
      ): Promise<Page<ReferralForm>> {
        if (this.broken) throw new BackendError('unavailable', 'Broken.');
        return super.listReferralForms(...args);
      }
    }
    const backend = new Failing();
    const form = await openAdvanced({ backend });
    const errors: string[] = [];
    form.addEventListener('ocean-error', ({ error }) => errors.push(error.kind));
    form.value = { ...form.value, launch: { ...launchOf(form), referralFormId: 'form-001' } };
    await until(() => descriptionOf(field(form)).includes('could not be loaded'));
    expect(field(form).value).to.equal('form-001');
    expect(errors).to.deep.equal(['unavailable']);
    backend.broken = false;
    byRole(form, 'button', 'Try again').click();
    await until(() => /: /.test(field(form).value));
  });

  it('says that the search failed, tells the host, and tries again', async () => {
    const backend = new MemoryBackend();
    const form = await openAdvanced({ backend });
    const errors: string[] = [];
    form.addEventListener('ocean-error', ({ error }) => errors.push(error.kind));
    backend.failNext('unavailable', { method: 'listReferralForms' });
    await type(form, 'urology');
    await until(() => readText(popup(form)).includes('The referral forms could not be loaded.'));
    expect(errors).to.deep.equal(['unavailable']);
    expect(field(form).value).to.equal('urology');
    await sendKeys({ press: 'Tab' });
    expect(readText(focused(form))).to.equal('Try again');
    await sendKeys({ press: 'Enter' });
    await until(() => options(form).length > 0);
  });

  it('asks once typing pauses, and drops an answer that was overtaken', async () => {
    const asked: string[] = [];
    class Slow extends MemoryBackend {
      override async listReferralForms(query: ReferralFormQuery = {}): Promise<Page<ReferralForm>> {
        asked.push(query.query ?? '');
        const page = await super.listReferralForms(query);
        // The first question is answered last, whatever its signal says.
        await aTimeout(query.query === 'uro' ? 400 : 10);
        return page;
      }
    }
    const form = await openAdvanced({ backend: new Slow() });
    await type(form, 'uro');
    await until(() => asked.length === 1);
    // Letter by letter without a pause, which keys from outside have on a busy machine.
    for (const letter of 'logy: e') document.execCommand('insertText', false, letter);
    await until(() => names(form).length > 0 && asked.length === 2);
    const found = names(form);
    await aTimeout(450);
    expect(names(form)).to.deep.equal(found);
    expect(asked).to.deep.equal(['uro', 'urology: e']);
  });

  it('cannot be changed where the form may not be', async () => {
    const { form } = await openStored({ referralFormId: 'form-006' }, { readonly: true });
    await until(() => /: /.test(field(form).value));
    expect(field(form).readOnly).to.equal(true);
    expect(allByRole(form, 'button', 'Remove')).to.have.length(0);
    field(form).click();
    await aTimeout(50);
    expect(options(form)).to.have.length(0);
  });

  it('speaks French', async () => {
    const { form } = await openStored({ referralFormId: 'form-006' }, { lang: 'fr' });
    const french = byLabel(form, 'Formulaire d’aiguillage des fiches associées');
    await until(() => french.value.includes(' : '));
    expect(readText(form.shadowRoot)).to.include('Utilisé par 6 fiches :');
  });
});
