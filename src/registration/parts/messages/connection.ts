/** Renders an element anew when the browser goes offline or comes back: the notice of a failed save depends on it. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export class Connection implements ReactiveController {
  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('online', this.onChange);
    addEventListener('offline', this.onChange);
  }

  hostDisconnected(): void {
    removeEventListener('online', this.onChange);
    removeEventListener('offline', this.onChange);
  }

  private readonly onChange = (): void => this.host.requestUpdate();
}
