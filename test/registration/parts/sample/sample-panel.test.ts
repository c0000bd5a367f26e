/** The sample payload: in the chosen format, for a selected event, to look at and to copy. */
import { expect, fixture, html } from '@open-wc/testing';
import type { IntegrationBackend } from '../../../../src/backend/backend.js';
import '../../../../src/define/integration-form.js';
import type { IntegrationDraft } from '../../../../src/integration/schema.js';
import type { OceanIntegrationForm } from '../../../../src/registration/integration-form.js';
import { selectedText, useClipboard } from '../../../support/clipboard.js';
import { allByRole, byLabel, byRole, choose, readText, until } from '../../../support/queries.js';

const backend = {
  listEventTypes: async () => [],
  listIntegrations: async () => ({ items: [] }),
} as unknown as IntegrationBackend;

const open = async (
  value: Partial<IntegrationDraft>,
  lang = 'en',
): Promise<OceanIntegrationForm> => {
  const wrapper = await fixture<HTMLElement>(
    html`<div lang=${lang}>
      <ocean-integration-form .backend=${backend} .value=${value}></ocean-integration-form>
    </div>`,
  );
  const form = wrapper.querySelector('ocean-integration-form')!;
  await until(() => byRole(form, 'form'));
  return form;
};

const FHIR: Partial<IntegrationDraft> = {
  module: 'ereferrals',
  requestUrl: 'https://north.example.org/ocean',
  payload: { format: 'fhir-r4', guide: '0.11.1' },
  events: ['notify-add-appointment', 'add-service-request'],
};

interface Message {
  resourceType: string;
  type: string;
  entry: { resource: { resourceType: string; eventCoding?: { code: string } } }[];
}

const show = async (form: OceanIntegrationForm): Promise<HTMLElement> => {
  byRole(form, 'button', 'Show sample payload').click();
  return until(() => byRole(form, 'region', /^Sample payload/));
};
const shown = (form: OceanIntegrationForm): unknown =>
  JSON.parse(byRole(form, 'region', /^Sample payload/).textContent);
const eventOf = (form: OceanIntegrationForm): string | undefined =>
  (shown(form) as Message).entry[0]?.resource.eventCoding?.code;

describe('the sample payload', () => {
  let clipboard: ReturnType<typeof useClipboard> | undefined;
  afterEach(() => {
    clipboard?.restore();
    clipboard = undefined;
  });

  it('is a FHIR message bundle, and says that it is made up', async () => {
    const form = await open(FHIR);
    await show(form);
    const { resourceType, type, entry } = shown(form) as Message;
    expect([resourceType, type]).to.deep.equal(['Bundle', 'message']);
    expect(entry[0]?.resource.resourceType).to.equal('MessageHeader');
    expect(readText(form.shadowRoot)).to.contain('Everything in this sample is made up.');
    await expect(form).to.be.accessible();
  });

  it('is for one of the events that are selected', async () => {
    const form = await open(FHIR);
    await show(form);
    const select = byLabel<HTMLSelectElement>(form, 'Event');
    expect([...select.options].map(({ text }) => text.trim())).to.deep.equal([
      'Appointment booked',
      'New referral sent',
    ]);
    expect(eventOf(form)).to.equal('notify-add-appointment');
    choose(select, 'New referral sent');
    await form.updateComplete;
    expect(eventOf(form)).to.equal('add-service-request');
    // Another selection in the form: the sample follows, and so does the select.
    form.value = { ...FHIR, events: ['notify-add-appointment', 'revoke-service-request'] };
    await form.updateComplete;
    expect(eventOf(form)).to.equal('notify-add-appointment');
    expect(select.value).to.equal('notify-add-appointment');
  });

  it('is for an event on offer while none is selected', async () => {
    const form = await open({ ...FHIR, events: [] });
    await show(form);
    expect(eventOf(form)).to.be.a('string');
    expect(readText(form.shadowRoot)).to.contain('No event is selected in the form');
  });

  it('copes with an event that the catalogue does not have', async () => {
    const form = await open({ ...FHIR, events: ['from-a-newer-server'] });
    await show(form);
    expect(eventOf(form)).to.equal('from-a-newer-server');
  });

  it('is Ocean’s own JSON for patient engagement', async () => {
    const form = await open({
      module: 'patient-engagement',
      payload: { format: 'ocean-json' },
      events: ['notify-patient-note-added'],
    });
    await show(form);
    expect(shown(form)).to.include({ type: 'notify-patient-note-added' });
  });

  it('follows the format that is chosen', async () => {
    const form = await open(FHIR);
    await show(form);
    byRole(form, 'radio', /^Ocean JSON/).click();
    await form.updateComplete;
    expect(shown(form)).to.include({ type: 'notify-add-appointment' });
  });

  it('is copied', async () => {
    clipboard = useClipboard();
    const form = await open(FHIR);
    const block = await show(form);
    byRole(form, 'button', /^Copy Sample payload/).click();
    await until(() => clipboard!.written.length === 1);
    expect(clipboard.written).to.deep.equal([block.textContent]);
    await until(() => allByRole(form, 'status').some((each) => readText(each) === 'Copied.'));
  });

  it('is selected for copying where the page may not copy', async () => {
    clipboard = useClipboard(true);
    const form = await open(FHIR);
    const block = await show(form);
    byRole(form, 'button', /^Copy Sample payload/).click();
    await until(() => selectedText(form) !== '');
    expect(readText(document.createTextNode(selectedText(form)))).to.equal(readText(block));
    expect(form.shadowRoot!.activeElement).to.equal(block);
    await until(() => allByRole(form, 'status').some((each) => /Ctrl\+C/.test(readText(each))));
  });

  it('can be hidden again', async () => {
    const form = await open(FHIR);
    await show(form);
    byRole(form, 'button', 'Hide sample payload').click();
    await form.updateComplete;
    expect(allByRole(form, 'region', /^Sample payload/)).to.deep.equal([]);
  });

  it('speaks French', async () => {
    const form = await open(FHIR, 'fr');
    (await until(() => byRole(form, 'button', 'Afficher un exemple de charge utile'))).click();
    await until(() => byRole(form, 'button', /^Copier Exemple de charge utile/));
    await until(() => /Tout est fictif/.test(readText(form.shadowRoot)));
    const select = byLabel<HTMLSelectElement>(form, 'Événement');
    expect(select.selectedOptions[0]?.text.trim()).to.equal('Rendez-vous fixé');
    expect(readText(form.shadowRoot)).to.contain('Tout est fictif dans cet exemple');
  });
});
