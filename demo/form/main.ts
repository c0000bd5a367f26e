/** The demo page: the registration form in its states, with switches around it. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { IntegrationBackend } from '../../src/backend/backend.js';
import { MemoryBackend } from '../../src/backend/memory.js';
import { RestBackend } from '../../src/backend/rest.js';
import '../../src/define/backend.js';
import '../../src/define/integration-form.js';
import type { Integration } from '../../src/integration/schema.js';
import { HtmlPanel, choice, eventPanel, failureChoice } from '../shell/controls.js';
import { EventLog, drawPage, ownElement } from '../shell/page.js';
import { openBackend } from './integrations.js';
import { snippet } from './snippet.js';
import {
  BACKENDS,
  DEPLOYMENTS,
  LATENCIES,
  LOOKS,
  THEMES,
  WIDTHS,
  addressOf,
  readState,
  scenesOf,
} from './state.js';
import type { DemoState, Scene } from './state.js';
import { HOSTS, TEXTS } from './texts.js';

const FORM_EVENTS = [
  'ocean-submit',
  'ocean-saved',
  'ocean-error',
  'ocean-cancel',
  'ocean-endpoint-checked',
];

const shared = await openBackend();
let state = readState(location.search);
let integrations: Integration[] = [];
const log = new EventLog();
let unreachable = false;
/** Counts the scenes that were begun: each has a form of its own, also where it is the same scene again. */
let begun = 0;
const htmlPanel = new HtmlPanel(() => draw());

/** Scenes in which the backend misbehaves have one of their own, so that the rest of the page goes on. */
const silent = new MemoryBackend({ latency: Infinity });
const broken = new MemoryBackend();
broken.failures = { getIntegration: 'network' };

/** The reference server, where one answers: `npm start` starts it with this page. */
const server = new RestBackend({ baseUrl: '/api/ocean', siteNumber: '1234' });

const backendOf = ({ scene, backend }: DemoState): IntegrationBackend => {
  if (scene === 'loading') return silent;
  if (scene === 'failed') return broken;
  return backend === 'server' ? server : shared;
};

const refresh = async (): Promise<void> => {
  const { backend } = state;
  const { latency } = shared;
  shared.latency = 0;
  const page = (backend === 'server' ? server : shared).listIntegrations({});
  shared.latency = latency;
  const items = await page.then(
    (found) => found.items,
    () => undefined,
  );
  if (backend !== state.backend) return;
  unreachable = !items;
  integrations = items ?? [];
  draw();
};

const go = (change: Partial<DemoState>): void => {
  state = { ...state, ...change };
  history.replaceState(null, '', addressOf(state));
  draw();
};

/** Another backend knows other integrations; the server's endpoints are on this machine. */
const useBackend = (backend: DemoState['backend']): void => {
  const deployment = backend === 'server' ? 'development' : 'public';
  integrations = [];
  unreachable = false;
  go({ backend, deployment, scene: 'new', id: '' });
  void refresh();
};

/** Which integration a scene opens, where none was chosen. */
const idOf = ({ scene, id }: DemoState): string | undefined => {
  if (scene === 'new') return undefined;
  if (scene === 'loading' || scene === 'failed') return 'any';
  if (id && integrations.some((each) => each.id === id)) return id;
  return integrations[scene === 'long-french' ? 1 : 0]?.id;
};

const show = (scene: Scene): void => {
  begun += 1;
  go({ scene, id: '', ...(scene === 'long-french' ? { lang: 'fr' } : {}) });
};

const onFormEvent = ({ type }: Event): void => {
  if (type === 'ocean-saved') void refresh();
  // In the scene of a conflict, someone else is always a little faster.
  if (type === 'ocean-submit' && state.scene === 'conflict') {
    const id = idOf(state);
    if (id) shared.touch(id, { name: 'Renamed by someone else' });
  }
  draw();
};

