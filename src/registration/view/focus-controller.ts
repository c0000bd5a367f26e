/** Moves the focus to an element of a widget as soon as that element is rendered. */
import type { LitElement, ReactiveController } from 'lit';

export class FocusController implements ReactiveController {
  private id?: string;

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  /** The latest request wins. An element that is not there yet gets the focus once it is. */
  request(id: string): void {
    this.id = id;
    this.host.requestUpdate();
  }

  hostUpdated(): void {
    const target = this.id && this.host.renderRoot.querySelector<HTMLElement>(`#${this.id}`);
    if (!target) return;
    this.id = undefined;
    target.focus();
  }
}
