/** The parts of the form: endpoint check, events, languages, drafts. */
import { aTimeout, expect } from '@open-wc/testing';
import type { IntegrationBackend } from '../../src/backend/backend.js';
import { MemoryBackend } from '../../src/backend/memory.js';
import type { OceanIntegrationForm } from '../../src/registration/integration-form.js';
import { DRAFT, fillIn, mountForm, noticeOf, openForm, saveButton } from '../support/forms.js';
import { allByRole, byLabel, byRole, choose, enter, readText, until } from '../support/queries.js';

const endpointOf = (form: OceanIntegrationForm): string =>
  readText(form.shadowRoot?.querySelector('[part=endpoint]'));
const statusOf = (form: OceanIntegrationForm): string =>
  readText(form.shadowRoot?.querySelector('div[role=status]'));

describe('The endpoint check', () => {
  it('runs by itself for Ocean JSON once a valid URL was entered, and only then', async () => {
    const form = await openForm();
    const checked: string[] = [];
    form.addEventListener('ocean-endpoint-checked', ({ detail }) =>
      checked.push(`${detail.requestUrl} ${detail.endpoint.status}`),
    );
    expect(endpointOf(form)).to.equal('Not checked yet');
    enter(byLabel(form, 'Request URL'), DRAFT.requestUrl);
    await aTimeout(30);
    expect(checked).to.deep.equal([]);
    byRole(form, 'radio', 'Ocean JSON').click();
    await until(() => endpointOf(form).startsWith('Endpoint verified'));
    // What the event may hold is looked at by a part that loads on demand.
    await until(() => checked.length > 0);
    expect(checked).to.deep.equal([`${DRAFT.requestUrl} verified`]);
    enter(byLabel(form, 'Request URL'), 'not a url');
    await form.updateComplete;
    expect(endpointOf(form)).to.equal('Changed since the last check');
    enter(byLabel(form, 'Request URL'), 'https://other.example.org/hook');
    await until(() => checked.length === 2);
  });

  const failures: [url: string, words: string[]][] = [
    ['https://unreachable.example.org/', ['The endpoint could not be reached.']],
    ['https://timeout.example.org/', ['The endpoint did not answer in time.']],
    ['https://tls.example.org/', ['TLS certificate is not valid']],
    ['https://mismatch.example.org/', ['a challenge other than', 'HTTP status 200']],
    ['https://html.example.org/', ['The endpoint’s answer is not JSON.', 'HTTP status 200']],
    [
      'https://status-404.example.org/',
      ['The endpoint answered with HTTP status 404. It must answer 200.'],
    ],
    ['https://redirect.example.org/', ['redirects to another address', 'HTTP status 302']],
  ];
  for (const [url, words] of failures) {
    it(`tells why it failed, in visible words: ${new URL(url).hostname}`, async () => {
      const form = await openForm();
      enter(byLabel(form, 'Request URL'), url);
      await form.updateComplete;
      byRole(form, 'button', 'Check endpoint').click();
      await until(() => endpointOf(form).startsWith('The endpoint did not pass the check'));
      for (const word of words) await until(() => endpointOf(form).includes(word));
      expect(endpointOf(form)).to.include('You can save the integration now');
      await until(() => statusOf(form).includes(words[0] ?? ''));
    });
  }

  it('says that the check could not be made, which says nothing of the endpoint', async () => {
    const backend = new MemoryBackend();
    const form = await openForm({ backend });
    enter(byLabel(form, 'Request URL'), DRAFT.requestUrl);
    await form.updateComplete;
    backend.failNext('network', { method: 'checkEndpoint' });
    byRole(form, 'button', 'Check endpoint').click();
    await until(() => endpointOf(form).startsWith('The check could not be made'));
  });

  it('tells what is stored of it as soon as an integration is opened', async () => {
    const backend = new MemoryBackend();
    const draft = { ...DRAFT, requestUrl: 'https://status-404.example.org/' };
    const { id } = await backend.registerIntegration(draft, { idempotencyKey: 'k' });
    await backend.checkEndpoint({ integrationId: id });
    const form = await openForm({ backend, id });
    await until(() => endpointOf(form).includes('HTTP status 404'));
  });

  it('says that a stored secret is not sent to another address, until it is entered again', async () => {
    const backend = new MemoryBackend();
    const { id } = await backend.registerIntegration(
      { ...DRAFT, authentication: { type: 'basic', username: 'ocean', password: 'made-up' } },
      { idempotencyKey: 'k' },
    );
    const form = await openForm({ backend, id });
    await until(() => byLabel(form, 'Request URL').value === DRAFT.requestUrl);
    enter(byLabel(form, 'Request URL'), 'https://status-401.example.org/');
    await form.updateComplete;
    byRole(form, 'button', 'Check endpoint').click();
    const words = 'The saved secret was not used for this check';
    await until(() => endpointOf(form).includes(`HTTP status 401. It must answer 200. ${words}`));
    enter(byLabel(form, 'Password'), 'made-up-too');
    await form.updateComplete;
    byRole(form, 'button', 'Check endpoint').click();
    await until(
      () => endpointOf(form).includes('HTTP status 401') && !endpointOf(form).includes(words),
    );
  });

  it('lets an integration with a failed check be saved, with a warning', async () => {
    const form = await openForm();
    fillIn(form);
    enter(byLabel(form, 'Request URL'), 'https://tls.example.org/');
    await form.updateComplete;
    byRole(form, 'button', 'Check endpoint').click();
    await until(() => endpointOf(form).includes('did not pass'));
    saveButton(form).click();
    expect(await noticeOf(form, 'The integration is registered.')).to.include(
      'The endpoint has not passed the check yet.',
    );
    expect(endpointOf(form)).to.include('did not pass');
  });

  it('brings the focus to the URL where there is none to check', async () => {
    const form = await openForm();
    byRole(form, 'button', 'Check endpoint').click();
    await until(() => form.shadowRoot?.activeElement === byLabel(form, 'Request URL'));
    await until(() => byLabel(form, 'Request URL').getAttribute('aria-invalid') === 'true');
  });
});

