/** A line for each event that the form fires: its name and a short detail. No secret is in any of them. */
import type { BackendError } from '../src/backend/backend-error.js';

export interface LoggedEvent {
  time: string;
  type: string;
  detail: string;
}

const detailOf = (event: Event): string => {
  if (!(event instanceof CustomEvent)) return '';
  const detail: unknown = event.detail;
  if (detail instanceof Error) return `kind: ${(detail as BackendError).kind}`;
  if (typeof detail !== 'object' || detail === null) return '';
  return JSON.stringify(detail, (key, value: unknown) =>
    Array.isArray(value) && key === 'events' ? `${value.length} events` : value,
  ).slice(0, 300);
};

export const describeEvent = (event: Event): LoggedEvent => ({
  time: new Date().toLocaleTimeString('en-CA', { hour12: false }),
  type: event.type,
  detail: detailOf(event),
});
