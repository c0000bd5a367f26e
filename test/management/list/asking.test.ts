/** What the list asks its host for: opening an integration, registering one, also from JSON; and copying one as JSON. */
import { expect } from '@open-wc/testing';
import { MemoryBackend } from '../../../src/backend/memory.js';
import type { OceanIntegrationList } from '../../../src/management/list/integration-list.js';
import type { OceanRegisterEvent } from '../../../src/management/list/list-events.js';
import { useClipboard } from '../../support/clipboard.js';
import { openForm, saveButton } from '../../support/forms.js';
import { allByRole, byLabel, byRole, enter, readText, until } from '../../support/queries.js';
import {
  LAUNCH,
  SOME,
  belowOf,
  eventsOf,
  integration,
  openDetails,
  openList,
  press,
  saidBy,
} from './list-page.js';

describe('opening', () => {
  it('is asked of the host, with the integration', async () => {
    const list = await openList();
    const heard: Event[] = [];
    const note = (event: Event): void => {
      event.preventDefault();
      heard.push(event);
    };
    document.addEventListener('ocean-select', note);
    await press(list, 'Open Birch Messages');
    document.removeEventListener('ocean-select', note);
    const [event] = heard;
    expect(heard).to.have.length(1);
    expect([event?.cancelable, event?.composed, event?.defaultPrevented]).to.deep.equal([
      true,
      true,
      true,
    ]);
    const { detail } = event as HTMLElementEventMap['ocean-select'];
    expect(detail.id).to.equal('i-2');
    expect(detail.integration.name).to.equal('Birch Messages');
  });
});

const GUARDED = {
  ...integration('i-1', 'Guarded', { launch: LAUNCH }),
  authentication: { type: 'basic', username: 'ocean', hasPassword: true },
} as const;

describe('copying as JSON', () => {
  let clipboard = useClipboard();
  afterEach(() => clipboard.restore());

  const copy = async (list: OceanIntegrationList): Promise<void> => {
    await openDetails(list, 'Guarded');
    await press(list, 'Copy as JSON');
  };

  it('copies what can be registered elsewhere, without secrets and what is the server’s own', async () => {
    clipboard = useClipboard();
    const list = await openList({ integrations: [GUARDED] });
    await copy(list);
    await until(() => saidBy(list) === 'Copied, without secrets.');
    const copied = JSON.parse(clipboard.written[0] ?? '') as Record<string, unknown>;
    expect(copied).to.include({ name: 'Guarded', module: 'ereferrals' });
    expect(copied['launch']).to.deep.include({ applicationName: 'NI Booking' });
    expect(Object.keys(copied)).not.to.include.members(['id']);
    for (const own of ['version', 'endpoint', 'createdAt', 'updatedAt'])
      expect(copied).not.to.have.property(own);
    expect(clipboard.written[0]).not.to.match(/password|whsec|secret/i);
  });

  it('copies what a newer server has added, unless it looks like a secret', async () => {
    clipboard = useClipboard();
    const newer = {
      colour: 'blue',
      signingSecret: 'hunter2',
      nested: [{ apiKey: 'hunter2', on: true }],
    };
    const requestUrl = 'https://hooks.guarded.example/ocean?k=hunter2&site=1';
    const list = await openList({ integrations: [{ ...GUARDED, ...newer, requestUrl }] });
    await copy(list);
    await until(() => clipboard.written.length === 1);
    expect(JSON.parse(clipboard.written[0] ?? '')).to.deep.include({
      colour: 'blue',
      nested: [{ on: true }],
      requestUrl: 'https://hooks.guarded.example/ocean?k={secret}&site=1',
    });
    expect(clipboard.written[0]).not.to.match(/hunter2|signingSecret|apiKey/);
  });

  it('shows the text where the page may not use the clipboard', async () => {
    clipboard = useClipboard(true);
    const list = await openList({ integrations: [GUARDED] });
    await copy(list);
    const field = await until(() => byLabel<HTMLTextAreaElement>(list, 'Integration as JSON'));
    expect(JSON.parse(field.value)).to.include({ name: 'Guarded' });
    expect(belowOf(list, 'Guarded')).to.include('Select the text and copy it.');
  });
});