const manyEvents = (count: number): IntegrationBackend =>
  new MemoryBackend({
    eventTypes: Array.from({ length: count }, (_, index) => ({
      code: `event-${index}`,
      module: 'ereferrals' as const,
      name: { en: `Event number ${index}`, fr: `Événement numéro ${index}` },
      focus: [],
      direction: index % 2 ? 'from-requester' : 'from-performer',
    })),
  });

describe('The events', () => {
  it('are chosen one by one, or all of a group, with what lies between shown', async () => {
    const form = await openForm();
    const group = (): HTMLInputElement =>
      byRole(form, 'checkbox', 'All events: From the sender (requester)');
    byRole(form, 'checkbox', 'New referral sent').click();
    await form.updateComplete;
    expect(group().indeterminate).to.equal(true);
    expect(readText(form.shadowRoot)).to.include('1 of 11 selected');
    group().click();
    await form.updateComplete;
    expect(group().checked).to.equal(true);
    expect(group().indeterminate).to.equal(false);
    expect(form.value.events).to.have.members([
      'add-service-request',
      'notify-update-service-request',
      'revoke-service-request',
      'send-communication-from-requester',
    ]);
    group().click();
    await form.updateComplete;
    expect(form.value.events).to.deep.equal([]);
  });

  it('are filtered without regard to case and accents, and all that is shown is chosen at once', async () => {
    const form = await openForm({ lang: 'fr' });
    const filter = byRole<HTMLInputElement>(form, 'searchbox');
    filter.value = 'RENDEZ-vous FIXÉ';
    filter.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await form.updateComplete;
    const shown = allByRole(form, 'checkbox').filter(
      (box) => (box as HTMLInputElement).name === '/events',
    );
    expect(shown).to.have.length(1);
    filter.value = 'rendez-vous fixe zzz';
    filter.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await form.updateComplete;
    await until(() => readText(form.shadowRoot).includes('Aucun'));
  });

  it('do not submit the form on Enter in the filter', async () => {
    const form = await openForm();
    const filter = byRole(form, 'searchbox', 'Filter events');
    const enterKey = new KeyboardEvent('keydown', {
      key: 'Enter',
      bubbles: true,
      cancelable: true,
    });
    expect(filter.dispatchEvent(enterKey)).to.equal(false);
  });

  it('stay with a thousand of them', async () => {
    const form = await openForm({ backend: manyEvents(1000) });
    expect(readText(form.shadowRoot)).to.include('0 of 1,000 selected');
    const filter = byRole<HTMLInputElement>(form, 'searchbox', 'Filter events');
    filter.value = 'number 77';
    filter.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await form.updateComplete;
    const shown = allByRole(form, 'checkbox', /^Event number/);
    expect(shown).to.have.length(11);
    await until(() => statusOf(form).includes('11 events shown'));
  });

  it('say when they could not be loaded, and load on request; what was chosen stays', async () => {
    const backend = new MemoryBackend();
    const made = await backend.registerIntegration(DRAFT, { idempotencyKey: 'k' });
    backend.failNext('unavailable', { method: 'listEventTypes' });
    const form = await mountForm({ backend, id: made.id });
    await until(() => readText(form.shadowRoot).includes('The events could not be loaded.'));
    expect(byRole<HTMLInputElement>(form, 'checkbox', 'add-service-request').checked).to.equal(
      true,
    );
    byRole(form, 'button', 'Try again').click();
    await until(() => byRole<HTMLInputElement>(form, 'checkbox', 'New referral sent').checked);
  });
});

