/** Events: grouped, filterable, with all of a group at once. Made to stay fluent with a thousand event types. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { live } from 'lit/directives/live.js';
import { fold } from '../../integration/fold.js';
import type { EventType } from '../../integration/schema.js';
import { fieldId, problemText } from '../../ui/fields.js';
import { textIn } from '../../ui/text.js';
import type { EventsState } from '../model/form-lists.js';
import type { FormView } from '../view/form-view.js';
import { section } from '../view/section.js';

interface EventGroup {
  readonly key: string;
  readonly name: string;
  readonly types: readonly EventType[];
}

/** Groups by the event's direction, in the order of the texts; what the service does not offer any more comes last. */
export const groupEvents = (
  view: Pick<FormView, 'texts' | 'language'>,
  types: readonly EventType[],
  selected: readonly string[],
  module: EventType['module'],
): EventGroup[] => {
  const { groups } = view.texts.events;
  const byKey = new Map<string, EventType[]>(Object.keys(groups).map((key) => [key, []]));
  const known = new Set<string>();
  for (const type of types) {
    if (type.module !== module) continue;
    known.add(type.code);
    // A newer server may know more directions.
    const key = type.direction && byKey.has(type.direction) ? type.direction : 'other';
    byKey.get(key)?.push(type);
  }
  for (const code of selected) {
    if (!known.has(code)) byKey.get('unknown')?.push({ code, module, name: code, focus: [] });
  }
  return [...byKey]
    .filter(([, members]) => members.length > 0)
    .map(([key, members]) => ({ key, name: groups[key] ?? key, types: members }));
};

const searchTexts = {
  en: new WeakMap<EventType, string>(),
  fr: new WeakMap<EventType, string>(),
};

/** What the filter is looked for in. Kept, since folding a thousand texts at each key takes longer than rendering them. */
const searchText = (type: EventType, language: 'en' | 'fr'): string => {
  let text = searchTexts[language].get(type);
  if (text === undefined) {
    text = fold(
      `${type.code} ${textIn(type.name, language)} ${textIn(type.description, language)}`,
    );
    searchTexts[language].set(type, text);
  }
  return text;
};

export const matchesFilter = (type: EventType, filter: string, language: 'en' | 'fr'): boolean =>
  searchText(type, language).includes(filter);

/** How many events of the module the filter shows. */
export const countShown = (
  { types, filter }: EventsState,
  module: EventType['module'],
  language: 'en' | 'fr',
): number => {
  const folded = fold(filter.trim());
  return types.filter((type) => type.module === module && matchesFilter(type, folded, language))
    .length;
};

export const eventsSection = (view: FormView, events: EventsState): TemplateResult => {
  const { values, texts, locked } = view;
  const { events: t } = texts;
  const module = values['/module'];
  const selected = values['/events'][module];
  const problem = view.problemOf('/events');
  return section({
    id: fieldId('/events'),
    role: 'group',
    heading: t.heading,
    describedBy: `events-hint${problem ? ' events-problem' : ''}`,
    content: html`
      <p class="hint" id="events-hint">${t.hint}</p>
      ${problemText('events', problem)}
      ${guard([events, selected, module, texts, locked], () => eventList(view, events, selected))}
    `,
  });
};

const eventList = (
  view: FormView,
  events: EventsState,
  selected: readonly string[],
): TemplateResult => {
  const { texts, language, locked, values, actions } = view;
  const { events: t } = texts;
  if (events.status === 'loading') return html`<p class="quiet">${t.loading}</p>`;
  const groups = groupEvents(view, events.types, selected, values['/module']);
  const total = groups.reduce((sum, group) => sum + group.types.length, 0);
  const failed =
    events.status === 'failed'
      ? html`<p class="problem">
          ${t.failed}
          <button type="button" part="button" @click=${() => actions.retryEvents()}>
            ${texts.actions.retry}
          </button>
        </p>`
      : nothing;
  if (total === 0)
    return html`${failed === nothing ? html`<p class="quiet">${t.empty}</p>` : failed}`;
  const chosen = new Set(selected);
  const filter = fold(events.filter.trim());
  let shown = 0;
  const list = groups.map((group) => {
    const visible = group.types.map(
      (type) => filter === '' || matchesFilter(type, filter, language),
    );
    const count = visible.filter(Boolean).length;
    shown += count;
    return html`
      <div class="group" role="group" aria-labelledby="events-${group.key}" ?hidden=${count === 0}>
        ${groupHeading(view, group, visible, chosen)}
        <div class="group-events">
          ${group.types.map((type, index) => {
            const checked = chosen.has(type.code);
            const hidden = !visible[index];
            // A key in the filter changes few rows: the others are not compared part by part.
            return guard([type, checked, hidden, language, locked], () =>
              eventChoice(type, checked, hidden, language, locked),
            );
          })}
        </div>
      </div>
    `;
  });
  return html`
    ${failed}
    <div class="events-tools">
      <div class="field">
        <label for="events-filter">${t.filter}</label>
        <input
          part="input"
          type="search"
          id="events-filter"
          autocomplete="off"
          .value=${live(events.filter)}
          @keydown=${(event: KeyboardEvent) => {
            if (event.key === 'Enter') event.preventDefault();
          }}
          @input=${(event: InputEvent) =>
            actions.filterEvents((event.target as HTMLInputElement).value)}
        />
      </div>
      <p class="count">${t.selected(selected.length, total)}</p>
    </div>
    <div class="event-groups" part="events" tabindex=${locked ? '0' : nothing}>
      ${list}
      <p class="quiet" ?hidden=${shown > 0}>${t.none}</p>
    </div>
  `;
};

/** All of a group at once; with a filter, of what the filter shows. */
const groupHeading = (
  { texts, locked, values, actions }: FormView,
  { key, name, types }: EventGroup,
  visible: readonly boolean[],
  chosen: ReadonlySet<string>,
): TemplateResult => {
  const codes = types.filter((_, index) => visible[index]).map((type) => type.code);
  const count = codes.filter((code) => chosen.has(code)).length;
  const choose = (event: Event): void => {
    const module = values['/module'];
    const others = values['/events'][module].filter((code) => !codes.includes(code));
    const all = (event.target as HTMLInputElement).checked ? [...others, ...codes] : others;
    actions.set('/events', { ...values['/events'], [module]: all });
    actions.markTouched('/events');
  };
  return html`
    <div class="choice group-heading">
      <input
        type="checkbox"
        id="events-all-${key}"
        aria-label=${texts.events.selectAll(name)}
        .checked=${live(count > 0 && count === codes.length)}
        .indeterminate=${live(count > 0 && count < codes.length)}
        ?disabled=${locked}
        @change=${choose}
      />
      <label for="events-all-${key}" id="events-${key}">${name}</label>
    </div>
  `;
};

const eventChoice = (
  type: EventType,
  checked: boolean,
  hidden: boolean,
  language: 'en' | 'fr',
  locked: boolean,
): TemplateResult => {
  const id = `event-${type.code}`;
  const description = textIn(type.description, language);
  return html`
    <div class="choice" ?hidden=${hidden}>
      <input
        type="checkbox"
        id=${id}
        name="/events"
        value=${type.code}
        .checked=${live(checked)}
        ?disabled=${locked}
        aria-describedby="${id}-about"
      />
      <label for=${id}><bdi>${textIn(type.name, language) || type.code}</bdi></label>
      <p class="hint" id="${id}-about">
        ${description ? `${description} ` : ''}<code>${type.code}</code>
      </p>
    </div>
  `;
};
