/**
 * The registration form in hand-written DOM code: what the benchmark measures `<ocean-integration-form>` beside.
 *
 * The same elements, words, styles, URL rules, schema and state, as someone would write them who knows the DOM well and
 * needs one form in English: every node is made once, and a keystroke touches what it changes and no more. Left out is
 * what the benchmark does not measure: French, drafts, conflicts, editing, capabilities, and the parts that the real form
 * loads when they are opened.
 */
import type { IntegrationBackend } from '../../src/backend/backend.js';
import { parseIntegrationDraft } from '../../src/integration/parse.js';
import { CHALLENGED_FORMATS, LIMITS, MODULES, MODULE_RULES } from '../../src/integration/rules.js';
import type { EventType } from '../../src/integration/schema.js';
import { parseBaseLaunchUrl, parseRequestUrl } from '../../src/integration/urls.js';
import type { UrlResult } from '../../src/integration/urls.js';
import { texts } from '../../src/locales/en/form.js';
import type { MessageTexts } from '../../src/locales/en/messages.js';
import {
  EMPTY_VALUES,
  fieldOf,
  toDraft,
  unsent,
} from '../../src/registration/model/form-values.js';
import type { FieldName, FormValues } from '../../src/registration/model/form-values.js';
import { ownSentence } from '../../src/ui/own-sentence.js';
import type { FieldProblem } from '../../src/registration/model/form-store.js';
import { el, section, setAttribute } from './hand-written/dom.js';
import type { Child } from './hand-written/dom.js';
import { EventsList } from './hand-written/events-list.js';
import { Field, button, disclosure, fieldId, problemText, radios } from './hand-written/fields.js';
import {
  authenticationContent,
  credentials,
  launchContent,
  payloadContent,
} from './hand-written/sections.js';

type Endpoint = 'unchecked' | 'checking' | 'stale' | 'verified' | 'failing' | 'erroring';

export class HandWrittenForm extends HTMLElement {
  /** The real form's stylesheet. */
  static css = '';
  private static sheet?: CSSStyleSheet;

  backend?: IntegrationBackend;

  private values: FormValues = EMPTY_VALUES;
  private readonly told = new Set<FieldName>();
  private problems = new Map<FieldName, FieldProblem>();
  private messages?: MessageTexts;
  private types: readonly EventType[] = [];
  private checked?: string;
  private loading?: AbortController;

  private readonly fields = new Map<string, Field>();
  private readonly form = el('form', {
    part: 'form',
    lang: 'en-CA',
    novalidate: true,
    autocomplete: 'off',
    'aria-label': texts.title.register,
  });
  private readonly module = section(
    { id: fieldId('/module'), heading: texts.module.legend, role: 'radiogroup' },
    radios(
      '/module',
      EMPTY_VALUES['/module'],
      MODULES.map((value) => ({
        value,
        label: texts.module.options[value],
        hint: texts.module.hints[value],
      })),
    ),
  );
  private readonly payload = section({ id: 'payload', heading: texts.payload.heading });
  private readonly authentication = section({
    id: 'authentication',
    heading: texts.authentication.heading,
  });
  private readonly events = section(
    { id: fieldId('/events'), heading: texts.events.heading, role: 'group' },
    el('p', { class: 'hint', id: 'events-hint' }, texts.events.hint),
    el('p', { class: 'quiet' }, texts.events.loading),
  );
  private readonly launch = section({ id: 'launch-settings', heading: texts.launch.heading });
  private readonly checkButton = button(texts.endpoint.check, () => void this.check());
  private readonly endpoint = endpointStatus();
  private readonly announcement = el('div', { class: 'visually-hidden', role: 'status' });
  private announcing?: ReturnType<typeof setTimeout>;
  private readonly list = new EventsList(
    texts.events,
    (codes, on) => this.chooseAll(codes, on),
    (shown) => this.announce(() => texts.events.shown(shown)),
  );
  private readonly status = el('p', { class: 'quiet', role: 'status' });
  private moduleNotes?: Element;
  private eventsProblem?: Element;
  private summary?: Element;

