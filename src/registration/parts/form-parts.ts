/**
 * Parts of the form that load when they are first needed, so that a page pays for them only then. Each is a class that is
 * made with the form and renders into it; each brings its own texts and styles.
 */
import type { LitElement } from 'lit';
import { OnDemand } from '../../ui/on-demand.js';
import type { FormServices } from '../model/form-services.js';
import type { AdvancedSection } from './advanced/advanced-section.js';
import type { ConflictPanel } from './conflict/conflict-panel.js';
import type { DraftOffer } from './drafts/draft-offer.js';
import type { ExplanationPanel } from './explanation/explanation-panel.js';
import type { Messages } from './messages/messages.js';
import type { LaunchPreview } from './preview/launch-preview.js';
import type { SamplePanel } from './sample/sample-panel.js';

export class FormParts {
  readonly messages: OnDemand<Messages>;
  readonly drafts: OnDemand<DraftOffer>;
  readonly advanced: OnDemand<AdvancedSection>;
  readonly sample: OnDemand<SamplePanel>;
  readonly explanation: OnDemand<ExplanationPanel>;
  readonly conflict: OnDemand<ConflictPanel>;
  readonly preview: OnDemand<LaunchPreview>;
  /** Which parts the user has opened. */
  readonly open = { advanced: false, sample: false, explanation: false };

  constructor(host: LitElement, services: FormServices) {
    const part = <T>(load: () => Promise<T>) => new OnDemand(load, () => host.requestUpdate());
    this.messages = part(async () => {
      const { Messages } = await import('./messages/messages.js');
      const messages = new Messages(host);
      await messages.ready;
      return messages;
    });
    this.drafts = part(async () => {
      const { DraftOffer } = await import('./drafts/draft-offer.js');
      return new DraftOffer(host, services.store);
    });
    this.advanced = part(async () => {
      const { AdvancedSection } = await import('./advanced/advanced-section.js');
      return new AdvancedSection(host, services);
    });
    this.sample = part(async () => {
      const { SamplePanel } = await import('./sample/sample-panel.js');
      return new SamplePanel(host);
    });
    this.explanation = part(async () => {
      const { ExplanationPanel } = await import('./explanation/explanation-panel.js');
      return new ExplanationPanel(host);
    });
    this.conflict = part(async () => {
      const { ConflictPanel } = await import('./conflict/conflict-panel.js');
      return new ConflictPanel(host);
    });
    this.preview = part(async () => {
      const { LaunchPreview } = await import('./preview/launch-preview.js');
      return new LaunchPreview(host, services.store);
    });
  }
}
