/** Saving: one request per press, a clear result, and nothing typed is lost, whatever the backend does. */
import { expect } from '@open-wc/testing';
import type { BackendErrorKind } from '../../src/backend/backend-error.js';
import type { IntegrationBackend } from '../../src/backend/backend.js';
import { MemoryBackend } from '../../src/backend/memory.js';
import type { OceanIntegrationForm } from '../../src/registration/integration-form.js';
import { DRAFT, fillIn, noticeOf, openForm, saveButton } from '../support/forms.js';
import { allByRole, byLabel, byRole, choose, enter, readText, until } from '../support/queries.js';

const stored = async (backend: MemoryBackend) => (await backend.listIntegrations({})).items;

/** Notes each call of `registerIntegration` on its way. */
const listenIn = (backend: MemoryBackend) => {
  const keys: string[] = [];
  const register = backend.registerIntegration.bind(backend);
  backend.registerIntegration = (draft, options) => {
    keys.push(options.idempotencyKey);
    return register(draft, options);
  };
  return keys;
};

const isIntact = (form: OceanIntegrationForm): void => {
  expect(byLabel(form, 'Integration name').value).to.equal('Northern Imaging');
  expect(byLabel(form, 'Request URL').value).to.equal(DRAFT.requestUrl);
  expect(byRole<HTMLInputElement>(form, 'checkbox', 'New referral sent').checked).to.equal(true);
  expect(byLabel(form, 'Key').value).to.equal('a typed key');
};

const fillInWithKey = async (form: OceanIntegrationForm): Promise<void> => {
  fillIn(form);
  choose(byLabel(form, 'Authentication'), 'Webhook key');
  await form.updateComplete;
  enter(byLabel(form, 'Key'), 'a typed key');
};

describe('A save that fails', () => {
  const sentences: Record<Exclude<BackendErrorKind, 'aborted' | 'conflict' | 'invalid'>, string> = {
    network: 'The service cannot be reached.',
    timeout: 'The service is taking too long to answer.',
    unauthorized: 'Your session has ended.',
    forbidden: 'You do not have permission to do this.',
    'not-found': 'This integration no longer exists.',
    'too-large': 'What you entered is too large for the service. Shorten the confirmation message.',
    'rate-limited': 'Too many requests at the moment.',
    unavailable: 'The service has a problem. Try again in a few minutes.',
    malformed:
      'We could not read the service’s answer. If this happens again, contact your technical support.',
    unsupported: 'The service does not offer this function. Contact your technical support.',
  };
  for (const [kind, sentence] of Object.entries(sentences)) {
    it(`says so and keeps everything: ${kind}`, async () => {
      const backend = new MemoryBackend();
      const form = await openForm({ backend });
      const errors: string[] = [];
      form.addEventListener('ocean-error', (event) => errors.push(event.detail.kind));
      await fillInWithKey(form);
      backend.failNext(kind as BackendErrorKind, { method: 'registerIntegration' });
      saveButton(form).click();
      await noticeOf(form, new RegExp(sentence));
      await until(() => form.shadowRoot?.activeElement?.id === 'result');
      isIntact(form);
      expect(errors).to.deep.equal([kind]);
    });
  }

  it('is tried again with the same idempotency key, and registers once', async () => {
    const backend = new MemoryBackend();
    const form = await openForm({ backend });
    await fillInWithKey(form);
    const keys = listenIn(backend);
    backend.commitThenFail('network', { method: 'registerIntegration' });
    saveButton(form).click();
    const told = await noticeOf(form, /cannot be reached/);
    expect(told).to.include('We could not confirm that this was saved.');
    saveButton(form).click();
    await noticeOf(form, 'The integration is registered.');
    expect(keys).to.have.length(2);
    expect(keys[0]).to.equal(keys[1]);
    expect(await stored(backend)).to.have.length(1);
  });

  it('takes a new key once something was edited', async () => {
    const backend = new MemoryBackend();
    const form = await openForm({ backend });
    await fillInWithKey(form);
    const keys = listenIn(backend);
    backend.failNext('unavailable', { method: 'registerIntegration' });
    await form.submit();
    enter(byLabel(form, 'Integration name'), 'Edited');
    await form.submit();
    expect(keys).to.have.length(2);
    expect(keys[0]).not.to.equal(keys[1]);
  });

  it('waits as long as the backend asks, and says how long', async () => {
    const backend = new MemoryBackend();
    const form = await openForm({ backend });
    fillIn(form);
    const { BackendError } = await import('../../src/backend/backend-error.js');
    const keys = listenIn(backend);
    backend.failNext(new BackendError('rate-limited', 'Slow down.', { retryAfter: 2 }), {
      method: 'registerIntegration',
    });
    saveButton(form).click();
    await noticeOf(form, /Too many requests/);
    expect(saveButton(form).getAttribute('aria-disabled')).to.equal('true');
    saveButton(form).click();
    expect(keys).to.have.length(1);
    await until(() => saveButton(form).getAttribute('aria-disabled') === null);
    saveButton(form).click();
    await noticeOf(form, 'The integration is registered.');
  });

  it('offers to register anew what was deleted meanwhile', async () => {
    const backend = new MemoryBackend();
    const made = await backend.registerIntegration(DRAFT, { idempotencyKey: 'k' });
    const form = await openForm({ backend, id: made.id });
    await backend.deleteIntegration(made.id, { version: made.version });
    enter(byLabel(form, 'Integration name'), 'Saved anew');
    await form.updateComplete;
    saveButton(form).click();
    await noticeOf(form, 'This integration no longer exists.');
    byRole(form, 'button', 'Register as a new integration').click();
    await noticeOf(form, 'The integration is registered.');
    expect((await stored(backend)).map(({ name }) => name)).to.deep.equal(['Saved anew']);
  });

  it('survives a backend that throws at once, or rejects with nothing', async () => {
    const thrower = new MemoryBackend();
    const form = await openForm({ backend: thrower });
    fillIn(form);
    thrower.registerIntegration = () => {
      throw new TypeError('broken adapter');
    };
    saveButton(form).click();
    await noticeOf(form, 'The service has a problem. Try again in a few minutes.');
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- what a host's adapter may do
    thrower.registerIntegration = () => Promise.reject();
    saveButton(form).click();
    await until(() => readText(form.shadowRoot).includes('The service has a problem'));
    expect(readText(form.shadowRoot)).not.to.include('undefined');
  });
});

