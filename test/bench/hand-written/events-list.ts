/** The list of events: grouped, filtered, with all of a group at once. Rows are made once; what changes is touched. */
import type { Module } from '../../../src/integration/rules.js';
import type { EventType } from '../../../src/integration/schema.js';
import type { FormTexts } from '../../../src/locales/en/form.js';
import { fold } from '../../../src/integration/fold.js';
import { textIn } from '../../../src/ui/text.js';
import { el } from './dom.js';

interface Row {
  readonly code: string;
  readonly root: HTMLElement;
  readonly box: HTMLInputElement;
  /** What the filter is looked for in, folded once. */
  readonly folded: string;
  shown: boolean;
}

interface Group {
  readonly root: HTMLElement;
  readonly all: HTMLInputElement;
  readonly rows: readonly Row[];
}

export class EventsList {
  readonly root = el('div', { class: 'event-groups', part: 'events' });
  readonly tools: HTMLElement;
  private readonly count = el('p', { class: 'count' });
  private readonly none: HTMLElement;
  private groups: Group[] = [];
  private chosen: ReadonlySet<string> = new Set();
  private filter = '';

  /** `choose` is told of the codes that a group's box sets, `filtered` of how many events the filter shows. */
  constructor(
    private readonly texts: FormTexts['events'],
    private readonly choose: (codes: readonly string[], on: boolean) => void,
    filtered: (shown: number) => void,
  ) {
    this.none = el('p', { class: 'quiet', hidden: true }, texts.none);
    const filter = el('input', {
      part: 'input',
      type: 'search',
      id: 'events-filter',
      autocomplete: 'off',
    });
    filter.addEventListener('input', () => filtered(this.apply(fold(filter.value.trim()))));
    this.tools = el(
      'div',
      { class: 'events-tools' },
      el('div', { class: 'field' }, el('label', { for: 'events-filter' }, texts.filter), filter),
      this.count,
    );
  }

  /** Makes the rows of a module's events. */
  fill(types: readonly EventType[], module: Module, selected: readonly string[]): void {
    const byKey = new Map<string, EventType[]>(
      Object.keys(this.texts.groups).map((key) => [key, []]),
    );
    const known = new Set<string>();
    for (const type of types) {
      if (type.module !== module) continue;
      known.add(type.code);
      const key = type.direction && this.texts.groups[type.direction] ? type.direction : 'other';
      byKey.get(key)?.push(type);
    }
    for (const code of selected) {
      if (!known.has(code)) byKey.get('unknown')?.push({ code, module, name: code, focus: [] });
    }
    this.groups = [];
    for (const [key, members] of byKey) {
      if (members.length > 0) this.groups.push(this.group(key, members));
    }
    this.root.replaceChildren(...this.groups.map(({ root }) => root), this.none);
    this.select(selected);
    this.apply(this.filter);
  }

  /** Ticks what is chosen. */
  select(selected: readonly string[]): void {
    this.chosen = new Set(selected);
    let total = 0;
    for (const { rows } of this.groups) {
      total += rows.length;
      for (const { box, code } of rows) box.checked = this.chosen.has(code);
    }
    this.count.textContent = this.texts.selected(selected.length, total);
    this.groups.forEach((group) => this.updateAll(group));
  }

  private apply(filter: string): number {
    this.filter = filter;
    let shown = 0;
    for (const group of this.groups) {
      let count = 0;
      for (const row of group.rows) {
        const matches = filter === '' || row.folded.includes(filter);
        if (matches) count++;
        if (matches === row.shown) continue;
        row.shown = matches;
        row.root.hidden = !matches;
      }
      group.root.hidden = count === 0;
      shown += count;
      this.updateAll(group);
    }
    this.none.hidden = shown > 0;
    return shown;
  }

  /** All, some or none of what the filter shows. */
  private updateAll({ all, rows }: Group): void {
    const visible = rows.filter(({ shown }) => shown);
    const count = visible.filter(({ code }) => this.chosen.has(code)).length;
    all.checked = count > 0 && count === visible.length;
    all.indeterminate = count > 0 && count < visible.length;
  }

  private group(key: string, types: readonly EventType[]): Group {
    const name = this.texts.groups[key] ?? key;
    const all = el('input', {
      type: 'checkbox',
      id: `events-all-${key}`,
      'aria-label': this.texts.selectAll(name),
    });
    const rows = types.map((type) => row(type));
    const root = el(
      'div',
      { class: 'group', role: 'group', 'aria-labelledby': `events-${key}` },
      el(
        'div',
        { class: 'choice group-heading' },
        all,
        el('label', { for: `events-all-${key}`, id: `events-${key}` }, name),
      ),
      el('div', { class: 'group-events' }, ...rows.map((each) => each.root)),
    );
    all.addEventListener('change', () => {
      const codes = rows.filter(({ shown }) => shown).map(({ code }) => code);
      this.choose(codes, all.checked);
    });
    return { root, all, rows };
  }
}

const row = (type: EventType): Row => {
  const { code } = type;
  const id = `event-${code}`;
  const name = textIn(type.name, 'en');
  const description = textIn(type.description, 'en');
  const box = el('input', {
    type: 'checkbox',
    id,
    name: '/events',
    value: code,
    'aria-describedby': `${id}-about`,
  });
  const about = el('p', { class: 'hint', id: `${id}-about` });
  if (description) about.append(`${description} `);
  about.append(el('code', {}, code));
  const root = el('div', { class: 'choice' }, box, el('label', { for: id }, name || code), about);
  return { code, root, box, folded: fold(`${code} ${name} ${description}`), shown: true };
};
