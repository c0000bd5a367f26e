/** What is shown of one integration's activity: a test event, what was delivered, and delivering again. One per open row. */
import { plainName } from '../../integration/plain-name.js';
import { html, nothing } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import type { BackendConsumer } from '../../backend/backend-consumer.js';
import type { IntegrationBackend } from '../../backend/backend.js';
import { call } from '../../backend/call.js';
import type { Integration } from '../../integration/schema.js';
import type { samplePayload } from '../../integration/samples/index.js';
import { texts as english } from '../../locales/en/activity.js';
import type { ActivityTexts } from '../../locales/en/activity.js';
import { addStyles } from '../../ui/add-styles.js';
import { CopyableCode } from '../../ui/copyable-code.js';
import { Localize } from '../../ui/localize.js';
import { OnDemand } from '../../ui/on-demand.js';
import { shorten, textIn } from '../../ui/text.js';
import type { ActivityContext } from './activity-context.js';
import styles from './activity-panel.styles.js';
import type { ActivityView } from './activity-view.js';
import { BulkRedelivery } from './bulk-redelivery.js';
import { DeliveryLog } from './delivery-log.js';
import { FocusKeeper } from './focus-keeper.js';
import { formatsFor } from './formats.js';
import type { Formats } from './formats.js';
import { Redelivery } from './redelivery.js';
import { TestEvent } from './test-event.js';
import { bulk } from './views/bulk.js';
import { attemptsKey } from './views/delivery.js';
import { deliveries } from './views/deliveries.js';
import { failure } from './views/failure.js';
import { testEvent } from './views/test-event.js';

export interface ActivityOptions {
  readonly consumer: Pick<BackendConsumer, 'localized' | 'report'>;
  announce(text: string): void;
  /** Something was sent, so the endpoint's health may have changed. */
  sent?(): void;
}

/** Nothing moves while the focus is in one of these. */
const READ = '.delivery-list, .delivery-line, .activity-older';

/** An id for the page: selectors and lists of ids must be able to name it, and a backend's ids may hold anything. */
const idOf = (text: string): string =>
  text.replace(/[^\w-]/g, (character) => `_${character.charCodeAt(0).toString(16)}_`);

export class ActivityPanel {
  private readonly rootId: string;
  private readonly focus: FocusKeeper;
  private readonly localize: Localize<ActivityTexts>;
  private readonly code: CopyableCode;
  private readonly sample: OnDemand<typeof samplePayload>;
  private readonly log: DeliveryLog;
  private readonly test: TestEvent;
  private readonly redelivery: Redelivery;
  private readonly bulk: BulkRedelivery;

  /** Keys of the details that are shown. */
  private readonly opened = new Set<string>();
  private backend?: IntegrationBackend;
  /** The backend has refused to send, as this user may not. */
  private lostSending = false;
  private closed = false;
  private formats?: { tag: string; value: Formats };

  constructor(
    private readonly host: LitElement,
    integration: Integration,
    private readonly options: ActivityOptions,
  ) {
    addStyles(host, styles);
    this.rootId = `activity-${idOf(integration.id)}`;
    this.focus = new FocusKeeper(host, this.rootId);
    this.code = new CopyableCode(host, `${this.rootId}-sample`);
    this.sample = new OnDemand(
      async () => (await import('../../integration/samples/index.js')).samplePayload,
      () => this.changed(),
    );
    const context = this.contextOf(integration.id);
    this.log = new DeliveryLog(context, {
      reading: () =>
        this.focus.within(READ) ||
        this.log.rows.items.some(({ id }) => this.opened.has(attemptsKey(id))),
      loaded: (items) => this.test.updateResult(items),
    });
    this.test = new TestEvent(context);
    this.redelivery = new Redelivery(context);
    this.bulk = new BulkRedelivery(context);
    this.localize = new Localize<ActivityTexts>(host, {
      en: english,
      fr: async () => (await import('../../locales/fr/activity.js')).texts,
    });
  }