describe('A save that is under way', () => {
  it('is one request however often the button is pressed', async () => {
    const backend = new MemoryBackend();
    const form = await openForm({ backend });
    fillIn(form);
    const keys = listenIn(backend);
    backend.latency = 150;
    const button = saveButton(form);
    button.click();
    button.click();
    void form.submit();
    await until(() => readText(form.shadowRoot).includes('Saving…'));
    expect(byLabel(form, 'Integration name').readOnly).to.equal(true);
    button.click();
    await noticeOf(form, 'The integration is registered.');
    expect(keys).to.have.length(1);
    expect(await stored(backend)).to.have.length(1);
  });

  it('is given up without an error when the form is removed from the page', async () => {
    const backend = new MemoryBackend();
    const form = await openForm({ backend });
    fillIn(form);
    backend.latency = 300;
    const errors: unknown[] = [];
    const note = (event: Event): unknown => errors.push(event);
    addEventListener('unhandledrejection', note);
    form.addEventListener('ocean-error', note);
    const saving = form.submit();
    await new Promise((resolve) => setTimeout(resolve, 30));
    form.remove();
    expect(await saving).to.equal(undefined);
    await new Promise((resolve) => setTimeout(resolve, 50));
    removeEventListener('unhandledrejection', note);
    expect(errors).to.have.length(0);
    expect(await stored(backend)).to.have.length(0);
  });

  it('goes on when the form is moved in the page', async () => {
    const backend = new MemoryBackend();
    const form = await openForm({ backend });
    fillIn(form);
    backend.latency = 100;
    const saving = form.submit();
    await new Promise((resolve) => setTimeout(resolve, 20));
    const elsewhere = document.createElement('div');
    form.parentElement?.append(elsewhere);
    elsewhere.append(form);
    expect((await saving)?.name).to.equal('Northern Imaging');
    await noticeOf(form, 'The integration is registered.');
  });
});

describe('A form that is moved, or given another backend or id', () => {
  it('keeps what was typed when it is moved', async () => {
    const form = await openForm();
    await fillInWithKey(form);
    const elsewhere = document.createElement('section');
    form.parentElement?.append(elsewhere);
    elsewhere.append(form);
    await form.updateComplete;
    isIntact(form);
  });

  it('shows the newest id only', async () => {
    const backend = new MemoryBackend();
    const first = await backend.registerIntegration(DRAFT, { idempotencyKey: '1' });
    const second = await backend.registerIntegration(
      { ...DRAFT, name: 'Second' },
      { idempotencyKey: '2' },
    );
    const form = await openForm({ backend, id: first.id });
    const get = backend.getIntegration.bind(backend);
    backend.getIntegration = async (id, options) => {
      const found = await get(id, {});
      await new Promise((resolve) => setTimeout(resolve, id === first.id ? 200 : 20));
      options?.signal?.throwIfAborted();
      return found;
    };
    form.integrationId = second.id;
    await form.updateComplete;
    form.integrationId = first.id;
    await form.updateComplete;
    form.integrationId = second.id;
    await until(() => byLabel(form, 'Integration name').value === 'Second');
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(byLabel(form, 'Integration name').value).to.equal('Second');
  });

  it('ignores the answers of a backend that was replaced', async () => {
    const slow = new MemoryBackend();
    const made = await slow.registerIntegration(DRAFT, { idempotencyKey: 'k' });
    const form = await openForm({ backend: slow, id: made.id });
    const other = {
      listEventTypes: async () => [],
      getIntegration: async () => ({ ...made, name: 'From the other one' }),
    } as unknown as IntegrationBackend;
    slow.latency = 150;
    form.backend = slow;
    form.backend = other;
    await until(() => byLabel(form, 'Integration name').value === 'From the other one');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(byLabel(form, 'Integration name').value).to.equal('From the other one');
  });

  it('stands without a backend, and tells the developer once', async () => {
    const warn = console.warn;
    const said: unknown[] = [];
    console.warn = (...words: unknown[]) => said.push(words.join(' '));
    const { mountForm } = await import('../support/forms.js');
    const form = await mountForm();
    form.backend = undefined;
    await until(() => byLabel(form, 'Integration name'));
    enter(byLabel(form, 'Integration name'), 'x');
    enter(byLabel(form, 'Request URL'), DRAFT.requestUrl);
    form.value = DRAFT;
    await form.submit();
    await form.submit();
    console.warn = warn;
    expect(said.filter((words) => String(words).includes('<ocean-backend>'))).to.have.length(1);
    expect(allByRole(form, 'button', 'Register integration')).to.have.length(1);
  });
});