describe('The language', () => {
  it('follows the nearest lang, live, and keeps what was typed and told', async () => {
    const form = await openForm();
    enter(byLabel(form, 'Integration name'), 'Gardé');
    saveButton(form).click();
    await noticeOf(form, 'There is a problem');
    const wrapper = form.parentElement as HTMLElement;
    wrapper.lang = 'fr-CA';
    await until(() =>
      allByRole(form, 'heading', /probl/i).some((h) => readText(h) !== 'There is a problem'),
    );
    expect(byLabel(form, 'Nom de l’intégration').value).to.equal('Gardé');
    expect(form.shadowRoot?.querySelector('form')?.lang).to.equal('fr-CA');
    wrapper.lang = 'en';
    await until(() => byLabel(form, 'Integration name').value === 'Gardé');
  });

  it('reaches through shadow hosts, and falls back to English', async () => {
    const backend = new MemoryBackend();
    const outer = document.createElement('div');
    outer.lang = 'fr';
    const inner = document.createElement('div');
    outer.append(inner);
    document.body.append(outer);
    const form = document.createElement('ocean-integration-form');
    form.backend = backend;
    inner.attachShadow({ mode: 'open' }).append(form);
    await until(() => allByRole(form, 'button', /^Inscrire/).length > 0);
    outer.lang = 'xx';
    await until(() => byRole(form, 'button', 'Register integration'));
    outer.remove();
  });
});

describe('The category', () => {
  it('is suggested from a short list, and from what the site’s other integrations use', async () => {
    const backend = new MemoryBackend();
    const launch = {
      companyName: 'A',
      applicationName: 'B',
      baseLaunchUrl: 'https://book.example.org/',
      category: { en: 'Sleep medicine', fr: 'Médecine du sommeil' },
    };
    await backend.registerIntegration({ ...DRAFT, launch }, { idempotencyKey: 'k' });
    const form = await openForm({ backend });
    byRole(form, 'checkbox', /^Activate/).click();
    await form.updateComplete;
    const suggestions = (): string[] =>
      Array.from(byLabel(form, 'Category').list?.options ?? [], ({ value }) => value);
    expect(suggestions()).to.include('Diagnostic imaging');
    await until(() => suggestions().includes('Sleep medicine'));
  });
});

describe('A draft', () => {
  const key = 'ocean-integrations:draft:jane:new';
  beforeEach(() => sessionStorage.clear());

  it('is kept without secrets and offered back', async () => {
    const form = await openForm({ draftKey: 'jane' });
    fillIn(form);
    choose(byLabel(form, 'Authentication'), 'HTTP Basic');
    await form.updateComplete;
    enter(byLabel(form, 'Password'), 'never kept');
    await until(() => sessionStorage.getItem(key)?.includes('Northern Imaging'));
    expect(JSON.stringify({ ...sessionStorage })).not.to.include('never kept');
    form.remove();
    const again = await openForm({ draftKey: 'jane' });
    await until(() => readText(again.shadowRoot).includes('There is an unsaved draft'));
    expect(byLabel(again, 'Integration name').value).to.equal('');
    byRole(again, 'button', 'Restore the draft').click();
    await again.updateComplete;
    expect(byLabel(again, 'Integration name').value).to.equal('Northern Imaging');
    expect(byRole<HTMLInputElement>(again, 'checkbox', 'New referral sent').checked).to.equal(true);
  });

  it('is gone once it was saved or discarded', async () => {
    const form = await openForm({ draftKey: 'jane' });
    fillIn(form);
    await until(() => sessionStorage.getItem(key));
    saveButton(form).click();
    await noticeOf(form, 'The integration is registered.');
    expect(sessionStorage.getItem(key)).to.equal(null);
  });

  for (const poison of [
    '{',
    '{"values":{}}',
    '{"at":1,"values":{"/module":"x"}}',
    '"<img onerror=1>"',
    'null',
  ]) {
    it(`is ignored and removed when it is not whole: ${poison}`, async () => {
      sessionStorage.setItem(key, poison);
      const form = await openForm({ draftKey: 'jane' });
      await until(() => sessionStorage.getItem(key) === null);
      expect(readText(form.shadowRoot)).not.to.include('unsaved draft');
    });
  }

  it('is done without where the storage is denied', async () => {
    const setItem = Storage.prototype.setItem;
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    const form = await openForm({ draftKey: 'jane' });
    fillIn(form);
    await aTimeout(500);
    Storage.prototype.setItem = setItem;
    expect(byLabel(form, 'Integration name').value).to.equal('Northern Imaging');
  });
});

describe('Leaving the page with unsaved changes', () => {
  it('asks, and only then', async () => {
    const ask = (): boolean =>
      dispatchEvent(new Event('beforeunload', { cancelable: true })) === false;
    const form = await openForm();
    expect(ask()).to.equal(false);
    fillIn(form);
    await form.updateComplete;
    expect(ask()).to.equal(true);
    form.remove();
    expect(ask()).to.equal(false);
  });
});