  connectedCallback(): void {
    if (!this.shadowRoot) this.build();
    void this.load();
  }

  disconnectedCallback(): void {
    this.loading?.abort();
    clearTimeout(this.announcing);
    removeEventListener('beforeunload', onBeforeUnload);
  }

  private get building() {
    return { values: this.values, texts, fields: this.fields };
  }

  private build(): void {
    const { form } = this;
    this.checkButton.setAttribute('aria-disabled', 'true');
    this.events.root.setAttribute('aria-describedby', 'events-hint');
    this.payload.content.append(...payloadContent(this.building));
    this.authentication.content.append(...authenticationContent(this.building));
    this.launch.content.append(...launchContent(this.building));
    form.append(
      this.module.root,
      this.basics(),
      this.payload.root,
      this.authentication.root,
      this.events.root,
      this.launch.root,
      el(
        'div',
        { class: 'actions' },
        el(
          'button',
          { type: 'submit', id: 'save', part: 'button button-primary', class: 'primary' },
          texts.actions.register,
        ),
        button(texts.actions.cancel, () => this.dispatchEvent(new CustomEvent('ocean-cancel'))),
        this.status,
      ),
    );
    form.addEventListener('input', (event) => this.onInput(event));
    form.addEventListener('change', (event) => this.onChange(event));
    form.addEventListener('focusin', () => void this.loadMessages());
    form.addEventListener('focusout', (event) => this.leave(nameOf(event)));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.submit();
    });
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [HandWrittenForm.styleSheet];
    root.append(form, this.announcement);
  }

  private static get styleSheet(): CSSStyleSheet {
    if (!this.sheet) {
      this.sheet = new CSSStyleSheet();
      this.sheet.replaceSync(this.css);
    }
    return this.sheet;
  }

  private basics(): Element {
    const { basics: t } = texts;
    const name = new Field({
      name: '/name',
      label: t.name,
      hint: t.nameHint,
      value: this.values['/name'],
      required: true,
      maxlength: LIMITS.name,
      autocomplete: 'off',
    });
    const requestUrl = new Field({
      name: '/requestUrl',
      label: t.requestUrl,
      hint: t.requestUrlHint,
      type: 'url',
      value: this.values['/requestUrl'],
      required: true,
      spellcheck: false,
      autocomplete: 'off',
      aside: this.checkButton,
    });
    this.fields.set('/name', name).set('/requestUrl', requestUrl);
    const { root, content } = section({ id: 'basics', heading: t.heading });
    content.append(
      name.root,
      requestUrl.root,
      this.endpoint.root,
      disclosure(texts.endpoint.explain),
    );
    return root;
  }

  private async load(): Promise<void> {
    const { signal } = (this.loading = new AbortController());
    const types = await this.backend?.listEventTypes({}, { signal });
    if (!types || signal.aborted) return;
    this.types = types;
    this.events.content.lastElementChild?.remove();
    this.events.content.append(this.list.tools, this.list.root);
    this.fillEvents();
  }

  private async loadMessages(): Promise<void> {
    if (this.messages) return;
    this.messages = (await import('../../src/locales/en/messages.js')).texts;
    this.tellProblems();
  }

  /** Says it once the user pauses. */
  private announce(text: () => string): void {
    clearTimeout(this.announcing);
    this.announcing = setTimeout(() => (this.announcement.textContent = text()), 500);
  }

  private fillEvents(): void {
    const { '/module': module, '/events': events } = this.values;
    this.list.fill(this.types, module, events[module]);
  }

  private onInput(event: Event): void {
    const name = nameOf(event);
    if (!name) return;
    const { value, type, checked } = event.target as HTMLInputElement;
    if (name === '/events') this.chooseAll([value], checked);
    else this.set(name, type === 'checkbox' ? checked : value);
  }

  private onChange(event: Event): void {
    const name = nameOf(event);
    if (name !== '/requestUrl' && name !== '/payload/format' && name !== '/module') return;
    const format = toDraft(this.values).payload.format;
    if (CHALLENGED_FORMATS.includes(format) && this.checked !== this.subject) void this.check();
  }

  private chooseAll(codes: readonly string[], on: boolean): void {
    const { '/module': module, '/events': events } = this.values;
    const others = events[module].filter((code) => !codes.includes(code));
    const chosen = on ? [...others, ...codes] : others;
    this.set('/events', { ...events, [module]: chosen });
    this.list.select(chosen);
  }

  private set(name: FieldName, value: FormValues[FieldName]): void {
    if (this.values[name] === value) return;
    if (!this.problems.has(name)) this.told.delete(name);
    this.values = { ...this.values, [name]: value };
    addEventListener('beforeunload', onBeforeUnload);
    this.follow(name);
    this.validate();
  }

  /** What depends on a value. */
  private follow(name: FieldName): void {
    if (this.checked !== undefined && this.checked !== this.subject) this.showEndpoint('stale');
    switch (name) {
      case '/requestUrl':
      case '/launch/baseLaunchUrl':
        return this.showUrl(name);
      case '/module':
        this.rebuild(this.payload.content, payloadContent);
        this.fillEvents();
        this.launch.root.hidden = !MODULE_RULES[this.values['/module']].launch;
        return this.showUnsent();
      case '/payload/format':
        return this.rebuild(this.payload.content, payloadContent);
      case '/authentication/type':
        while (this.authentication.content.childElementCount > 1) {
          this.authentication.content.lastElementChild?.remove();
        }
        return this.authentication.content.append(...credentials(this.building));
      case '/launch':
      case 'bilingual':
        return this.rebuild(this.launch.content, launchContent);
    }
  }

  private rebuild(content: Element, make: (building: HandWrittenForm['building']) => Child[]) {
    const focused = this.shadowRoot?.activeElement?.id;
    content.replaceChildren(...make(this.building));
    if (focused) this.shadowRoot?.getElementById(focused)?.focus();
  }

  private showUrl(name: '/requestUrl' | '/launch/baseLaunchUrl'): void {
    const parse = name === '/requestUrl' ? parseRequestUrl : parseBaseLaunchUrl;
    const url = parse(this.values[name], { deployment: 'public' });
    if (name === '/requestUrl') {
      setAttribute(this.checkButton, 'aria-disabled', url.ok ? undefined : 'true');
    }
    this.fields.get(name)?.note(this.values[name] ? this.notes(name, url) : undefined);
  }

  private notes(name: FieldName, url: UrlResult): Element | undefined {
    const { messages } = this;
    if (!messages) return undefined;
    if (url.ok) {
      if (url.warnings.length === 0) return undefined;
      return el(
        'ul',
        {},
        ...url.warnings.map(({ code, host }) =>
          el('li', {}, messages.urlNotes[code]?.(host ?? url.url) ?? ''),
        ),
      );
    }
    const { suggestion } = url;
    if (suggestion === undefined || !this.problems.has(name)) return undefined;
    const use = el('button', { type: 'button', class: 'link' }, messages.useSuggestion(suggestion));
    use.addEventListener('click', () => {
      const control = this.fields.get(name)?.control;
      if (control) control.value = suggestion;
      this.set(name, suggestion);
      this.leave(name);
    });
    return use;
  }

  private showUnsent(): void {
    const { module: t } = texts;
    const left = unsent(this.values);
    const parts: string[] = [];
    if (left.launch) parts.push(t.unsentLaunch);
    if (left.payload) parts.push(t.unsentPayload);
    if (left.events > 0) parts.push(t.unsentEvents(left.events));
    this.moduleNotes?.remove();
    if (parts.length === 0) return;
    this.moduleNotes = el('p', { class: 'notes', id: 'module-notes' }, t.unsent(parts));
    this.module.content.append(this.moduleNotes);
  }

  private leave(name: FieldName | undefined): void {
    if (!name || this.told.has(name)) return;
    this.told.add(name);
    this.validate();
  }

  /** As in the real form: the whole draft, once any field's problem may be told. */
  private validate(): void {
    const before = this.problems;
    this.problems = new Map();
    if (this.told.size > 0) {
      const result = parseIntegrationDraft(toDraft(this.values), { stored: null });
      for (const { pointer, code, maximum } of result.ok ? [] : result.issues) {
        const field = fieldOf(pointer);
        if (field && this.told.has(field) && !this.problems.has(field)) {
          this.problems.set(field, { code, maximum });
        }
      }
    }
    if (this.problems.size > 0 || before.size > 0) this.tellProblems();
  }

  private tellProblems(): void {
    const { messages } = this;
    const sentence = (name: string): string | undefined => {
      const problem = this.problems.get(name as FieldName);
      if (!problem) return undefined;
      return messages ? ownSentence(messages, name, problem) : texts.loadingPart;
    };
    for (const [name, field] of this.fields) field.tell(sentence(name));
    const events = sentence('/events');
    this.eventsProblem?.remove();
    this.eventsProblem = events === undefined ? undefined : problemText('events', events);
    if (this.eventsProblem) this.events.content.firstElementChild?.after(this.eventsProblem);
  }

  private get subject(): string {
    const { requestUrl, payload, authentication } = toDraft(this.values);
    return JSON.stringify([requestUrl, payload.format, authentication]);
  }

  private showEndpoint(status: Endpoint): void {
    this.endpoint.root.dataset['status'] = status;
    this.endpoint.words.textContent = texts.endpoint[status];
  }

  private async check(): Promise<void> {
    const { requestUrl: typed, payload, authentication } = toDraft(this.values);
    const url = parseRequestUrl(typed, { deployment: 'public' });
    if (!url.ok || !this.backend) return;
    this.checked = this.subject;
    this.showEndpoint('checking');
    const target = { requestUrl: url.url, payload, authentication };
    const { status } = await this.backend.checkEndpoint(target);
    if (this.checked === this.subject) this.showEndpoint(status);
  }

  private async submit(): Promise<void> {
    await this.loadMessages();
    for (const name of Object.keys(EMPTY_VALUES) as FieldName[]) this.told.add(name);
    this.validate();
    this.summary?.remove();
    if (this.problems.size > 0) {
      this.form.prepend((this.summary = this.problemList()));
      return;
    }
    const idempotencyKey = crypto.randomUUID();
    await this.backend?.registerIntegration(toDraft(this.values), { idempotencyKey });
    this.status.textContent = this.messages?.saved.registered ?? '';
  }

  private problemList(): Element {
    const { messages } = this;
    if (!messages) return el('div');
    return el(
      'div',
      { class: 'notice', part: 'notice', 'data-tone': 'danger', role: 'group', tabindex: '-1' },
      el('h3', {}, messages.summary.heading),
      el(
        'ul',
        {},
        ...[...this.problems].map(([name, problem]) =>
          el(
            'li',
            {},
            el('a', { href: `#${fieldId(name)}` }, ownSentence(messages, name, problem)),
          ),
        ),
      ),
    );
  }
}

const onBeforeUnload = (event: BeforeUnloadEvent): void => event.preventDefault();

const nameOf = ({ target }: Event): FieldName | undefined => {
  const { name } = target as HTMLInputElement;
  return Object.hasOwn(EMPTY_VALUES, name) ? (name as FieldName) : undefined;
};

const endpointStatus = () => {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  setAttribute(svg, 'class', 'hexagon');
  setAttribute(svg, 'part', 'hexagon');
  setAttribute(svg, 'viewBox', '0 0 16 16');
  setAttribute(svg, 'aria-hidden', 'true');
  setAttribute(svg, 'focusable', 'false');
  const shape = document.createElementNS(namespace, 'path');
  setAttribute(shape, 'class', 'shape');
  setAttribute(shape, 'd', 'M8 .8l6.3 3.6v7.2L8 15.2l-6.3-3.6V4.4z');
  svg.append(shape);
  const words = el('strong', {}, texts.endpoint.unchecked);
  const root = el(
    'div',
    { class: 'endpoint', part: 'endpoint', 'data-status': 'unchecked' },
    svg,
    el('div', {}, words),
  );
  return { root, words };
};
