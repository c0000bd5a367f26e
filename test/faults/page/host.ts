/** What a test does in the host's page, and what a user reads there. Bundled with the library, as a host's own script is. */
import { BackendError } from '../../../src/backend/backend-error.js';
import type { BackendErrorKind } from '../../../src/backend/backend-error.js';
import type { IntegrationBackend } from '../../../src/backend/backend.js';
import { MemoryBackend } from '../../../src/backend/memory.js';
import { RestBackend } from '../../../src/backend/rest.js';
import type { RestBackendOptions } from '../../../src/backend/rest.js';
import '../../../src/define/backend.js';
import '../../../src/define/integration-form.js';
import '../../../src/define/integration-list.js';
import type { OceanIntegrationList } from '../../../src/management/list/integration-list.js';
import type { OceanIntegrationForm } from '../../../src/registration/integration-form.js';
import {
  allByRole,
  byLabel,
  byRole,
  choose,
  descriptionOf,
  elementsIn,
  enter,
  nameOf,
  readText,
  until,
} from '../../support/queries.js';
import type { Query } from '../../support/queries.js';
import { OwnBackend } from './own-backend.js';

export interface OpenOptions {
  readonly baseUrl: string;
  readonly site: string;
  readonly id?: string;
  readonly draftKey?: string;
  readonly lang?: string;
  /** Made by the host's script rather than by `<ocean-backend>`. */
  readonly client?: Pick<RestBackendOptions, 'timeLimit' | 'maxAnswerBytes'> & {
    /** What the host authorizes itself by; `rejects` and `never` are hosts that fail to. */
    readonly token?: string;
  };
}

/** A failure as the host is told of it. */
export interface Told {
  readonly kind: BackendErrorKind;
  readonly status?: number;
  readonly message: string;
}

const place = (): HTMLElement => document.querySelector<HTMLElement>('#place') ?? document.body;

/** The form that was opened last; `elsewhere` counts from the first. */
const formOf = (index = -1): OceanIntegrationForm => {
  const found = [...document.querySelectorAll('ocean-integration-form')].at(index);
  if (!found) throw new Error('There is no form.');
  return found;
};

/** With the backend that is given, or a client of the host's own; else below an `<ocean-backend>`. */
const put = (
  element: OceanIntegrationForm | OceanIntegrationList,
  options: OpenOptions,
  backend?: IntegrationBackend,
): void => {
  element.addEventListener('ocean-error', ({ detail: { kind, status, message } }) =>
    host.told.push({ kind, status, message }),
  );
  if (options.lang) place().lang = options.lang;
  const given = backend ?? (options.client ? clientOf(options) : undefined);
  if (given) {
    element.backend = given;
    place().append(element);
    return;
  }
  const provider = document.createElement('ocean-backend');
  provider.setAttribute('base-url', options.baseUrl);
  provider.setAttribute('site-number', options.site);
  provider.append(element);
  place().append(provider);
};

const clientOf = ({ baseUrl, site, client = {} }: OpenOptions): RestBackend => {
  const { token, ...limits } = client;
  const headers: Record<string, () => Promise<HeadersInit>> = {
    rejects: () => Promise.reject(new Error('The host could not renew its token.')),
    never: () => new Promise(() => undefined),
  };
  return new RestBackend({
    baseUrl,
    siteNumber: site,
    ...limits,
    ...(token && { headers: headers[token] ?? (async () => ({ authorization: token })) }),
  });
};

/** A picture that takes a while to be sent slowly. */
const picture = async (): Promise<File> => {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 96;
  const context = canvas.getContext('2d');
  for (let x = 0; context && x < 96; x += 2)
    for (let y = 0; y < 96; y += 2) {
      context.fillStyle = `hsl(${(x * y) % 360} 80% ${(x ^ y) % 100}%)`;
      context.fillRect(x, y, 2, 2);
    }
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return new File(blob ? [blob] : [], 'northern.png', { type: 'image/png' });
};

const MESSAGE =
  'Thank you. <strong>{{companyName}}</strong> has it.<ul><li>Call <em>us</em></li></ul>';

const TEXTS: readonly (readonly [string, string])[] = [
  ['Integration name', 'Northern Imaging'],
  ['Request URL', 'https://hooks.northern-imaging.example/ocean'],
  ['User name', 'ocean'],
  ['Password', 'typed-and-not-saved'],
  ['Company name', 'Northern Health'],
  ['Base launch URL', 'https://book.northern.example/start'],
  ['Application name', 'Northern Booking'],
  ['Category', 'Diagnostic imaging'],
  ['Logo description', 'Logo of Northern Health'],
];

let own: OwnBackend | undefined;

