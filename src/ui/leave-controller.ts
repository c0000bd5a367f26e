/**
 * Gives up work when its element has left the page for good. Moving an element takes it out and puts it back at once, and
 * interrupts nothing.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What controllers of this folder need of their element. */
export type LeavingHost = ReactiveControllerHost & Pick<Element, 'isConnected'>;

export class LeaveController implements ReactiveController {
  private isGone = false;

  /**
   * @param left gives up what is under way
   * @param returned the element is back after it had left; its next update, which follows, starts again what it needs
   */
  constructor(
    private readonly host: LeavingHost,
    private readonly left: () => void,
    private readonly returned?: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    if (!this.isGone) return;
    this.isGone = false;
    this.returned?.();
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (this.host.isConnected || this.isGone) return;
      this.isGone = true;
      this.left();
    });
  }
}
