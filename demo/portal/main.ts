/** The portal page: a referral form in the launch widget, and a switch for each thing that may differ. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { HtmlPanel, choice, eventPanel } from '../shell/controls.js';
import { EventLog, drawPage, inPage, ownElement } from '../shell/page.js';
import { openBackend } from './integrations.js';
import { portal } from './portal-view.js';
import { openServer } from './reference-server.js';
import type { PortalServer } from './reference-server.js';
import { connectReferralForm, newReferralRef } from './referral-form.js';
import { snippet } from './snippet.js';
import { CHOICES, addressOf, readState } from './state.js';
import type { PortalState } from './state.js';
import { ACTIVITIES, TEXTS } from './texts.js';
import type { Activity, Switches } from './texts.js';

const LAUNCH_EVENTS = [
  'ocean-referral-sent',
  'ocean-referral-confirmed',
  'ocean-launch',
  'ocean-launch-ready',
  'ocean-launch-done',
  'ocean-launch-failed',
  'ocean-launch-cancelled',
  'ocean-launch-activity',
  'ocean-launch-reference',
];

const GROUPS = {
  launch: ['backend', 'target', 'iframe', 'modal', 'auto', 'system', 'url'],
  texts: ['settings', 'names', 'logo', 'message', 'host'],
  page: ['theme', 'width', 'look', 'latency'],
} as const;

const htmlPanel = new HtmlPanel(() => draw());
let state = readState(location.search);
let memory = openBackend(state);
let server: PortalServer | undefined;
let unreachable = false;
let round = 1;
let sending = false;
let sent = false;
let activity: Activity | undefined;
const log = new EventLog();

/** Failures are brought about in memory; what a server does is not the page's to say. */
const ONLY_IN_MEMORY: readonly string[] = ['url', 'settings', 'latency'];

/** What the backend holds. The rest of the state is the page's. */
const stored = ({ system, url, settings, names, logo, message, host, iframe }: PortalState) =>
  [system, url, settings, names, logo, message, host, iframe].join();

const adopt = (next: PortalState): void => {
  const changed = stored(next) !== stored(state);
  if (changed) memory = openBackend(next);
  if (next.settings !== 'loading') memory.latency = Number(next.latency);
  const asked = next.backend !== state.backend || changed;
  state = next;
  draw();
  if (asked) void askServer();
};

/** The widget stands meanwhile, and finds out where it leads once the server has the integrations. */
const askServer = async (): Promise<void> => {
  server = undefined;
  unreachable = false;
  if (state.backend === 'memory') return draw();
  const asked = state;
  const opened = await openServer(asked);
  if (state.backend !== 'server' || stored(state) !== stored(asked)) return;
  server = opened;
  unreachable = !opened;
  draw();
};

const go = (change: Partial<PortalState>): void => {
  const next = { ...state, ...change };
  history.replaceState(null, '', addressOf(next));
  adopt(next);
};

/** The portal's server takes the referral. */
const send = async (): Promise<string | undefined> => {
  if (sending) return undefined;
  sending = true;
  draw();
  await new Promise((resolve) => setTimeout(resolve, Number(state.latency)));
  sending = false;
  return newReferralRef();
};

const begin = (): void => {
  round += 1;
  sent = false;
  activity = undefined;
  draw();
  inPage<HTMLElement>('#patient')?.focus();
};

/** The activity that the launched system asks for, while its iframe is open or as it ends. */
const askedFor = (event: Event): Activity | undefined => {
  const { activityType } = (event as CustomEvent<{ activityType?: string }>).detail;
  return ACTIVITIES.find((each) => each === activityType);
};

const onLaunchEvent = (event: Event): void => {
  if (event.type === 'ocean-referral-confirmed') sent = true;
  if (event.type === 'ocean-launch-done') activity = askedFor(event);
  if (event.type === 'ocean-launch-activity') {
    // Behind a dialog it could not be seen.
    if (state.modal === 'yes') event.preventDefault();
    else activity = askedFor(event);
  }
  draw();
};

const switchFor = <K extends keyof Switches>(name: K): TemplateResult => {
  const [label, positions] = TEXTS[state.lang].switches[name];
  const options = (CHOICES[name] as readonly Switches[K][number][]).map(
    (value) => [value, positions[value]] as const,
  );
  return choice(name, label, state[name], options, (value) =>
    go({ [name]: value, ...(name === 'names' && value === 'long' ? { lang: 'fr' } : {}) }),
  );
};

const switches = (): TemplateResult => {
  const { groups } = TEXTS[state.lang];
  return html`
    ${(['launch', 'texts', 'page'] as const).map(
      (group) => html`
        <section class="panel" aria-labelledby="${group}-switches">
          <h2 id="${group}-switches">${groups[group]}</h2>
          <div class="settings">
            ${GROUPS[group]
              .filter((name) => state.backend === 'memory' || !ONLY_IN_MEMORY.includes(name))
              .map((name) => switchFor(name))}
          </div>
        </section>
      `,
    )}
  `;
};

const about = (): string[] => {
  const t = TEXTS[state.lang].about;
  return [
    ...(unreachable ? [t.unreachable] : []),
    ...(state.settings === 'ok' || state.backend === 'server' ? [] : [t[state.settings]]),
    ...(state.host === 'idn' ? [t.idn] : []),
    ...(state.message === 'hostile' ? [t.hostile] : []),
  ];
};

/** Each round has an element and a form of its own. */
const connect = (): void => {
  const element = ownElement('ocean-referral-launch');
  const form = inPage<HTMLFormElement>('form.referral');
  // In capture: before the element itself goes on from them.
  if (form && log.listen(element, LAUNCH_EVENTS, onLaunchEvent, true))
    connectReferralForm(form, send);
};

const draw = (): void => {
  const t = TEXTS[state.lang];
  const notes = about();
  drawPage({
    address: './portal.html',
    state,
    texts: t,
    main: 'portal',
    content: html`
      <div class="columns">
        <main id="portal" tabindex="-1">
          ${notes.length ? html`<p class="about">${notes.join(' ')}</p>` : nothing}
          <div class="stage portal" data-width=${state.width} data-look=${state.look}>
            ${portal({
              state,
              backend: state.backend === 'server' ? server?.backend : memory,
              integrationId: server?.integrationIds[state.listing],
              round,
              sending,
              sent,
              activity,
              choose: (listing) => go({ listing }),
              begin,
            })}
          </div>
        </main>
        <aside>
          ${switches()} ${eventPanel(log.entries, state.lang, t.noEvents)}
          ${htmlPanel.render(snippet(state), state.lang)}
        </aside>
      </div>
    `,
    speak: (lang) => go({ lang }),
  });
  connect();
};

addEventListener('popstate', () => adopt(readState(location.search)));

draw();
void askServer();
