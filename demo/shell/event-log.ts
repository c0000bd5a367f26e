/** A line for each event that an element fires: its name and a short detail. No secret is in any of them. */
import type { BackendError } from '../../src/backend/backend-error.js';

export interface LoggedEvent {
  time: string;
  type: string;
  detail: string;
}

/** A launch URL tells where it leads; its parameters are the launched system's alone. */
const withoutParameters = (url: string): string => url.replace(/[?#].*$/s, '?…');

const shown = (key: string, value: unknown): unknown => {
  if (Array.isArray(value) && key === 'events') return `${value.length} events`;
  if (typeof value === 'string' && key === 'url') return withoutParameters(value);
  return value instanceof Error ? (value as BackendError).kind : value;
};

const detailOf = (event: Event): string => {
  if (!(event instanceof CustomEvent)) return '';
  const detail: unknown = event.detail;
  if (detail instanceof Error) return `kind: ${(detail as BackendError).kind}`;
  if (typeof detail !== 'object' || detail === null) return '';
  return JSON.stringify(detail, shown).slice(0, 300);
};

export const describeEvent = (event: Event): LoggedEvent => ({
  time: new Date().toLocaleTimeString('en-CA', { hour12: false }),
  type: event.type,
  detail: detailOf(event),
});
