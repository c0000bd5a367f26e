/** Headers and footers of the portal's own, inside the slot: the launch leaves out its own ones then. */
import type { ReactiveControllerHost } from 'lit';
import { launchContext } from '../launch-context.js';

export class OwnBanners {
  private readonly known = new Set<Element>();

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addEventListener('context-request', (event) => this.onContextRequest(event));
  }

  has(name: 'ocean-referral-header' | 'ocean-referral-footer'): boolean {
    return [...this.known].some((element) => element.localName === name && element.isConnected);
  }

  /** Whatever stands inside and shows the launch asks for it so. */
  private onContextRequest(event: Event & { context?: unknown }): void {
    const [asking] = event.composedPath();
    if (event.context !== launchContext || !(asking instanceof Element)) return;
    if (this.host.shadowRoot?.contains(asking)) return;
    for (const gone of this.known) if (!gone.isConnected) this.known.delete(gone);
    this.known.add(asking);
    this.host.requestUpdate();
  }
}
