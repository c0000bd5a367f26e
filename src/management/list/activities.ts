/** The activity panels of the rows that show one. The panel's code is loaded with the first. */
import type { LitElement } from 'lit';
import type { Integration } from '../../integration/schema.js';
import type { ListTexts } from '../../locales/en/list.js';
import type { Renderable } from '../../ui/fields.js';
import { OnDemand } from '../../ui/on-demand.js';
import { onDemandTemplate } from '../../ui/on-demand-template.js';
import type { ActivityOptions, ActivityPanel } from '../activity/activity-panel.js';

export interface ActivitiesOptions extends Omit<ActivityOptions, 'sent'> {
  /** Something was sent to the endpoint of this integration. */
  sent(id: string): void;
}

export class Activities {
  private readonly part = new OnDemand(
    async () => (await import('../activity/activity-panel.js')).ActivityPanel,
    () => this.host.requestUpdate(),
  );
  /** By the integration's id; undefined while the panel's code is loading. */
  private readonly panels = new Map<string, ActivityPanel | undefined>();

  constructor(
    private readonly host: LitElement,
    private readonly options: ActivitiesOptions,
  ) {}

  toggle(id: string): void {
    if (this.panels.has(id)) this.close(id);
    else {
      this.panels.set(id, undefined);
      void this.part.load();
    }
    this.host.requestUpdate();
  }

  close(id: string): void {
    this.panels.get(id)?.close();
    this.panels.delete(id);
  }

  closeAll(): void {
    for (const id of [...this.panels.keys()]) this.close(id);
  }

  /** Undefined where it is closed. */
  render(integration: Integration, texts: ListTexts, allowed: boolean): Renderable {
    if (!this.panels.has(integration.id)) return undefined;
    const { loading, retry } = texts;
    const failed = texts.errors['network'] ?? '';
    return onDemandTemplate(this.part, { loading, failed, retry }, (Panel) =>
      this.panelOf(integration, Panel).render(integration, allowed),
    );
  }

  private panelOf(integration: Integration, Panel: typeof ActivityPanel): ActivityPanel {
    const { id } = integration;
    let panel = this.panels.get(id);
    if (!panel) {
      const sent = (): void => this.options.sent(id);
      panel = new Panel(this.host, integration, { ...this.options, sent });
      this.panels.set(id, panel);
    }
    return panel;
  }
}
