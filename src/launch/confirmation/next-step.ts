/** What a confirmation offers next, and what it may ask for. Without a DOM beyond the event's type. */
import type { LaunchFailure, LaunchMode } from '../launch-events.js';
import type { SettingsStatus } from '../launch-context.js';
import type { LaunchWay } from '../launch-state.js';

export interface NextStep {
  readonly status: SettingsStatus;
  readonly mode: LaunchMode;
  /** Where to go, as soon as it is known: then going on is a link. */
  readonly url: string | undefined;
  /** The host that is opened, where it is another than the settings name. */
  readonly host?: string | undefined;
  /** Being opened. */
  readonly busy: boolean;
  /** How it was opened, where it was or is finished. */
  readonly done: LaunchWay | undefined;
  readonly failure: LaunchFailure | undefined;
  /** The sender goes on. `preventDefault()` of the event keeps a link from being followed. */
  proceed(event: Event, mode: LaunchMode): void;
  /** The settings are asked for again. */
  retry(): void;
}

/** The mode of a click on a link: with a modifier key, browsers open a new tab. */
export const modeOf = (event: Event, mode: LaunchMode): LaunchMode => {
  const { ctrlKey, metaKey, shiftKey, button } = event as Partial<MouseEvent>;
  return mode === 'self' && (ctrlKey || metaKey || shiftKey || button === 1) ? 'blank' : mode;
};
