/** The confirmation message: plain text or markup, with tools, a count, a preview; sanitised when left and when saved. */
import { aTimeout, expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { MemoryBackend } from '../../../../../src/backend/memory.js';
import type { OceanIntegrationForm } from '../../../../../src/registration/integration-form.js';
import { saveButton } from '../../../../support/forms.js';
import {
  allByRole,
  byLabel,
  byRole,
  descriptionOf,
  enter,
  nameOf,
  readText,
  until,
} from '../../../../support/queries.js';
import {
  fillInLaunch,
  focused,
  heard,
  launchOf,
  openAdvanced,
  openStored,
} from '../open-advanced.js';

const LABEL = 'Confirmation message (override)';
const area = (form: OceanIntegrationForm, label = LABEL) =>
  byLabel<HTMLTextAreaElement>(form, label);
const preview = (form: OceanIntegrationForm, name = 'Preview') =>
  byRole(form, 'region', name).querySelector<HTMLElement>('.message-text');
const tool = (form: OceanIntegrationForm, name: string) =>
  byRole(byRole(form, 'toolbar', 'Formatting'), 'button', name);

/** Types without leaving the field. */
const write = async (form: OceanIntegrationForm, text: string): Promise<void> => {
  const field = area(form);
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await form.updateComplete;
};

const select = (form: OceanIntegrationForm, words: string): void => {
  const at = area(form).value.indexOf(words);
  area(form).focus();
  area(form).setSelectionRange(at, at + words.length);
};

const press = async (key: string, modifier = 'Control'): Promise<void> => {
  await sendKeys({ down: modifier });
  await sendKeys({ press: key });
  await sendKeys({ up: modifier });
};

describe('The confirmation message', () => {
  it('takes plain text as it is, and shows its paragraphs', async () => {
    const form = await openAdvanced();
    await write(form, 'Thank you.\n\nWe will call.');
    await until(() => preview(form)?.querySelectorAll('p').length === 2);
    area(form).blur();
    await aTimeout(50);
    expect(launchOf(form).confirmationMessage).to.equal('Thank you.\n\nWe will call.');
  });

  it('keeps plain text with signs of markup in it', async () => {
    const form = await openAdvanced();
    enter(area(form), 'If a < b & c > d, call us');
    await aTimeout(50);
    expect(launchOf(form).confirmationMessage).to.equal('If a < b & c > d, call us');
    await until(() => readText(preview(form)) === 'If a < b & c > d, call us');
  });

  it('counts what a reader sees', async () => {
    const form = await openAdvanced();
    expect(descriptionOf(area(form))).to.include('0 of 4,000 characters');
    await write(form, `<b>${'a'.repeat(120)}</b>`);
    expect(descriptionOf(area(form))).to.include('120 of 4,000 characters');
    await write(form, 'a'.repeat(4005));
    expect(descriptionOf(area(form))).to.include(
      '4,005 of 4,000 characters: 5 characters too many',
    );
    expect(area(form).getAttribute('aria-invalid')).to.equal('true');
    await heard(form, '5 characters too many');
  });

  it('is refused over the limit, and the summary leads to it', async () => {
    const form = await openAdvanced();
    fillInLaunch(form);
    enter(area(form), 'a'.repeat(4001));
    saveButton(form).click();
    const link = await until(
      () =>
        allByRole(form, 'link', /4,000 characters/)[0] ??
        allByRole(form, 'button', /4,000 characters/)[0],
    );
    link.click();
    await until(() => focused(form) === area(form));
  });

  it('is shown with its placeholders filled in', async () => {
    const form = await openAdvanced();
    enter(byLabel(form, 'Company name'), 'North <b>Imaging');
    await write(form, '{{companyName}} with {{applicationName}}: {{referralRef}}, {{other}}');
    await until(
      () => readText(preview(form)) === 'North <b>Imaging with Example Intake: REF-2041, {{other}}',
    );
  });

  it('is sanitised on show, and says what was left out', async () => {
    const form = await openAdvanced();
    await write(form, '<p onclick="alert(1)">Hello</p><script>window.pwned = true</script>');
    await until(() => readText(preview(form)) === 'Hello');
    expect(preview(form)?.querySelector('script')).to.equal(null);
    expect(preview(form)?.querySelector('p')?.attributes.length).to.equal(0);
    await until(() => /^.*Removed because not allowed: /.test(descriptionOf(area(form))));
    expect(descriptionOf(area(form))).to.match(
      /not allowed: (script and onclick|onclick and script)/,
    );
    await heard(form, 'Removed because not allowed');
    expect('pwned' in globalThis).to.equal(false);
  });

  it('is sanitised when the field is left, and goes on saying what was left out', async () => {
    const form = await openAdvanced();
    await write(form, '<p onclick="alert(1)">Hello <b>you</b></p><script>1</script>');
    await aTimeout(250);
    area(form).blur();
    await until(() => area(form).value === '<p>Hello <b>you</b></p>');
    expect(launchOf(form).confirmationMessage).to.equal('<p>Hello <b>you</b></p>');
    await aTimeout(250);
    expect(descriptionOf(area(form))).to.include('script');
    await write(form, '<p>Hello</p>');
    await aTimeout(250);
    expect(descriptionOf(area(form))).not.to.include('Not allowed');
  });

  it('is sanitised before it is saved, also with the focus still in it', async () => {
    const backend = new MemoryBackend();
    const form = await openAdvanced({ backend });
    fillInLaunch(form);
    await write(form, '<p style="color:red">Hello</p>');
    const saved = await form.submit();
    expect(saved?.launch?.confirmationMessage).to.equal('<p>Hello</p>');
  });

  it('is not changed by looking at it', async () => {
    const { form } = await openStored({ confirmationMessage: '<b>Hello</b>' });
    area(form).focus();
    area(form).blur();
    await aTimeout(100);
    expect(area(form).value).to.equal('<b>Hello</b>');
  });

  it('shows links that leave the form where it is', async () => {
    const form = await openAdvanced();
    await write(form, 'See <a href="https://example.org/a">our page</a>');
    const link = await until(() => preview(form)?.querySelector('a'));
    expect(link.target).to.equal('_blank');
    expect(link.rel).to.include('noopener');
  });

  it('is given in two languages, each with its own preview', async () => {
    const { form } = await openStored({
      confirmationMessage: { en: 'Thank you', fr: 'Merci' },
    });
    expect(area(form).value).to.equal('Thank you');
    expect(area(form, `${LABEL} (French)`).value).to.equal('Merci');
    await until(() => readText(preview(form, 'Preview (French)')) === 'Merci');
    expect(preview(form, 'Preview (French)')?.lang).to.equal('fr-CA');
    expect(preview(form)?.lang).to.equal('en-CA');
    expect(byRole(form, 'toolbar', 'Formatting (French)')).to.be.instanceOf(Element);
  });

  it('cannot be changed where the form may not be', async () => {
    const { form } = await openStored({ confirmationMessage: 'Hello' }, { readonly: true });
    expect(area(form).readOnly).to.equal(true);
    expect(allByRole(form, 'toolbar')).to.have.length(0);
    area(form).focus();
    area(form).select();
    await press('b');
    expect(area(form).value).to.equal('Hello');
    await until(() => readText(preview(form)) === 'Hello');
  });
});

describe('The tools of the message', () => {
  it('write markup around the selection, which stays selected', async () => {
    const form = await openAdvanced();
    await write(form, 'Please keep this');
    select(form, 'keep');
    tool(form, 'Bold').click();
    expect(area(form).value).to.equal('Please <strong>keep</strong> this');
    expect(focused(form)).to.equal(area(form));
    const { value, selectionStart, selectionEnd } = area(form);
    expect(value.slice(selectionStart, selectionEnd)).to.equal('keep');
    await until(() => preview(form)?.querySelector('strong')?.textContent === 'keep');
  });

  it('answer to Ctrl+B and Ctrl+I, and each step can be undone', async () => {
    const form = await openAdvanced();
    area(form).focus();
    await sendKeys({ type: 'keep' });
    area(form).select();
    await press('b');
    expect(area(form).value).to.equal('<strong>keep</strong>');
    await press('i');
    expect(area(form).value).to.equal('<strong><em>keep</em></strong>');
    await press('z');
    expect(area(form).value).to.equal('<strong>keep</strong>');
    await press('z');
    expect(area(form).value).to.equal('keep');
    expect(launchOf(form).confirmationMessage).to.equal('keep');
  });

  it('make a list of lines', async () => {
    const form = await openAdvanced();
    await write(form, 'one\ntwo');
    area(form).select();
    tool(form, 'List').click();
    await until(() => preview(form)?.querySelectorAll('li').length === 2);
  });

  it('are one stop for Tab, with arrows between them', async () => {
    const form = await openAdvanced();
    area(form).focus();
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ up: 'Shift' });
    expect(nameOf(focused(form) as Element)).to.equal('Bold');
    await sendKeys({ press: 'ArrowRight' });
    expect(nameOf(focused(form) as Element)).to.equal('Italic');
    await sendKeys({ press: 'End' });
    expect(nameOf(focused(form) as Element)).to.equal('Insert');
    await sendKeys({ press: 'ArrowRight' });
    expect(nameOf(focused(form) as Element)).to.equal('Bold');
    await sendKeys({ press: 'ArrowLeft' });
    await form.updateComplete;
    await sendKeys({ press: 'Tab' });
    expect(focused(form)).to.equal(area(form));
  });

  it('insert placeholders from a menu, by keyboard', async () => {
    const form = await openAdvanced();
    await write(form, 'From ');
    area(form).setSelectionRange(5, 5);
    tool(form, 'Insert').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => focused(form)?.getAttribute('role') === 'menuitem');
    expect(allByRole(form, 'menuitem').map(readText)).to.deep.equal([
      'Company name {{companyName}}',
      'Application name {{applicationName}}',
      'Referral reference {{referralRef}}',
    ]);
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Escape' });
    await form.updateComplete;
    expect(nameOf(focused(form) as Element)).to.equal('Insert');
    expect(allByRole(form, 'menuitem')).to.have.length(0);
    await sendKeys({ press: 'ArrowUp' });
    await until(() => readText(focused(form)).startsWith('Referral reference'));
    await sendKeys({ press: 'Enter' });
    await until(() => area(form).value === 'From {{referralRef}}');
    expect(focused(form)).to.equal(area(form));
  });

  it('ask for a link in a form of its own, where Enter does not save', async () => {
    const form = await openAdvanced();
    await write(form, 'See our page.');
    select(form, 'our page');
    tool(form, 'Link').click();
    const address = await until(() => byLabel(form, 'Address'));
    await until(() => focused(form) === address);
    expect(byLabel(form, 'Text of the link').value).to.equal('our page');
    await sendKeys({ type: 'javascript:alert(1)' });
    await sendKeys({ press: 'Enter' });
    await form.updateComplete;
    expect(descriptionOf(byLabel(form, 'Address'))).to.include('Enter a whole address');
    byLabel(form, 'Address').select();
    await sendKeys({ type: 'example.org/a' });
    await sendKeys({ press: 'Enter' });
    await until(() => area(form).value.includes('<a '));
    expect(area(form).value).to.equal('See <a href="https://example.org/a">our page</a>.');
    expect(focused(form)).to.equal(area(form));
    expect(allByRole(form, 'button', 'Insert link')).to.have.length(0);
    expect(form.shadowRoot?.querySelector('#result')).to.equal(null);
  });

  it('change and remove a link, and give up with Escape', async () => {
    const form = await openAdvanced();
    await write(form, 'See <a href="https://example.org/a?b=1&amp;c=2">our page</a>.');
    select(form, 'page');
    tool(form, 'Link').click();
    await until(() => byLabel(form, 'Address').value === 'https://example.org/a?b=1&c=2');
    await sendKeys({ press: 'Escape' });
    await until(() => focused(form) === area(form));
    select(form, 'page');
    tool(form, 'Link').click();
    enter(await until(() => byLabel(form, 'Address')), 'info@example.org');
    byRole(form, 'button', 'Change link').click();
    await until(() => area(form).value === 'See <a href="mailto:info@example.org">our page</a>.');
    select(form, 'page');
    tool(form, 'Link').click();
    (await until(() => byRole(form, 'button', 'Remove link'))).click();
    await until(() => area(form).value === 'See our page.');
  });
});