  /** @param mayAct whether this user may send anything */
  render(integration: Integration, mayAct: boolean): TemplateResult {
    this.update(integration, mayAct);
    const { texts } = this.localize;
    // The French ones are being loaded.
    if (!texts) return html`<p class="quiet">${english.loadingPart}</p>`;
    const view = this.viewOf(integration, texts, mayAct && !this.lostSending);
    const { problem } = this.log;
    return html`
      <section class="activity" id=${this.rootId} aria-labelledby=${view.id('title')}>
        <h4 id=${view.id('title')} tabindex="-1">${texts.title(plainName(integration.name))}</h4>
        ${
          problem?.kind === 'forbidden'
            ? failure(view, problem, { heading: texts.noReading })
            : html`
                ${view.maySend ? this.renderTest(view) : this.renderReadonly(view)}
                ${deliveries(view, this.log, this.redelivery)}
                ${view.maySend ? bulk(view, this.bulk) : nothing}
              `
        }
      </section>
    `;
  }

  /** The row was closed, or the element has left the page: stops polling and aborts requests. */
  close(): void {
    this.closed = true;
    this.clear();
    this.localize.hostDisconnected();
    this.host.removeController(this.localize);
  }

  private renderTest(view: ActivityView): TemplateResult {
    return testEvent(view, this.test, {
      sample: this.sample,
      code: this.code,
      announce: (text) => this.options.announce(text),
    });
  }

  private renderReadonly({ texts }: ActivityView): TemplateResult {
    return this.lostSending
      ? html`<p class="notice" part="notice" data-tone="warning" role="alert">
          ${texts.lostSending}
        </p>`
      : html`<p class="hint">${texts.noSending}</p>`;
  }

  /** Another backend knows other deliveries. */
  private update(integration: Integration, mayAct: boolean): void {
    if (this.closed) return;
    const backend = this.options.consumer.localized;
    if (backend !== this.backend) {
      this.clear();
      this.backend = backend;
      this.lostSending = false;
    }
    if (!backend) return;
    this.log.start();
    this.test.update(integration);
    if (!mayAct) this.bulk.stop();
  }

  private clear(): void {
    this.log.clear();
    this.test.clear();
    this.redelivery.stop();
    this.bulk.abort();
  }

  private changed(): void {
    if (this.closed) return;
    this.host.requestUpdate();
    void this.focus.keep();
  }

  private contextOf(id: string): ActivityContext {
    const { consumer } = this.options;
    const backend = (): IntegrationBackend | undefined => this.backend;
    return {
      id,
      get backend() {
        return backend();
      },
      call: (request, signal) => call(this.backend, request, signal),
      changed: () => this.changed(),
      announce: (read) => {
        const { texts } = this.localize;
        if (texts) this.options.announce(read(texts));
      },
      report: (error) => consumer.report(error),
      reportSending: (error) => {
        if (error.kind === 'forbidden') this.lostSending = true;
        this.log.pauseFor(error.retryAfter);
        consumer.report(error);
      },
      added: (delivery) => this.log.add(delivery),
      updated: (delivery) => {
        this.log.rows.replace(delivery);
        this.test.updateResult([delivery]);
      },
      refresh: () => {
        this.log.refresh();
        this.options.sent?.();
      },
    };
  }

  private viewOf(integration: Integration, texts: ActivityTexts, maySend: boolean): ActivityView {
    const { language, tag } = this.localize;
    if (this.formats?.tag !== tag) this.formats = { tag, value: formatsFor(tag) };
    const names = new Map(this.test.known.map(({ code, name }) => [code, textIn(name, language)]));
    return {
      texts,
      formats: this.formats.value,
      integration,
      maySend,
      id: (name) => `${this.rootId}-${idOf(name)}`,
      eventName: (code) => names.get(code) || shorten(code, 80),
      isOpen: (key) => this.opened.has(key),
      toggle: (key) => {
        if (!this.opened.delete(key)) this.opened.add(key);
        this.changed();
      },
    };
  }
}
