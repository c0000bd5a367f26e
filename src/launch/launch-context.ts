/** What `<ocean-referral-launch>` tells the headers and footers inside it: the settings, and how the launch will go. */
import { createContext } from '@lit/context';
import type { LaunchSettings } from '../integration/schema.js';
import type { LaunchMode } from './launch-events.js';

/**
 * `loading`; `ready`, with settings; `none`, there is nothing to launch (the integration is disabled, or the listing has none);
 * `failed`, nobody knows.
 */
export type SettingsStatus = 'loading' | 'ready' | 'none' | 'failed';

export interface LaunchContext {
  readonly status: SettingsStatus;
  readonly settings?: Partial<LaunchSettings>;
  readonly mode: LaunchMode;
}

/** `Symbol.for`, so that two copies of the library on one page understand each other. */
export const launchContext = createContext<LaunchContext>(Symbol.for('ocean-integrations/launch'));
