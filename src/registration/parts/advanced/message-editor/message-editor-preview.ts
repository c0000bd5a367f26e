/** How a message will look: sanitised, with its placeholders filled in. Made after each pause in typing; the latest wins. */
import { fillPlaceholders, inspectMessage, showPlaces } from '../../../../ui/safe-html.js';
import type { InspectedMessage, Placeholder } from '../../../../ui/safe-html.js';

/** Milliseconds that typing has to pause. */
const TYPING_PAUSE = 150;

export type PlaceholderValues = Record<Placeholder, string>;

export class MessagePreview {
  /** The message that `inspected` is about; undefined before the first. */
  source?: string;
  inspected?: InspectedMessage;
  private wanted?: string;
  private timer?: ReturnType<typeof setTimeout>;
  private filled?: { inspected: InspectedMessage; values: string; element: HTMLElement };

  constructor(private readonly changed: () => void) {}

  update(message: string): void {
    if (message === this.wanted) return;
    const pause = this.wanted === undefined ? 0 : TYPING_PAUSE;
    this.wanted = message;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.inspect(message), pause);
  }

  /** The message in an element to render; the same one as long as nothing has changed. */
  element(values: PlaceholderValues): HTMLElement | undefined {
    const { inspected } = this;
    if (!inspected) return undefined;
    const key = JSON.stringify(values);
    if (this.filled?.inspected !== inspected || this.filled.values !== key) {
      const element = document.createElement('div');
      element.append(inspected.fragment.cloneNode(true));
      fillPlaceholders(element, values);
      showPlaces(element);
      // A reader of the preview stays in the form.
      for (const link of element.querySelectorAll('a')) link.target = '_blank';
      this.filled = { inspected, values: key, element };
    }
    return this.filled.element;
  }

  private async inspect(message: string): Promise<void> {
    const inspected = await inspectMessage(message);
    if (message !== this.wanted) return;
    this.source = message;
    this.inspected = inspected;
    this.changed();
  }
}
