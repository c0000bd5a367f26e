/** What the portal page shows, kept in its address. The referral is not: nothing of it belongs into an address. */
import { addressIn, readAddress } from '../shell/address.js';
import type { Choices } from '../shell/address.js';

const NO_YES = ['no', 'yes'] as const;

export const CHOICES = {
  lang: ['en', 'fr'],
  theme: ['auto', 'light', 'dark'],
  width: ['full', '768', '360'],
  look: ['own', 'branded'],
  latency: ['0', '300', '2000'],
  backend: ['memory', 'server'],
  target: ['self', 'blank'],
  iframe: NO_YES,
  modal: NO_YES,
  auto: ['off', '20', '60'],
  system: ['answering', 'silent', 'refusing'],
  /** Who makes the launch URL, and what comes of it. */
  url: ['widget', 'backend', 'expired', 'unavailable'],
  settings: ['ok', 'loading', 'failed', 'disabled'],
  names: ['usual', 'long'],
  logo: ['none', 'picture', 'broken'],
  message: ['default', 'plain', 'rich', 'hostile'],
  host: ['usual', 'idn'],
} as const satisfies Choices<Record<string, string>>;

export type PortalState = {
  [K in keyof typeof CHOICES]: (typeof CHOICES)[K][number];
} & {
  /** The directory listing that is referred to. */
  listing: string;
};

const USUAL: PortalState = {
  lang: 'en',
  theme: 'auto',
  width: 'full',
  look: 'own',
  latency: '300',
  backend: 'memory',
  target: 'self',
  iframe: 'no',
  modal: 'no',
  auto: 'off',
  system: 'answering',
  url: 'widget',
  settings: 'ok',
  names: 'usual',
  logo: 'picture',
  message: 'default',
  host: 'usual',
  listing: 'listing-mri',
};

export const readState = (search: string): PortalState => readAddress(search, USUAL, CHOICES);

export const addressOf = (state: PortalState): string => addressIn(state, USUAL, './portal.html');