const openDialog = async (list: OceanIntegrationList): Promise<HTMLElement> => {
  await press(list, 'Register from JSON');
  return until(() => byRole(list, 'dialog', 'Register from JSON'));
};

const take = async (list: OceanIntegrationList, text: string): Promise<void> => {
  const dialog = await openDialog(list);
  enter(byLabel(dialog, 'JSON'), text);
  byRole(dialog, 'button', 'Continue in the form').click();
  await list.updateComplete;
};

describe('registering from JSON', () => {
  it('hands what was copied from one site to the form of another', async () => {
    const clipboard = useClipboard();
    const from = await openList();
    await openDetails(from, 'Amber Imaging');
    await press(from, 'Copy as JSON');
    await until(() => clipboard.written.length === 1);
    clipboard.restore();

    const list = await openList();
    const events = eventsOf(list);
    await take(list, clipboard.written[0] ?? '');
    expect(allByRole(list, 'dialog')).to.have.length(0);
    expect(events).to.have.length(1);
    const { draft } = events[0]?.detail as { draft: Record<string, unknown> };
    const backend = new MemoryBackend();
    const registered = await backend.registerIntegration(draft as never, { idempotencyKey: 'k' });
    const { name, requestUrl, payload, launch, module } = registered;
    const { name: n, requestUrl: u, payload: p, launch: l, module: m } = SOME[0]!;
    expect([name, requestUrl, payload, launch, module]).to.deep.equal([n, u, p, l, m]);
  });

  for (const text of ['', 'no', '[1]', 'null', '"x"', '{"name":'])
    it(`says that ${text || 'nothing'} is no integration, and keeps it`, async () => {
      const list = await openList();
      const events = eventsOf(list);
      await take(list, text);
      const field = byLabel<HTMLTextAreaElement>(list, 'JSON');
      expect(readText(byRole(list, 'alert'))).to.equal(
        'This text is not an integration in JSON. Copy it again with “Copy as JSON”.',
      );
      expect(field.getAttribute('aria-invalid')).to.equal('true');
      expect(field.getAttribute('aria-describedby')).to.include('json-problems');
      expect(field.value).to.equal(text);
      expect(events).to.deep.equal([]);
    });

  it('names what does not fit, and hands it on where that is wanted', async () => {
    const list = await openList();
    const events = eventsOf(list);
    await take(
      list,
      JSON.stringify({ name: 'x'.repeat(5000), module: 'ereferrals', requestUrl: 'ftp://x' }),
    );
    const said = readText(byRole(list, 'alert'));
    expect(said).to.include('Some values are not valid.');
    expect(said).to.include('Integration name: Shorten this to 80 characters or less.');
    expect(said).to.include('Request URL: The URL must start with https://.');
    expect(said).to.include('Events: Choose at least one event.');
    expect(said).not.to.match(/\/(?:name|events|requestUrl)/);
    await press(list, 'Continue in the form anyway');
    expect(events).to.have.length(1);
    expect((events[0]?.detail as { draft: { module: string } }).draft.module).to.equal(
      'ereferrals',
    );
  });

  const ODD_MEMBERS: [what: string, members: object][] = [
    ['an unknown module', { module: 'hologram' }],
    ['a module that objects inherit', { module: 'constructor' }],
    ['an unknown kind of authentication', { authentication: { type: 'hologram' } }],
    ['a kind of authentication that objects inherit', { authentication: { type: 'toString' } }],
    ['events that are a number', { events: 7 }],
    ['events that are an object', { events: { a: 1 } }],
    ['events that are no codes', { events: [null, 7, {}] }],
    ['nothing but null', { module: null, authentication: null, payload: null, launch: null }],
    ['launch settings that are a text', { launch: 'yes' }],
    ['nested texts', { launch: { companyName: { en: { en: 7 } } } }],
  ];
  for (const [what, members] of ODD_MEMBERS)
    it(`opens the form with ${what}, and keeps what was pasted`, async () => {
      const list = await openList();
      const events = eventsOf(list);
      const text = JSON.stringify({ ...SOME[0], ...members });
      await take(list, text);
      await press(list, 'Continue in the form anyway');
      const { draft } = events[0]?.detail as OceanRegisterEvent['detail'];
      const form = await openForm();
      form.value = draft ?? {};
      await form.updateComplete;
      expect(byLabel<HTMLInputElement>(form, 'Integration name').value).to.equal(SOME[0]!.name);
      saveButton(form).click();
      await form.updateComplete;
      await until(() => allByRole(list, 'dialog').length === 0);
      const again = await openDialog(list);
      expect(byLabel<HTMLTextAreaElement>(again, 'JSON').value).to.equal(text);
    });

  for (const [how, change] of [
    ['at once', {}],
    ['anyway', { name: '' }],
  ] as const)
    it(`passes no secret on, ${how}, and says so`, async () => {
      const list = await openList();
      const events = eventsOf(list);
      const pasted = {
        ...SOME[0],
        ...change,
        authentication: { type: 'basic', username: 'ocean', password: 'hunter2' },
        colour: 'blue',
        signingSecret: 'hunter2',
        headers: [{ name: 'Authorization', value: 'hunter2' }],
      };
      await take(list, JSON.stringify(pasted));
      if (how === 'anyway') await press(list, 'Continue in the form anyway');
      expect(events).to.have.length(1);
      const { draft } = events[0]?.detail as { draft: Record<string, unknown> };
      expect(draft).to.deep.include({
        authentication: { type: 'basic', username: 'ocean' },
        colour: 'blue',
        headers: [{ name: 'Authorization' }],
      });
      expect(JSON.stringify(draft)).not.to.match(/hunter2|signingSecret/);
      const sentence = 'Secrets were removed from the JSON. Enter them in the form.';
      await until(() => saidBy(list) === sentence);
      expect(readText(list.renderRoot.querySelector('[part=notice]'))).to.equal(sentence);
      const { value } = byLabel<HTMLTextAreaElement>(await openDialog(list), 'JSON');
      expect(value).not.to.match(/hunter2|signingSecret/);
      expect(value.includes('"colour"')).to.equal(how === 'anyway');
    });

  it('says nothing of secrets where there were none', async () => {
    const list = await openList();
    const events = eventsOf(list);
    await take(list, JSON.stringify(SOME[0]));
    expect(events).to.have.length(1);
    await list.updateComplete;
    expect(readText(list.renderRoot)).not.to.include('Secrets were removed');
  });

  it('keeps what was pasted when it is cancelled, and empties when it was handed on', async () => {
    const list = await openList();
    const dialog = await openDialog(list);
    enter(byLabel(dialog, 'JSON'), '{"name": "half');
    byRole(dialog, 'button', 'Cancel').click();
    await until(() => allByRole(list, 'dialog').length === 0);
    const again = await openDialog(list);
    expect(byLabel<HTMLTextAreaElement>(again, 'JSON').value).to.equal('{"name": "half');
  });

  it('accepts a local address where the deployment does', async () => {
    const local = { ...SOME[0], requestUrl: 'http://localhost:8080/ocean' };
    const list = await openList({ deployment: 'development' });
    const events = eventsOf(list);
    await take(list, JSON.stringify(local));
    expect(events).to.have.length(1);
    const strict = await openList();
    await take(strict, JSON.stringify(local));
    expect(readText(byRole(strict, 'alert'))).to.include(
      'Request URL: This host cannot be reached from outside.',
    );
  });
});
