/** Opens the list of integrations as a host's page would, with the in-memory backend behind it; and reads it as its users do. */
import { fixture, html } from '@open-wc/testing';
import { MemoryBackend } from '../../../src/backend/memory.js';
import type {
  CallOptions,
  IntegrationBackend,
  IntegrationQuery,
} from '../../../src/backend/backend.js';
import '../../../src/define/integration-list.js';
import type { Integration, LaunchSettings } from '../../../src/integration/schema.js';
import type { OceanIntegrationList } from '../../../src/management/list/integration-list.js';
import { DRAFT } from '../../support/forms.js';
import { allByRole, byRole, enter, readText, until } from '../../support/queries.js';

export const LAUNCH: LaunchSettings = {
  companyName: 'Northern Imaging',
  applicationName: 'NI Booking',
  category: 'Diagnostic imaging',
  baseLaunchUrl: 'https://book.northern-imaging.example/start',
  useIframe: false,
};

/** One integration, whole. */
export const integration = (
  id: string,
  name: string,
  change: Partial<Integration> = {},
): Integration => ({
  ...DRAFT,
  launch: null,
  enabled: true,
  id,
  version: 'v1',
  name,
  endpoint: { status: 'verified', httpStatus: 200 },
  createdAt: '2026-03-02T15:04:05.000Z',
  updatedAt: '2026-03-02T15:04:05.000Z',
  ...change,
});

/** One of each health, the newest first. */
export const SOME: readonly Integration[] = [
  integration('i-1', 'Amber Imaging', { launch: LAUNCH }),
  integration('i-2', 'Birch Messages', {
    module: 'patient-engagement',
    payload: { format: 'ocean-json' },
    requestUrl: 'https://status-404.birch.example/ocean',
    endpoint: {
      status: 'failing',
      httpStatus: 404,
      reason: 'http-status',
      checkedAt: '2026-03-03T15:00:00.000Z',
      since: '2026-03-01T15:00:00.000Z',
    },
    events: ['notify-patient-note-added', 'notify-patient-message-forms-completion'],
  }),
  integration('i-3', 'Cedar Lab', {
    requestUrl: 'https://deliveries.cedar.example/ocean',
    endpoint: { status: 'erroring', httpStatus: null, reason: 'tls' },
    enabled: false,
  }),
  integration('i-4', 'Dune Clinic', { endpoint: { status: 'unchecked' } }),
];

/** So many, named by their number. */
export const many = (count: number): Integration[] =>
  Array.from({ length: count }, (_, index) =>
    integration(`i-${index + 1}`, `Clinic ${index + 1}`, {
      requestUrl: `https://hooks.clinic-${index + 1}.example/ocean`,
    }),
  );

/** Whose list answers when it is told to, in any order. */
export class HeldBackend extends MemoryBackend {
  holds = false;
  readonly asked: IntegrationQuery[] = [];
  private readonly gates: (() => void)[] = [];

  override async listIntegrations(query: IntegrationQuery = {}, options?: CallOptions) {
    this.asked.push(query);
    if (!this.holds) return super.listIntegrations(query, options);
    const answer = await super.listIntegrations(query);
    await new Promise<void>((resolve) => this.gates.push(resolve));
    return answer;
  }

  /** Lets the answer out that waits longest, or another one. */
  answer(index = 0): void {
    const [gate] = this.gates.splice(index, 1);
    if (!gate) throw new Error('Nothing waits.');
    gate();
  }

  get waiting(): number {
    return this.gates.length;
  }
}

type Settings = Partial<
  Pick<OceanIntegrationList, 'module' | 'pageSize' | 'capabilities' | 'deployment'>
>;

export interface ListOptions extends Settings {
  backend?: IntegrationBackend;
  integrations?: readonly Integration[];
  lang?: string;
  width?: string;
}

/** As soon as it stands in the page. */
export const mountList = async ({
  integrations = SOME,
  backend = new MemoryBackend({ integrations }),
  lang = 'en',
  ...settings
}: ListOptions = {}): Promise<OceanIntegrationList> => {
  const page = await fixture<HTMLElement>(html`<div lang=${lang}></div>`);
  const list = document.createElement('ocean-integration-list');
  Object.assign(list, settings, { backend });
  page.append(list);
  await list.updateComplete;
  return list;
};

/** Once its rows are there. */
export const openList = async (options: ListOptions = {}): Promise<OceanIntegrationList> => {
  const list = await mountList(options);
  await until(() => namesOf(list).length > 0);
  return list;
};

export const textOf = (list: OceanIntegrationList): string => readText(list.shadowRoot);

/** The integrations that are shown, by name. */
export const namesOf = (list: OceanIntegrationList): string[] =>
  allByRole(list, 'button', /^(?:Open|Ouvrir) /)
    .filter((button) => button.closest('[role=rowheader]'))
    .map(readText);

export const rowOf = (list: OceanIntegrationList, name: string): HTMLElement => {
  const row = allByRole(list, 'row').find((each) =>
    allByRole(each, 'button').some((button) => readText(button) === name),
  );
  if (!row) throw new Error(`There is no row of ${name}: ${namesOf(list).join(', ')}.`);
  return row;
};

/** What stands below a row: its problem, or its details. */
export const belowOf = (list: OceanIntegrationList, name: string): string => {
  const below: string[] = [];
  let next = rowOf(list, name).nextElementSibling;
  while (next?.classList.contains('below')) {
    below.push(readText(next));
    next = next.nextElementSibling;
  }
  return below.join(' ');
};

export const openDetails = async (list: OceanIntegrationList, name: string): Promise<void> => {
  byRole(list, 'button', new RegExp(`^(?:Details of|Détails\\s:) ${name}$`)).click();
  await list.updateComplete;
};

export const press = async (list: OceanIntegrationList, name: string | RegExp): Promise<void> => {
  (await until(() => byRole(list, 'button', name))).click();
  await list.updateComplete;
};

export const switchOf = (list: OceanIntegrationList, name: string): HTMLElement =>
  byRole(list, 'switch', new RegExp(`^(?:Enable|Activer) ${name}$`));

export const search = (list: OceanIntegrationList, text: string): void =>
  enter(byRole(list, 'searchbox'), text);

/** What a screen reader was told last. */
export const saidBy = (list: OceanIntegrationList): string =>
  readText(list.shadowRoot?.querySelector('.visually-hidden[role=status]'));

/** What has the focus, by its words. */
export const focusIn = (list: OceanIntegrationList): string => {
  const focused = list.shadowRoot?.activeElement;
  return focused ? (focused.getAttribute('aria-label') ?? (readText(focused) || focused.id)) : '';
};

export const eventsOf = (
  list: OceanIntegrationList,
  { cancel = false }: { cancel?: boolean } = {},
): { type: string; detail: unknown }[] => {
  const heard: { type: string; detail: unknown }[] = [];
  for (const type of ['ocean-select', 'ocean-register', 'ocean-deleted', 'ocean-error'])
    list.addEventListener(type, (event) => {
      if (cancel) event.preventDefault();
      heard.push({ type, detail: (event as CustomEvent).detail });
    });
  return heard;
};

/** Lets timers of exactly this length run sooner, as nobody wants to wait for them. */
export const hastening = (from: number, to: number): (() => void) => {
  const native = window.setTimeout;
  const hastened = (run: () => void, wait?: number) => native(run, wait === from ? to : wait);
  Object.assign(window, { setTimeout: hastened });
  return () => void Object.assign(window, { setTimeout: native });
};
