/** The registration form as an admin uses it: registers, edits, is told what to mend, and never loses what was typed. */
import { expect } from '@open-wc/testing';
import { MemoryBackend } from '../../src/backend/memory.js';
import type { OceanSavedEvent, OceanSubmitEvent } from '../../src/registration/form-events.js';
import { DRAFT, fillIn, noticeOf, openForm, saveButton } from '../support/forms.js';
import {
  allByRole,
  byLabel,
  byRole,
  choose,
  descriptionOf,
  enter,
  readText,
  until,
} from '../support/queries.js';

const stored = async (backend: MemoryBackend) => (await backend.listIntegrations({})).items;

describe('Registering an integration', () => {
  it('registers an eReferral integration with a referral system launch', async () => {
    const backend = new MemoryBackend();
    const form = await openForm({ backend });
    const saved: OceanSavedEvent[] = [];
    form.addEventListener('ocean-saved', (event) => saved.push(event));
    fillIn(form);
    choose(byLabel(form, 'Authentication'), 'HTTP Basic');
    await form.updateComplete;
    enter(byLabel(form, 'User name'), 'ocean');
    enter(byLabel(form, 'Password'), 'correct horse');
    byRole(form, 'checkbox', 'Activate a Referral System Launch when Sending a Referral').click();
    await form.updateComplete;
    enter(byLabel(form, 'Company name'), 'Northern Imaging Inc.');
    enter(
      byLabel(form, 'Base launch URL'),
      'https://book.northern-imaging.example/start?from=ocean#/new',
    );
    enter(byLabel(form, 'Application name'), 'NI Booking');
    enter(byLabel(form, 'Category'), 'Diagnostic imaging');
    saveButton(form).click();
    await noticeOf(form, 'The integration is registered.');
    const [integration] = await stored(backend);
    expect(integration).to.deep.include({
      module: 'ereferrals',
      name: 'Northern Imaging',
      requestUrl: DRAFT.requestUrl,
      payload: { format: 'fhir-r4', guide: '0.11.1' },
      events: ['add-service-request'],
      enabled: true,
    });
    expect(integration?.authentication).to.include({
      type: 'basic',
      username: 'ocean',
      hasPassword: true,
    });
    expect(integration?.launch).to.deep.include({
      companyName: 'Northern Imaging Inc.',
      baseLaunchUrl: 'https://book.northern-imaging.example/start?from=ocean#/new',
      applicationName: 'NI Booking',
      category: 'Diagnostic imaging',
    });
    expect(saved).to.have.length(1);
    expect(saved[0]?.detail.created).to.equal(true);
    expect(saved[0]?.bubbles).to.equal(false);
  });

  it('registers patient engagement with its own events, and without a payload choice or a launch', async () => {
    const backend = new MemoryBackend();
    const form = await openForm({ backend });
    byRole(form, 'radio', 'Patient engagement').click();
    await form.updateComplete;
    expect(allByRole(form, 'radiogroup', 'Payload type')).to.have.length(0);
    expect(allByRole(form, 'checkbox', /Activate a Referral System Launch/)).to.have.length(0);
    enter(byLabel(form, 'Integration name'), 'Messages');
    enter(byLabel(form, 'Request URL'), DRAFT.requestUrl);
    byRole(form, 'checkbox', 'Patient note added').click();
    saveButton(form).click();
    await noticeOf(form, 'The integration is registered.');
    expect((await stored(backend))[0]).to.deep.include({
      module: 'patient-engagement',
      payload: { format: 'ocean-json' },
      events: ['notify-patient-note-added'],
      launch: null,
    });
  });

  it('is an edit of the same integration once it is registered', async () => {
    const backend = new MemoryBackend();
    const form = await openForm({ backend });
    fillIn(form);
    saveButton(form).click();
    await noticeOf(form, 'The integration is registered.');
    enter(byLabel(form, 'Integration name'), 'Renamed');
    await form.updateComplete;
    byRole(form, 'button', 'Save changes').click();
    await noticeOf(form, 'Your changes are saved.');
    const all = await stored(backend);
    expect(all.map(({ name }) => name)).to.deep.equal(['Renamed']);
  });

  it('begins another one on request', async () => {
    const form = await openForm();
    fillIn(form);
    saveButton(form).click();
    await noticeOf(form, 'The integration is registered.');
    byRole(form, 'button', 'Register another integration').click();
    await until(() => byRole(form, 'button', 'Register integration'));
    expect(byLabel(form, 'Integration name').value).to.equal('');
  });

  it('can be stopped by the host, which is told no secret', async () => {
    const backend = new MemoryBackend();
    const form = await openForm({ backend });
    fillIn(form);
    choose(byLabel(form, 'Authentication'), 'Webhook key');
    await form.updateComplete;
    enter(byLabel(form, 'Key'), 'whsec-made-up');
    let heard: OceanSubmitEvent | undefined;
    const stop = (event: Event): void => {
      heard = event as OceanSubmitEvent;
      event.preventDefault();
    };
    document.addEventListener('ocean-submit', stop);
    expect(await form.submit()).to.equal(undefined);
    document.removeEventListener('ocean-submit', stop);
    expect(heard?.detail.draft.name).to.equal('Northern Imaging');
    expect(JSON.stringify(heard?.detail)).not.to.include('whsec-made-up');
    expect(await stored(backend)).to.have.length(0);
    expect(byLabel(form, 'Key').value).to.equal('whsec-made-up');
  });

  it('gives texts for the sender in English and French', async () => {
    const backend = new MemoryBackend();
    const form = await openForm({ backend });
    fillIn(form);
    byRole(form, 'checkbox', /^Activate/).click();
    await form.updateComplete;
    byRole(form, 'checkbox', 'Enter the texts in English and French').click();
    await form.updateComplete;
    enter(byLabel(form, 'Company name'), 'Northern Imaging');
    enter(byLabel(form, 'Base launch URL'), 'https://book.example.org/');
    enter(byLabel(form, 'Application name'), 'Booking');
    enter(byLabel(form, 'Application name (French)'), 'Rendez-vous');
    saveButton(form).click();
    expect(await noticeOf(form, 'There is a problem')).to.include(
      'Enter the company name in French.',
    );
    enter(byLabel(form, 'Company name (French)'), 'Imagerie du Nord');
    saveButton(form).click();
    await noticeOf(form, 'The integration is registered.');
    const launch = (await stored(backend))[0]?.launch;
    expect(launch?.companyName).to.deep.equal({ en: 'Northern Imaging', fr: 'Imagerie du Nord' });
  });
});

