/** What the demo shows, kept in the page's address, so that each state can be linked to. */
import { addressIn, readAddress } from '../shell/address.js';
import type { Choices } from '../shell/address.js';

export const SCENES = [
  'new',
  'edit',
  'loading',
  'failed',
  'read-only',
  'conflict',
  'long-french',
] as const;
export type Scene = (typeof SCENES)[number];

export const THEMES = ['auto', 'light', 'dark'] as const;
export const WIDTHS = ['full', '768', '360'] as const;
export const LATENCIES = ['0', '300', '2000'] as const;
export const DEPLOYMENTS = ['public', 'on-premise', 'development'] as const;
export const LOOKS = ['own', 'branded'] as const;
export const BACKENDS = ['memory', 'server'] as const;

export interface DemoState {
  scene: Scene;
  lang: 'en' | 'fr';
  theme: (typeof THEMES)[number];
  width: (typeof WIDTHS)[number];
  latency: (typeof LATENCIES)[number];
  deployment: (typeof DEPLOYMENTS)[number];
  look: (typeof LOOKS)[number];
  backend: (typeof BACKENDS)[number];
  /** The integration that is open; empty for a new one. */
  id: string;
}

const CHOICES: Choices<DemoState> = {
  scene: SCENES,
  lang: ['en', 'fr'],
  theme: THEMES,
  width: WIDTHS,
  latency: LATENCIES,
  deployment: DEPLOYMENTS,
  look: LOOKS,
  backend: BACKENDS,
};

const DEFAULTS: DemoState = {
  scene: 'new',
  lang: 'en',
  theme: 'auto',
  width: 'full',
  latency: '300',
  deployment: 'public',
  look: 'own',
  backend: 'memory',
  id: '',
};

/** Scenes that only a backend in memory can be brought into. */
const IN_MEMORY: readonly Scene[] = ['loading', 'failed', 'conflict', 'long-french'];

export const scenesOf = ({ backend }: DemoState): readonly Scene[] =>
  backend === 'memory' ? SCENES : SCENES.filter((scene) => !IN_MEMORY.includes(scene));

export const readState = (search: string): DemoState => {
  const state = readAddress(search, DEFAULTS, CHOICES);
  return scenesOf(state).includes(state.scene) ? state : { ...state, scene: 'new' };
};

export const addressOf = (state: DemoState): string => addressIn(state, DEFAULTS, './');
