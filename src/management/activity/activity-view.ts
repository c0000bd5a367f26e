/** What the panel gives its views. They know no backend and keep no state. */
import type { Integration } from '../../integration/schema.js';
import type { ActivityTexts } from '../../locales/en/activity.js';
import type { Formats } from './formats.js';

export interface ActivityView {
  readonly texts: ActivityTexts;
  readonly formats: Formats;
  readonly integration: Integration;
  /** Whether anything may be sent. */
  readonly maySend: boolean;
  /** The id of an element in the page: unique, as one host shows the activity of many integrations. */
  id(name: string): string;
  /** The name of an event; its code where it has none. */
  eventName(code: string): string;
  /** Whether the details of this key are shown. */
  isOpen(key: string): boolean;
  toggle(key: string): void;
}