const settings = (): TemplateResult => {
  const t = TEXTS[state.lang];
  const pick =
    <K extends keyof DemoState>(key: K) =>
    (value: string): void =>
      go({ [key]: value });
  return html`
    <section class="panel" aria-labelledby="settings">
      <h2 id="settings">${t.settings}</h2>
      <div class="settings">
        ${choice(
          'theme',
          t.theme,
          state.theme,
          THEMES.map((v) => [v, t.themes[v]] as const),
          pick('theme'),
        )}
        ${choice(
          'width',
          t.width,
          state.width,
          WIDTHS.map((v) => [v, t.widths[v]] as const),
          pick('width'),
        )}
        ${choice(
          'look',
          t.look,
          state.look,
          LOOKS.map((v) => [v, t.looks[v]] as const),
          pick('look'),
        )}
        ${choice(
          'backend',
          t.backend,
          state.backend,
          BACKENDS.map((v) => [v, t.backends[v]] as const),
          (value) => useBackend(value as DemoState['backend']),
        )}
        ${
          state.backend === 'server'
            ? nothing
            : html`${choice(
                'latency',
                t.latency,
                state.latency,
                LATENCIES.map((v) => [v, t.latencies[v]] as const),
                pick('latency'),
              )}
              ${failureChoice(t, (kind) => shared.failNext(kind))}`
        }
        ${choice(
          'deployment',
          t.deployment,
          state.deployment,
          DEPLOYMENTS.map((v) => [v, v] as const),
          pick('deployment'),
        )}
      </div>
    </section>
  `;
};

const registered = (): TemplateResult => {
  const t = TEXTS[state.lang];
  const open = idOf(state);
  return html`
    <section class="panel" aria-labelledby="registered">
      <h2 id="registered">${t.registered}</h2>
      <ul class="integrations">
        ${repeat(
          integrations,
          ({ id }) => id,
          ({ id, name, endpoint }) => html`
            <li>
              <button
                type="button"
                aria-label=${t.open(name)}
                aria-current=${state.scene !== 'new' && id === open ? 'true' : nothing}
                @click=${() => go({ scene: 'edit', id })}
              >
                <span class="name">${name}</span>
                <span class="status">${t.statuses[endpoint.status]}</span>
              </button>
            </li>
          `,
        )}
      </ul>
      <button type="button" @click=${() => show('new')}>${t.begin}</button>
    </section>
  `;
};

const workbench = (): TemplateResult => {
  const t = TEXTS[state.lang];
  const { scene, backend } = state;
  const about = unreachable ? t.unreachable : t.about[scene];
  return html`
    <main id="form" tabindex="-1">
      <div class="stage" data-width=${state.width} data-look=${state.look}>
        ${about ? html`<p class="about" role="status">${about}</p>` : nothing}
        <ocean-backend .backend=${backendOf(state)}>
          ${repeat(
            [`${begun} ${scene} ${backend}`],
            (key) => key,
            () => html`
              <ocean-integration-form
                integration-id=${idOf(state) ?? nothing}
                deployment=${state.deployment}
                ?readonly=${scene === 'read-only'}
              ></ocean-integration-form>
            `,
          )}
        </ocean-backend>
      </div>
    </main>
  `;
};

const below = (): TemplateResult => {
  const t = TEXTS[state.lang];
  return html`
    ${eventPanel(log.entries, state.lang, t.noEvents)}
    ${htmlPanel.render(snippet({ ...state, id: idOf(state) ?? '' }), state.lang)}
    ${
      state.backend === 'server'
        ? html`<section class="panel" aria-labelledby="sink">
            <h2 id="sink">${t.sink}</h2>
            <p>${t.sinkIntro}</p>
            <p><code>${new URL('/sink/demo', location.origin)}</code></p>
          </section>`
        : html`<section class="panel" aria-labelledby="hosts">
            <h2 id="hosts">${t.hosts}</h2>
            <p>${t.hostsIntro}</p>
            <ul class="hosts">
              ${HOSTS.map((host) => html`<li><code>https://${host}.example.org/</code></li>`)}
            </ul>
          </section>`
    }
  `;
};

const scenes = (): TemplateResult => {
  const t = TEXTS[state.lang];
  return html`<nav aria-label=${t.scenes}>
    ${scenesOf(state).map(
      (scene) => html`
        <a
          href=${addressOf({ ...state, scene, id: '' })}
          aria-current=${scene === state.scene ? 'page' : nothing}
          @click=${(event: MouseEvent) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            show(scene);
          }}
          >${t.scene[scene]}</a
        >
      `,
    )}
  </nav>`;
};

const draw = (): void => {
  const { title, skip, intro, introServer } = TEXTS[state.lang];
  shared.latency = Number(state.latency);
  drawPage({
    address: './',
    state,
    texts: { title, skip, intro: state.backend === 'server' ? introServer : intro },
    main: 'form',
    nav: scenes(),
    content: html`
      <div class="columns">
        ${workbench()}
        <aside>${registered()} ${settings()} ${below()}</aside>
      </div>
    `,
    speak: (lang) => go({ lang }),
  });
  log.listen(ownElement('ocean-integration-form'), FORM_EVENTS, onFormEvent);
};

addEventListener('popstate', () => {
  state = readState(location.search);
  draw();
  void refresh();
});

draw();
await refresh();