describe('Editing an integration', () => {
  it('shows what is stored, keeps secrets and unknown fields, and saves the change', async () => {
    const backend = new MemoryBackend();
    const made = await backend.registerIntegration(
      {
        ...DRAFT,
        authentication: { type: 'basic', username: 'ocean', password: 'kept secret' },
        events: ['add-service-request', 'a-newer-event'],
        shinyNew: { a: 1 },
      },
      { idempotencyKey: 'k' },
    );
    const form = await openForm({ backend, id: made.id });
    expect(byLabel(form, 'Integration name').value).to.equal('Northern Imaging');
    expect(byRole<HTMLInputElement>(form, 'checkbox', 'a-newer-event').checked).to.equal(true);
    const password = byLabel(form, 'Password');
    expect(password.value).to.equal('');
    expect(descriptionOf(password)).to.include(
      'A value is already saved. Leave this field empty to keep it.',
    );
    enter(byLabel(form, 'Integration name'), 'Northern Imaging 2');
    await form.updateComplete;
    saveButton(form).click();
    await noticeOf(form, 'Your changes are saved.');
    const now = await backend.getIntegration(made.id);
    expect(now).to.deep.include({
      name: 'Northern Imaging 2',
      events: ['add-service-request', 'a-newer-event'],
      shinyNew: { a: 1 },
    });
    expect(now.authentication).to.include({ hasPassword: true });
  });

  it('shows the choices that it holds, also after a user has changed them', async () => {
    const form = await openForm();
    const select = byLabel<HTMLSelectElement>(form, 'Authentication');
    for (const type of ['HTTP Basic', 'Webhook key', 'None']) {
      choose(select, type);
      await form.updateComplete;
    }
    form.value = { ...DRAFT, authentication: { type: 'basic', username: 'a' } };
    await form.updateComplete;
    expect(select.value).to.equal('basic');
    form.reset();
    byRole(form, 'radio', 'Ocean JSON').click();
    await form.updateComplete;
    form.reset();
    await form.updateComplete;
    expect(byRole<HTMLInputElement>(form, 'radio', 'HL7 FHIR R4').checked).to.equal(true);
  });

  it('says that it could not be loaded, and loads on request', async () => {
    const backend = new MemoryBackend();
    const made = await backend.registerIntegration(DRAFT, { idempotencyKey: 'k' });
    backend.failNext('network', { method: 'getIntegration' });
    const { mountForm } = await import('../support/forms.js');
    const form = await mountForm({ backend, id: made.id });
    await noticeOf(form, 'The integration could not be loaded.');
    await until(() => readText(form.shadowRoot).includes('The service cannot be reached.'));
    byRole(form, 'button', 'Try again').click();
    await until(() => byLabel(form, 'Integration name').value === 'Northern Imaging');
  });

  it('goes back to what is stored by reset()', async () => {
    const backend = new MemoryBackend();
    const made = await backend.registerIntegration(DRAFT, { idempotencyKey: 'k' });
    const form = await openForm({ backend, id: made.id });
    enter(byLabel(form, 'Integration name'), '');
    await form.updateComplete;
    form.reset();
    await form.updateComplete;
    expect(byLabel(form, 'Integration name').value).to.equal('Northern Imaging');
    expect(byLabel(form, 'Integration name').getAttribute('aria-invalid')).to.equal(null);
  });

  it('only shows, where it is read-only or the user may not edit', async () => {
    const backend = new MemoryBackend();
    const made = await backend.registerIntegration(DRAFT, { idempotencyKey: 'k' });
    const form = await openForm({ backend, id: made.id, readonly: true });
    expect(byLabel(form, 'Integration name').readOnly).to.equal(true);
    expect(allByRole(form, 'button', 'Save changes')).to.have.length(0);
    form.readonly = false;
    form.capabilities = { edit: false };
    await until(() => readText(form.shadowRoot).includes('You can view this integration'));
    expect(allByRole(form, 'button', 'Save changes')).to.have.length(0);
    expect(await form.submit()).to.equal(undefined);
  });
});

