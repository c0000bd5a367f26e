/** What the backend offers to choose from: event types, and the categories that the site's other integrations use. */
import type { Language } from '../../integration/rules.js';
import type { EventType, Integration } from '../../integration/schema.js';
import { warnOnce } from '../../ui/console.js';
import type { LeavingHost } from '../../ui/leave-controller.js';
import { Loader } from '../../ui/loader.js';
import { textIn } from '../../ui/text.js';
import { warnOfMissing } from './backend-methods.js';
import type { FormServices } from './form-services.js';

/** Milliseconds after which a form without a backend is taken for a host's mistake rather than a page still loading. */
const BACKEND_WAIT = 3000;

export const NO_BACKEND =
  'a form has no backend. Set its .backend, or put it inside <ocean-backend>.';

const NONE: EventType[] = [];

export interface EventsState {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly types: readonly EventType[];
  readonly filter: string;
}

export class FormLists {
  /** Text of the event filter. */
  filter = '';
  private readonly eventTypes: Loader<EventType[]>;
  private readonly others: Loader<Integration[]>;
  private lastState?: EventsState;

  constructor(
    host: LeavingHost,
    private readonly services: Pick<FormServices, 'backend'>,
  ) {
    this.eventTypes = new Loader(() => {
      const { status, error } = this.eventTypes;
      if (status === 'failed') services.backend.report(error);
      host.requestUpdate();
    }, host);
    this.others = new Loader(() => host.requestUpdate(), host);
  }

  /** Loads what is needed, where the backend or the need has changed. */
  update(launching: boolean): void {
    const { backend } = this.services;
    this.eventTypes.update([backend.value], async (signal) => {
      if (!backend.value) return missing(signal);
      warnOfMissing(backend.value);
      return backend.call((b, s) => b.listEventTypes({}, { signal: s }), signal);
    });
    this.others.update([backend.value, launching], async (signal) => {
      if (!backend.value || !launching) return [];
      const query = { module: 'ereferrals', limit: 50 } as const;
      return (await backend.call((b, s) => b.listIntegrations(query, { signal: s }), signal)).items;
    });
  }

  /** The same object as long as nothing has changed, so that a template can be guarded by it. */
  get events(): EventsState {
    const { value: types = NONE, status: loading } = this.eventTypes;
    const status = loading === 'ready' || loading === 'failed' ? loading : 'loading';
    const { lastState: last, filter } = this;
    if (last?.status === status && last.filter === filter && last.types === types) return last;
    return (this.lastState = { status, types, filter });
  }

  /** Suggestions for a category: a short list, and what the site uses already. */
  categories(short: readonly string[], language: Language): string[] {
    const used = (this.others.value ?? []).map(({ launch }) => textIn(launch?.category, language));
    return [...new Set([...short, ...used])].filter(Boolean);
  }

  /** Loads the event types again. */
  retry(): void {
    void this.eventTypes.retry();
  }
}

const missing = async (signal: AbortSignal): Promise<EventType[]> => {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, BACKEND_WAIT);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
  if (!signal.aborted) warnOnce(NO_BACKEND);
  return NONE;
};
