/** What the admin page shows, kept in its address: an integration that is open can be linked to. */
import { addressIn, readAddress } from '../shell/address.js';
import type { Choices } from '../shell/address.js';

export const CHOICES = {
  lang: ['en', 'fr'],
  theme: ['auto', 'light', 'dark'],
  width: ['full', '768', '360', '320'],
  latency: ['0', '300', '2000'],
  backend: ['memory', 'server'],
  /** How many integrations the in-memory backend starts with. */
  seed: ['0', '12', '1000', '10000'],
  /** The site whose integrations the reference server gives. */
  site: ['1234', '5678'],
  rights: ['all', 'read-only'],
  view: ['list', 'register'],
} as const satisfies Choices<Record<string, string>>;

export type AdminState = {
  [K in keyof typeof CHOICES]: (typeof CHOICES)[K][number];
} & {
  /** The integration that is open; empty where none is. */
  id: string;
};

const USUAL: AdminState = {
  lang: 'en',
  theme: 'auto',
  width: 'full',
  latency: '300',
  backend: 'memory',
  seed: '12',
  site: '1234',
  rights: 'all',
  view: 'list',
  id: '',
};

export const readState = (search: string): AdminState => readAddress(search, USUAL, CHOICES);

export const addressOf = (state: AdminState): string => addressIn(state, USUAL, './admin.html');