describe('Being told what to mend', () => {
  it('tells of a field when it is left, in words that stay until it is mended', async () => {
    const form = await openForm();
    const url = byLabel(form, 'Request URL');
    enter(url, 'http://hooks.example.org/x');
    await until(() => url.getAttribute('aria-invalid') === 'true');
    await until(() => descriptionOf(url).includes('The URL must start with https://'));
    byRole(form, 'button', 'Use https://hooks.example.org/x').click();
    await form.updateComplete;
    expect(url.value).to.equal('https://hooks.example.org/x');
    expect(url.getAttribute('aria-invalid')).to.equal(null);
  });

  it('tells all on submit: a summary that takes the focus, with the words of the fields', async () => {
    const form = await openForm();
    saveButton(form).click();
    const text = await noticeOf(form, 'There is a problem');
    await until(() => form.shadowRoot?.activeElement?.id === 'result');
    for (const sentence of [
      'Enter a name for the integration.',
      'Enter the request URL.',
      'Choose at least one event.',
    ]) {
      expect(text).to.include(sentence);
    }
    expect(descriptionOf(byLabel(form, 'Integration name'))).to.include(
      'Enter a name for the integration.',
    );
    byRole(form, 'link', 'Enter the request URL.').click();
    await until(() => form.shadowRoot?.activeElement === byLabel(form, 'Request URL'));
    byRole(form, 'link', 'Choose at least one event.').click();
    await until(() => form.shadowRoot?.activeElement === byRole(form, 'group', 'Events'));
  });

  it('puts what the server refuses at its fields, and the rest in the summary', async () => {
    const backend = new MemoryBackend();
    const { BackendError } = await import('../../src/backend/backend-error.js');
    const form = await openForm({ backend });
    fillIn(form);
    backend.failNext(
      new BackendError('invalid', 'Refused.', {
        fieldErrors: [
          { pointer: '/requestUrl', code: 'x', detail: 'This host is on the deny list.' },
          { pointer: '/notAField', code: 'y', detail: '<b>Something else</b>' },
        ],
      }),
      { method: 'registerIntegration' },
    );
    saveButton(form).click();
    const text = await noticeOf(form, 'There is a problem');
    expect(text).to.include('This host is on the deny list.').and.include('<b>Something else</b>');
    expect(descriptionOf(byLabel(form, 'Request URL'))).to.include(
      'This host is on the deny list.',
    );
    enter(byLabel(form, 'Request URL'), 'https://other.example.org/');
    await form.updateComplete;
    expect(byLabel(form, 'Request URL').getAttribute('aria-invalid')).to.equal(null);
  });

  it('keeps what was entered for the other module, and says what will not be sent', async () => {
    const form = await openForm();
    fillIn(form);
    byRole(form, 'checkbox', /^Activate/).click();
    await form.updateComplete;
    enter(byLabel(form, 'Company name'), 'Kept Inc.');
    byRole(form, 'radio', 'Patient engagement').click();
    await form.updateComplete;
    const group = byRole(form, 'radiogroup', 'Module');
    expect(readText(group)).to.include('Will not be sent with this module').and.include('1 event');
    byRole(form, 'radio', 'eReferrals').click();
    await form.updateComplete;
    expect(byLabel(form, 'Company name').value).to.equal('Kept Inc.');
    expect(byRole<HTMLInputElement>(form, 'checkbox', 'New referral sent').checked).to.equal(true);
    expect(readText(group)).not.to.include('Not sent');
  });
});
