/** A small element that shows the activity of one integration, as the list's row does; and a backend to show it of. */
import { fixture, html as page } from '@open-wc/testing';
import { LitElement, html, nothing } from 'lit';
import { MemoryBackend } from '../../../src/backend/memory.js';
import { BackendConsumer } from '../../../src/backend/backend-consumer.js';
import type { Delivery, IntegrationBackend } from '../../../src/backend/backend.js';
import type { Integration, IntegrationDraft } from '../../../src/integration/schema.js';
import { ActivityPanel } from '../../../src/management/activity/activity-panel.js';
import controls from '../../../src/ui/controls.styles.js';
import fieldStyles from '../../../src/ui/field.styles.js';
import tokens from '../../../src/ui/tokens.styles.js';
import { DRAFT } from '../../support/forms.js';
import { until } from '../../support/queries.js';

export class ActivityHost extends LitElement {
  static override styles = [tokens, controls, fieldStyles];
  static override properties = {
    integration: { attribute: false },
    backend: { attribute: false },
    mayAct: { attribute: false },
    open: { attribute: false },
  };

  declare integration: Integration;
  declare backend: IntegrationBackend;
  declare mayAct: boolean;
  declare open: boolean;

  readonly reported: string[] = [];
  readonly said: string[] = [];
  private readonly consumer = new BackendConsumer(this, () => 'en-CA');
  private panel?: ActivityPanel;

  constructor() {
    super();
    this.mayAct = true;
    this.open = true;
    this.addEventListener('ocean-error', ({ detail }) => this.reported.push(detail.kind));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.close();
  }

  close(): void {
    this.panel?.close();
    this.panel = undefined;
    this.open = false;
  }

  protected override render() {
    if (!this.open) return nothing;
    this.panel ??= new ActivityPanel(this, this.integration, {
      consumer: this.consumer,
      announce: (text) => this.said.push(text),
    });
    return html`<div lang="${this.closest('[lang]')?.getAttribute('lang') ?? 'en'}">
      ${this.panel.render(this.integration, this.mayAct)}
    </div>`;
  }
}

customElements.define('activity-host', ActivityHost);

export interface Shown {
  readonly host: ActivityHost;
  readonly backend: MemoryBackend;
  readonly integration: Integration;
}

export interface ShowOptions {
  backend?: MemoryBackend;
  draft?: Partial<IntegrationDraft>;
  /** Test events that were sent before. */
  sent?: number;
  lang?: string;
  mayAct?: boolean;
  /** What stands between the panel and the in-memory backend. */
  through?: (backend: MemoryBackend) => IntegrationBackend;
}

let registered = 0;

/** As soon as it stands in the page. */
export const mount = async ({
  backend = new MemoryBackend(),
  draft = {},
  sent = 0,
  lang = 'en',
  mayAct = true,
  through = (each) => each,
}: ShowOptions = {}): Promise<Shown> => {
  const { latency } = backend;
  backend.latency = 0;
  const integration = await backend.registerIntegration(
    { ...DRAFT, ...draft },
    { idempotencyKey: `activity-${++registered}` },
  );
  const [eventType = ''] = integration.events;
  for (let number = 0; number < sent; number++)
    await backend.sendTestEvent(integration.id, { eventType });
  backend.latency = latency;
  const holder = await fixture<HTMLElement>(
    page`<div lang=${lang}>
      <activity-host .integration=${integration} .backend=${through(backend)} .mayAct=${mayAct}></activity-host>
    </div>`,
  );
  return { host: holder.querySelector('activity-host') as ActivityHost, backend, integration };
};

/** Ready to be used: with the deliveries. */
export const show = async (options?: ShowOptions): Promise<Shown> => {
  const shown = await mount(options);
  const { shadowRoot } = shown.host;
  await until(() => shadowRoot?.querySelector('.activity-filter ~ :not([role=status])'));
  return shown;
};

/** Asks for the deliveries now, as when the page is looked at again. */
export const lookAgain = (): void => {
  document.dispatchEvent(new Event('visibilitychange'));
};

/** A backend whose deliveries are given: the in-memory one makes each of its own by a test event. */
export const withDeliveries =
  (all: readonly Delivery[], asked: { cursor?: string }[] = []) =>
  (backend: MemoryBackend): IntegrationBackend =>
    new Proxy<IntegrationBackend>(backend, {
      get(target, name, receiver) {
        if (name !== 'listDeliveries') {
          const member: unknown = Reflect.get(target, name, receiver);
          return typeof member === 'function' ? (member.bind(target) as unknown) : member;
        }
        return async (_id: string, query: { cursor?: string; status?: string; limit?: number }) => {
          asked.push(query);
          const found = all.filter(({ status }) => !query.status || status === query.status);
          const from = Number(query.cursor ?? 0);
          const end = from + (query.limit ?? 50);
          return {
            items: found.slice(from, end),
            nextCursor: end < found.length ? String(end) : null,
            total: found.length,
          };
        };
      },
    });
