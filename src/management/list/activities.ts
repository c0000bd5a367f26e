/** The activity of the integrations whose rows show it; the part that shows it is loaded with the first. */
import type { LitElement } from 'lit';
import type { Integration } from '../../integration/schema.js';
import type { ListTexts } from '../../locales/en/list.js';
import type { Renderable } from '../../ui/fields.js';
import { OnDemand } from '../../ui/on-demand.js';
import { onDemandTemplate } from '../../ui/on-demand-template.js';
import type { ActivityPanel, ActivityPorts } from '../activity/activity-panel.js';

/** What a panel asks for, told for which integration. */
export interface ActivitiesPorts extends Omit<ActivityPorts, 'sent'> {
  sent(id: string): void;
}

export class Activities {
  private readonly part = new OnDemand(
    async () => (await import('../activity/activity-panel.js')).ActivityPanel,
    () => this.host.requestUpdate(),
  );
  /** By the integration's id; undefined while the part is on its way. */
  private readonly panels = new Map<string, ActivityPanel | undefined>();

  constructor(
    private readonly host: LitElement,
    private readonly ports: ActivitiesPorts,
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
      const sent = (): void => this.ports.sent(id);
      panel = new Panel(this.host, integration, { ...this.ports, sent });
      this.panels.set(id, panel);
    }
    return panel;
  }
}
