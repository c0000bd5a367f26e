/**
 * The list of integrations in hand-written DOM code: what the benchmark measures `<ocean-integration-list>` beside. All rows are
 * made at once and a search hides those that do not match, as such lists are written; cells, words and styles are those of the
 * real list. Left out is what is not measured: opening a row, changing one, the other filters, failures.
 */
import type { Language } from '../../../src/integration/rules.js';
import type { Integration } from '../../../src/integration/schema.js';
import { texts as english } from '../../../src/locales/en/list.js';
import type { ListTexts } from '../../../src/locales/en/list.js';
import { LANGUAGE_TAGS } from '../../../src/ui/localize.js';
import { el } from './dom.js';
import type { Child } from './dom.js';
import { HandWrittenElement } from './launch-element.js';

interface Row {
  readonly root: HTMLElement;
  /** What a search looks at. */
  readonly text: string;
}

export class HandWrittenList extends HandWrittenElement<ListTexts> {
  /** The real list's stylesheet. */
  static css = '';

  private given: readonly Integration[] = [];
  private rows: readonly Row[] = [];

  constructor() {
    super();
    this.adoptStyles(HandWrittenList.css);
  }

  set integrations(integrations: readonly Integration[]) {
    this.given = integrations;
    this.update();
  }

  protected override textsIn(language: Language): ListTexts | Promise<ListTexts> {
    return language === 'en'
      ? english
      : import('../../../src/locales/fr/list.js').then(({ texts }) => texts);
  }

  protected override fill(t: ListTexts): void {
    this.rows = this.given.map((integration) => ({
      root: row(t, integration),
      text: fold(`${integration.name} ${integration.requestUrl}`),
    }));
    const body = el('tbody', {}, ...this.rows.map(({ root }) => root));
    const headings = Object.entries(t.columns).map(([name, label]) =>
      el('th', { role: 'columnheader', scope: 'col', class: name }, label),
    );
    const table = el(
      'table',
      {
        role: 'table',
        part: 'table',
        'aria-label': t.title,
        'aria-rowcount': String(this.given.length + 1),
      },
      el('thead', {}, el('tr', { role: 'row' }, ...headings)),
      body,
    );
    const count = el('p', { class: 'count' }, t.count(this.given.length));
    const search = el('input', {
      part: 'input',
      type: 'search',
      id: 'search',
      autocomplete: 'off',
    });
    search.addEventListener('input', () => {
      const shown = this.show(fold(search.value.trim()));
      table.setAttribute('aria-rowcount', String(shown + 1));
      count.textContent = t.count(shown);
    });
    this.root.replaceChildren(
      el(
        'div',
        { class: 'list', lang: LANGUAGE_TAGS[this.language] },
        toolbar(t, search),
        table,
        el('nav', { class: 'pager', 'aria-label': t.pages }, count),
      ),
    );
  }

  /** @returns how many match */
  private show(query: string): number {
    let shown = 0;
    for (const { root, text } of this.rows) {
      const matches = text.includes(query);
      root.style.display = matches ? '' : 'none';
      if (matches) shown++;
    }
    return shown;
  }
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const choice = (id: string, label: string, options: readonly string[]): Element =>
  el(
    'div',
    { class: 'field' },
    el('label', { for: id }, label),
    el('select', { part: 'input', id }, ...options.map((each) => el('option', {}, each))),
  );

const toolbar = ({ filters: t, ...texts }: ListTexts, search: Element): Element =>
  el(
    'div',
    { class: 'toolbar' },
    el(
      'div',
      { class: 'filters', role: 'search', 'aria-label': t.label },
      el('div', { class: 'field search' }, el('label', { for: 'search' }, t.search), search),
      choice('module', t.module, [t.all, ...Object.values(texts.modules)]),
      choice('health', t.health, [t.all, ...Object.values(texts.health)]),
      choice('sort', t.sort, Object.values(t.orders)),
    ),
    el(
      'div',
      { class: 'buttons' },
      el('button', { type: 'button', part: 'button' }, texts.fromJson),
      el('button', { type: 'button', class: 'primary', part: 'button' }, texts.register),
    ),
  );

const cell = (label: string, name: string, ...content: readonly Child[]): Element =>
  el(
    'td',
    { role: 'cell', class: name },
    el('span', { class: 'label', 'aria-hidden': 'true' }, label),
    ...content,
  );

const row = (t: ListTexts, integration: Integration): HTMLElement => {
  const { name, module, payload, events, launch, enabled, endpoint, requestUrl } = integration;
  const c = t.columns;
  return el(
    'tr',
    { role: 'row', part: 'row' },
    el(
      'th',
      { role: 'rowheader', scope: 'row', class: 'name' },
      el(
        'button',
        { type: 'button', class: 'link', part: 'button', 'aria-label': t.open(name) },
        name,
      ),
      el('span', { class: 'host', translate: 'no' }, new URL(requestUrl).host),
    ),
    cell(c.module, 'module', t.modules[module]),
    cell(c.payload, 'payload', t.payloads[payload.format]),
    cell(
      c.events,
      'events',
      el('span', { 'aria-label': t.events(events.length) }, String(events.length)),
    ),
    cell(c.launch, 'launch', launch ? t.yes : t.no),
    cell(c.health, 'endpoint', health(t, endpoint)),
    cell(
      c.enabled,
      'enabled',
      el(
        'button',
        {
          type: 'button',
          class: 'switch',
          part: 'switch',
          role: 'switch',
          'aria-checked': enabled ? 'true' : 'false',
          'aria-label': t.enable(name),
        },
        el('span', { 'aria-hidden': 'true' }, enabled ? t.yes : t.no),
      ),
    ),
    el(
      'td',
      { role: 'cell', class: 'more' },
      el(
        'button',
        {
          type: 'button',
          class: 'small',
          part: 'button',
          'aria-expanded': 'false',
          'aria-label': t.details(name),
        },
        c.more,
      ),
    ),
  );
};

const SIGNS: Readonly<Record<string, string>> = {
  verified: 'M5 8.2l2.2 2.2L11.2 6',
  failing: 'M8 4.5v4.5M8 11v.5',
  erroring: 'M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4',
};

const health = (t: ListTexts, { status, httpStatus }: Integration['endpoint']): Element => {
  const bad = status === 'failing' || status === 'erroring';
  const words = el('span', {}, t.health[status]);
  if (bad && httpStatus) words.append(' ', el('span', { class: 'quiet' }, t.status(httpStatus)));
  return el('span', { class: 'health', 'data-status': status }, hexagon(status), words);
};

const NAMESPACE = 'http://www.w3.org/2000/svg';

const hexagon = (status: string): Element => {
  const shape = path('M8 .8l6.3 3.6v7.2L8 15.2l-6.3-3.6V4.4z');
  shape.setAttribute('class', 'shape');
  const svg = document.createElementNS(NAMESPACE, 'svg');
  svg.setAttribute('class', 'hexagon');
  svg.setAttribute('part', 'hexagon');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(shape);
  const sign = SIGNS[status];
  if (sign) svg.append(path(sign));
  return svg;
};

const path = (d: string): Element => {
  const element = document.createElementNS(NAMESPACE, 'path');
  element.setAttribute('d', d);
  return element;
};