/** What a test asks of the page. Each call may wait for what it needs, up to the tests' patience. */
export const host = {
  /** Failures that the forms have told, oldest first. */
  told: [] as Told[],
  saved: 0,

  /** Puts a form into the page as a host does; `backend` goes before what the options say. */
  open(options: OpenOptions, backend?: IntegrationBackend): void {
    const form = document.createElement('ocean-integration-form');
    if (options.id !== undefined) form.setAttribute('integration-id', options.id);
    if (options.draftKey !== undefined) form.setAttribute('draft-key', options.draftKey);
    form.addEventListener('ocean-saved', () => (host.saved += 1));
    put(form, options, backend);
  },

  /** Puts a list of integrations into the page instead. */
  openList(options: OpenOptions): void {
    put(document.createElement('ocean-integration-list'), options);
  },

  /** The integrations that the list shows, by name. */
  listed: (): string[] =>
    allByRole(document, 'button', /^Open /)
      .filter((button) => button.closest('[role=rowheader]'))
      .map(readText),

  /** Searches the list, letter by letter as fast as a page can. */
  searchList(text: string): void {
    const field = byRole(document, 'searchbox');
    for (let end = 1; end <= text.length; end++) enter(field, text.slice(0, end));
  },

  /** At once: letter by letter, a slow machine asks for more than the last. */
  pasteSearch: (text: string): void => enter(byRole(document, 'searchbox'), text),

  refreshList: (): void => document.querySelector('ocean-integration-list')?.refresh(),

  checked: (name: string): boolean =>
    byRole(document, 'switch', name).getAttribute('aria-checked') === 'true',

  /** With a backend of the host's own, which misbehaves as it is told to. */
  async openOwn(options: OpenOptions, behaviour: Readonly<Record<string, string>>): Promise<void> {
    own = await OwnBackend.make(behaviour);
    host.open(options, own.backend);
  },

  /** The form gets another one; what was asked of the first is still under way. */
  async swapOwn(name: string): Promise<void> {
    own = await OwnBackend.make({}, name);
    formOf().backend = own.backend;
  },

  /** Registers with one in-memory backend beside another. The names that each has then. */
  async registerBesideAnother(): Promise<string[][]> {
    const backends = [
      new MemoryBackend({ integrations: [] }),
      new MemoryBackend({ integrations: [] }),
    ];
    host.open({ baseUrl: '', site: '1' }, backends[0]);
    await host.ready();
    host.fillInLittle();
    await host.press('Register integration');
    await host.notice('^The integration is registered');
    const lists = await Promise.all(backends.map((one) => one.listIntegrations({})));
    return lists.map(({ items }) => items.map(({ name }) => name));
  },

  behave: (): void => own?.behave(),
  calls: (method: string): number => own?.calls.get(method) ?? 0,

  /** A form that a host has forgotten to give a backend. */
  openWithout(): void {
    place().append(document.createElement('ocean-integration-form'));
  },

  clear(): void {
    place().replaceChildren();
  },

  /** Gives the form another client of the same API: it asks again. */
  renewClient(options: OpenOptions): void {
    formOf().backend = clientOf(options);
  },

  /** Ready to be used: with its events, and an integration to edit where there is one. */
  async ready(name = ''): Promise<void> {
    await until(() => allByRole(formOf(), 'checkbox').length > 3);
    await until(() => byLabel(formOf(), 'Integration name').value.includes(name));
  },

  /** Fills in all that a form has, as a user does, the advanced settings with a logo included. */
  async fillIn(changes: Readonly<Record<string, string>> = {}): Promise<void> {
    const form = formOf();
    choose(byLabel(form, 'Authentication'), 'HTTP Basic');
    for (const event of ['New referral sent', 'Appointment booked'])
      byRole(form, 'checkbox', event).click();
    byRole(form, 'checkbox', /^Activate a Referral System Launch/).click();
    await until(() => byLabel(form, 'Company name'));
    byRole(form, 'button', 'Advanced settings').click();
    await until(() => byLabel(form, 'Confirmation message (override)'));
    for (const [label, text] of TEXTS) enter(byLabel(form, label), changes[label] ?? text);
    const message = byLabel<HTMLTextAreaElement>(form, 'Confirmation message (override)');
    enter(message, MESSAGE);
    await host.chooseLogo();
    await until(() => allByRole(form, 'button', 'Remove the logo')[0]);
    // As the editor writes it, once what cleans it has come.
    await until(() => message.value.startsWith('<p>'));
  },

  /** Fills in as little as is needed. */
  fillInLittle(): void {
    host.fillInBasics();
    byRole(formOf(), 'checkbox', 'New referral sent').click();
  },

  fillInBasics(): void {
    enter(byLabel(formOf(), 'Integration name'), 'Northern Imaging');
    enter(byLabel(formOf(), 'Request URL'), 'https://hooks.northern-imaging.example/ocean');
  },

  async openAdvanced(): Promise<void> {
    const form = formOf();
    if (allByRole(form, 'button', 'Advanced settings').length === 0)
      byRole(form, 'checkbox', /^Activate a Referral System Launch/).click();
    (await until(() => allByRole(form, 'button', 'Advanced settings')[0])).click();
    await until(() => byLabel(form, 'Confirmation message (override)'));
  },

  async chooseLogo(): Promise<void> {
    const [input] = [...elementsIn(formOf())].filter((one) => one.matches('input[type=file]'));
    const files = new DataTransfer();
    files.items.add(await picture());
    (input as HTMLInputElement).files = files.files;
    input?.dispatchEvent(new Event('change', { bubbles: true }));
  },

  /** All that stands in the form, by the labels: what must not be lost. */
  contents(index = -1): Record<string, unknown> {
    const form = formOf(index);
    const controls = [...elementsIn(form)].filter(
      (one): one is HTMLInputElement =>
        one.matches('input:not([type=file], [type=search]), select, textarea') &&
        one.checkVisibility({ visibilityProperty: true }),
    );
    const values = controls.map((control): [string, unknown] => [
      nameOf(control) + (control.type === 'radio' ? `: ${control.value}` : ''),
      /^(checkbox|radio)$/.test(control.type) ? control.checked : control.value,
    ]);
    const logo = [...elementsIn(form)].find((one) => one.matches('.logo-about bdi'));
    return Object.fromEntries([...values, ['Logo', readText(logo)]]);
  },

  type(label: string, text: string): void {
    enter(byLabel(formOf(), label), text);
  },

  valueOf: (label: string): string => byLabel(formOf(), label).value,

  choose(label: string, option: string): void {
    choose(byLabel(formOf(), label), option);
  },

  async press(name: Query | { source: string }, role = 'button'): Promise<void> {
    (await host.find(role, name)).click();
  },

  /** The only one with the role and name, once it is there. A pattern is passed from outside by its source. */
  find(role: string, name: Query | { source: string }): Promise<HTMLElement> {
    const query = typeof name === 'object' && 'source' in name ? new RegExp(name.source) : name;
    return until(() => byRole(document, role, query));
  },

  count: (role: string, source: string): number =>
    allByRole(document, role, new RegExp(source)).length,

  /** What the page shows, once that has the words. */
  async reads(source: string): Promise<string> {
    const words = new RegExp(source);
    await until(() => words.test(host.text())).catch(() => {
      throw new Error(`Nowhere: ${source}\nThe page: ${host.text().slice(0, 3_000)}`);
    });
    return host.text();
  },

  /** All that is shown, as it is read. */
  text: (): string =>
    [...document.querySelectorAll('ocean-integration-form, ocean-integration-list')]
      .map(({ shadowRoot }) => (shadowRoot ? shownText(shadowRoot) : ''))
      .join(' ')
      .replace(/\s+/g, ' '),

  /** The notice that has the focus: its heading and all that it says. */
  async notice(source: string): Promise<string> {
    const heading = await host.find('heading', { source });
    const notice = heading.parentElement;
    await until(() => formOf().shadowRoot?.activeElement === notice).catch(() => {
      throw new Error(`The focus is not on the notice: ${readText(notice)}`);
    });
    return readText(notice);
  },

  /** What stands in the form's place and is announced, once it has the words: they may come after its heading. */
  async alert(source: string): Promise<string> {
    const words = new RegExp(source);
    const read = (): string => readText(allByRole(document, 'alert')[0]);
    await until(() => words.test(read())).catch(() => {
      throw new Error(`The alert does not say ${source}: ${read() || host.text()}`);
    });
    return read();
  },

  problemAt(label: string): { invalid: boolean; description: string } {
    const control = byLabel(formOf(), label);
    return {
      invalid: control.getAttribute('aria-invalid') === 'true',
      description: descriptionOf(control),
    };
  },

  /** Waits until the page does not say this any more. */
  async gone(words: string): Promise<void> {
    await until(() => !host.text().includes(words));
  },

  /** Long enough for a request that should not be sent. */
  settle: (milliseconds = 150): Promise<void> =>
    new Promise((resolve) => setTimeout(resolve, milliseconds)),

  /** Types into the search for a referral form, and stays there. */
  search(text: string): void {
    const field = byLabel(formOf(), 'Referral form for associated listings');
    field.focus();
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  },

  /** Types into it letter by letter, twenty in a second. */
  async typeFast(text: string): Promise<void> {
    for (let length = 1; length <= text.length; length += 1) {
      host.search(text.slice(0, length));
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  },

  /** Addresses of links and pictures that match: nothing may be loaded from there, or opened. */
  addresses: (source: string): string[] =>
    [...elementsIn(document)]
      .flatMap((one) => [one.getAttribute('href'), one.getAttribute('src')])
      .filter((address): address is string => new RegExp(source).test(address ?? '')),

  /** Waits until the button may be pressed. */
  async enabled(name: string): Promise<void> {
    await until(() => !host.isDisabled(name));
  },

  isDisabled: (name: string): boolean =>
    byRole(formOf(), 'button', name).getAttribute('aria-disabled') === 'true',

  focused: (): string => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element ? readText(element) || nameOf(element) : '';
  },

  selection: (): string => String(getSelection()),

  form: formOf,
  place,
  until,
  MemoryBackend,
  RestBackend,
  BackendError,
};

const shownText = (root: ParentNode): string =>
  [...root.childNodes]
    .map((node) => {
      if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
      if (!(node instanceof Element) || node.localName === 'style') return '';
      if (!node.checkVisibility({ visibilityProperty: true }) && node.localName !== 'slot')
        return '';
      return ` ${shownText(node)} `;
    })
    .join('');

declare global {
  var oceanHost: typeof host;
}

globalThis.oceanHost = host;
