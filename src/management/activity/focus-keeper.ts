/** Keeps the focus in the activity: where the focused element goes, the heading above it takes the focus. */
import type { LitElement } from 'lit';

/** A section's heading can take the focus, but is not in the order of Tab. */
const SECTION = 'section';
const HEADING = ':scope > :is(h4, h5)[tabindex]';

export class FocusKeeper {
  constructor(
    private readonly host: LitElement,
    /** Id of the element that holds all. */
    private readonly rootId: string,
  ) {}

  /** The focused element within `selector`, in the activity. */
  within(selector: string): boolean {
    return Boolean(this.focused?.closest(selector));
  }

  /** Call it after `requestUpdate` and before the update. */
  async keep(): Promise<void> {
    const { focused } = this;
    if (!focused) return;
    const sections: Element[] = [];
    for (
      let next = focused.closest(SECTION);
      next;
      next = next.parentElement?.closest(SECTION) ?? null
    )
      sections.push(next);
    await this.host.updateComplete;
    if (focused.isConnected && focused.checkVisibility()) return;
    const { activeElement } = this.host.renderRoot as ShadowRoot;
    if (activeElement) return;
    sections
      .find((section) => section.isConnected)
      ?.querySelector<HTMLElement>(HEADING)
      ?.focus();
  }

  private get focused(): Element | null {
    const root = this.host.renderRoot;
    const active = root instanceof ShadowRoot ? root.activeElement : null;
    return active?.closest(`#${this.rootId}`) ? active : null;
  }
}
