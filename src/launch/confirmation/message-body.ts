/**
 * A confirmation message as an element to render: sanitised, its placeholders filled in, the place that each link leads to shown. The
 * sanitiser is loaded with the first message.
 */
import { LatestRequest } from '../../ui/latest-request.js';
import type { OnDemand } from '../../ui/on-demand.js';
import type * as safeHtml from '../../ui/safe-html.js';
import type { Placeholder } from '../../ui/safe-html.js';

export type SafeHtml = typeof safeHtml;

type Values = Readonly<Record<Placeholder, string>>;

export class MessageBody {
  /** The message to show; undefined while it is being prepared. */
  element?: HTMLElement;
  private wanted?: string;
  private readonly preparation = new LatestRequest();

  constructor(
    private readonly safeHtml: OnDemand<SafeHtml>,
    private readonly changed: () => void,
  ) {}

  /** Prepares `message`, where it or a value has changed. */
  update(message: string, values: Values): void {
    const wanted = JSON.stringify([message, values]);
    if (wanted === this.wanted) return;
    this.wanted = wanted;
    void this.show(message, values);
  }

  /** The message can't be made safe here, and so is not shown. */
  get failed(): boolean {
    return this.safeHtml.failed;
  }

  private async show(message: string, values: Values): Promise<void> {
    if (!message) {
      this.preparation.abort();
      this.element = undefined;
      return;
    }
    const answer = await this.preparation.run(() => this.prepare(message, values));
    if (!answer) return;
    if (!answer.ok) throw answer.error;
    if (!answer.value) return;
    this.element = answer.value;
    this.changed();
  }

  private async prepare(message: string, values: Values): Promise<HTMLElement | undefined> {
    await this.safeHtml.load();
    const { value: tools } = this.safeHtml;
    if (!tools) return undefined;
    const element = document.createElement('div');
    element.append(await tools.sanitizeMessage(message));
    tools.fillPlaceholders(element, values);
    tools.showPlaces(element);
    // A sender who follows a link comes back to the confirmation.
    for (const link of element.querySelectorAll('a'))
      if (/^https?:$/.test(link.protocol)) link.target = '_blank';
    return element;
  }
}
