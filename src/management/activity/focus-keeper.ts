/** Keeps the focus in the activity: where what had it is no longer shown, it goes to the heading above. */
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

  /** To be called once the host was asked to show something anew, and has not done so yet. */
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
