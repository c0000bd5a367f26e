/** Asks before the page is left, while something would be lost. */
import type { ReactiveController } from 'lit';
import type { LeavingHost } from '../../ui/leave-controller.js';

export class UnsavedGuard implements ReactiveController {
  constructor(
    private readonly host: LeavingHost,
    private readonly wouldLose: () => boolean,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.host.isConnected && this.wouldLose())
      addEventListener('beforeunload', this.onBeforeUnload);
    else this.hostDisconnected();
  }

  hostDisconnected(): void {
    removeEventListener('beforeunload', this.onBeforeUnload);
  }

  private readonly onBeforeUnload = (event: BeforeUnloadEvent): void => event.preventDefault();
}
