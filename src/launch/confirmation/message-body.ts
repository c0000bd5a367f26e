/**
 * A confirmation message as an element to render: sanitised, its placeholders filled in, the host of each link shown. What makes it
 * safe is loaded with the first message.
 */
import type { OnDemand } from '../../ui/on-demand.js';
import type * as safeHtml from '../../ui/safe-html.js';
import type { Placeholder } from '../../ui/safe-html.js';

export type SafeHtml = typeof safeHtml;

type Values = Readonly<Record<Placeholder, string>>;

/** The host beside a link's words: a sender sees where it leads before going there. */
const showHost = (link: HTMLAnchorElement): void => {
  if (!/^https?:$/.test(link.protocol)) return;
  // A sender who follows it comes back to the confirmation.
  link.target = '_blank';
  if (link.textContent.includes(link.host)) return;
  const host = document.createElement('span');
  host.translate = false;
  host.textContent = ` (${link.host})`;
  link.after(host);
};

export class MessageBody {
  /** The message to show; undefined while it is on its way. */
  element?: HTMLElement;
  private wanted?: string;

  constructor(
    private readonly safeHtml: OnDemand<SafeHtml>,
    private readonly changed: () => void,
  ) {}

  /** Shows `message`; asked for the same again, it does nothing. */
  follow(message: string, values: Values): void {
    const wanted = JSON.stringify([message, values]);
    if (wanted === this.wanted) return;
    this.wanted = wanted;
    if (message) void this.prepare(message, values, wanted);
    else this.element = undefined;
  }

  /** Whether the message can't be made safe here, and so is not shown. */
  get failed(): boolean {
    return this.safeHtml.failed;
  }

  private async prepare(message: string, values: Values, wanted: string): Promise<void> {
    await this.safeHtml.load();
    const { value: tools } = this.safeHtml;
    if (!tools) return;
    const fragment = await tools.sanitizeMessage(message);
    if (wanted !== this.wanted) return;
    const element = document.createElement('div');
    element.append(fragment);
    tools.fillPlaceholders(element, values);
    element.querySelectorAll('a').forEach(showHost);
    this.element = element;
    this.changed();
  }
}
