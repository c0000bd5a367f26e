/** The admin page: the list of integrations and the form that it opens, as a host joins them, with switches around. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { MemoryBackend } from '../../src/backend/memory.js';
import { HtmlPanel, choice, eventPanel, failureChoice } from '../shell/controls.js';
import { EventLog, drawPage, inPage, ownElement } from '../shell/page.js';
import { admin } from './admin-view.js';
import type { Opened } from './admin-view.js';
import { openMemory } from './backends.js';
import { goBackTo, placeNow } from './focus.js';
import type { Place } from './focus.js';
import { ServerNote } from './server-note.js';
import { snippet } from './snippet.js';
import { CHOICES, addressOf, readState } from './state.js';
import type { AdminState } from './state.js';
import { TEXTS } from './texts.js';
import type { SwitchName } from './texts.js';

const LIST_EVENTS = ['ocean-select', 'ocean-register', 'ocean-deleted', 'ocean-error'];
const FORM_EVENTS = [
  'ocean-submit',
  'ocean-saved',
  'ocean-error',
  'ocean-cancel',
  'ocean-endpoint-checked',
];

/** Where there is less room, the switches are folded up. */
const ROOMY = '(min-width: 48rem)';

const htmlPanel = new HtmlPanel(() => draw());
const serverNote = new ServerNote({
  changed: () => draw(),
  filled: () => list()?.refresh(),
});
let state = readState(location.search);
let memory: MemoryBackend | undefined;
let opened: Opened | undefined;
let round = 0;
let cameFrom: Place | undefined;
let announcement = '';
const log = new EventLog();

const list = () => ownElement('ocean-integration-list');
const form = () => ownElement('ocean-integration-form');

/** What an address opens. */
const openedBy = ({ view, id }: AdminState, draft?: Opened['draft']): Opened | undefined => {
  if (view === 'register') return { round: ++round, draft };
  return id ? { round: ++round, id } : undefined;
};

/** What stands behind the view. Whoever changes it looks at other integrations. */
const backendKey = ({ backend, seed, site }: AdminState): string =>
  backend === 'server' ? `server ${site}` : `memory ${seed}`;

const openBackend = async (): Promise<void> => {
  memory = undefined;
  if (state.backend === 'server') return serverNote.ask(state.site);
  const key = backendKey(state);
  const backend = await openMemory(state);
  // Another one may have been chosen meanwhile.
  if (key !== backendKey(state)) return;
  memory = backend;
  draw();
};

const adopt = (next: AdminState, draft?: Opened['draft']): void => {
  const before = state;
  state = next;
  const moved = next.id !== before.id || next.view !== before.view;
  if (moved) opened = openedBy(next, draft);
  draw();
  if (backendKey(next) !== backendKey(before)) void openBackend();
  if (!moved) return;
  if (opened) inPage<HTMLElement>('#opened')?.focus();
  else goBackTo(cameFrom, inPage<HTMLElement>('#integrations'));
};

const go = (change: Partial<AdminState>): void => {
  const next = { ...state, ...change };
  history.replaceState(history.state, '', addressOf(next));
  adopt(next);
};

/** A step of the browser's Back button; from one that is open to another, the same step. */
const open = (change: Partial<AdminState>, draft?: Opened['draft']): void => {
  const next = { ...state, ...change };
  if (!opened) {
    cameFrom = placeNow();
    history.pushState({ opened: true }, '', addressOf(next));
  } else {
    history.replaceState(history.state, '', addressOf(next));
    // Asked for once more, so it begins once more.
    opened = undefined;
    state = { ...state, view: 'list', id: '' };
  }
  announcement = '';
  adopt(next, draft);
};

/** As the Back button does; where the page was opened with a link, there is nothing to go back to. */
const close = (): void => {
  if (history.state) history.back();
  else go({ view: 'list', id: '' });
};

const onListEvent = (event: Event): void => {
  const { type } = event;
  const { detail } = event as CustomEvent<{ id?: string; draft?: Opened['draft'] }>;
  if (type === 'ocean-select') open({ view: 'list', id: detail.id ?? '' });
  else if (type === 'ocean-register') open({ view: 'register', id: '' }, detail.draft);
  else if (type === 'ocean-deleted' && detail.id === state.id) close();
  else draw();
};

const onFormEvent = (event: Event): void => {
  const { type } = event;
  if (type === 'ocean-cancel') close();
  if (type === 'ocean-saved') {
    const { integration, created } = (event as HTMLElementEventMap['ocean-saved']).detail;
    const t = TEXTS[state.lang];
    announcement = created ? t.registered(integration.name) : t.saved(integration.name);
    list()?.refresh();
    // The form goes on with what it has registered; from now on, the address tells it as well.
    state = { ...state, view: 'list', id: integration.id };
    history.replaceState(history.state, '', addressOf(state));
  }
  draw();
};

const switchFor = <K extends SwitchName>(name: K): TemplateResult => {
  const [label, positions] = TEXTS[state.lang].switches[name];
  const options = CHOICES[name].map(
    (value) => [value, (positions as Record<string, string>)[value] ?? value] as const,
  );
  return html`<div>
    ${choice(name, label, state[name], options, (value) =>
      // Another backend knows other integrations.
      go({ [name]: value, ...(['backend', 'seed', 'site'].includes(name) && AWAY) }),
    )}
  </div>`;
};

const AWAY = { view: 'list', id: '' } as const;

const failureSwitch = (): TemplateResult =>
  html`<div>${failureChoice(TEXTS[state.lang], (kind) => memory?.failNext(kind))}</div>`;

const settings = (): TemplateResult => html`
  <details class="panel switches" ?open=${matchMedia(ROOMY).matches}>
    <summary>${TEXTS[state.lang].settings}</summary>
    <div class="row">
      ${switchFor('backend')}
      ${
        state.backend === 'server'
          ? switchFor('site')
          : html`${switchFor('seed')} ${switchFor('latency')} ${failureSwitch()}`
      }
      ${switchFor('rights')} ${switchFor('theme')} ${switchFor('width')}
    </div>
    ${state.backend === 'server' ? serverNote.render(state) : nothing}
  </details>
`;

const draw = (): void => {
  const t = TEXTS[state.lang];
  if (memory) memory.latency = Number(state.latency);
  drawPage({
    address: './admin.html',
    state,
    texts: t,
    main: 'admin',
    content: html`
      <div class="rows">
        ${settings()}
        <main id="admin" tabindex="-1">
          <div class="stage admin" data-width=${state.width}>
            ${admin({ state, memory, unreachable: state.backend === 'server' && serverNote.missing, opened, announcement, close })}
          </div>
        </main>
        <aside>
          ${eventPanel(log.entries, state.lang, t.noEvents)}
          ${htmlPanel.render(snippet(state), state.lang)}
        </aside>
      </div>
    `,
    speak: (lang) => go({ lang }),
  });
  log.listen(list(), LIST_EVENTS, onListEvent);
  const shownForm = form();
  if (log.listen(shownForm, FORM_EVENTS, onFormEvent) && shownForm && opened?.draft)
    shownForm.value = opened.draft;
};

// The page goes back to where it was by itself, once the list is there again.
history.scrollRestoration = 'manual';
addEventListener('popstate', () => adopt(readState(location.search)));

opened = openedBy(state);
draw();
await openBackend();
