/** What the backend offers to choose from: event types, and the categories that the site's other integrations use. */
import type { IntegrationBackend } from '../../backend/backend.js';
import { call } from '../../backend/call.js';
import type { Language } from '../../integration/rules.js';
import type { EventType, Integration } from '../../integration/schema.js';
import { warnOnce } from '../../ui/console.js';
import { Loader } from '../../ui/loader.js';
import { textIn } from '../../ui/text.js';
import { warnOfMissing } from './backend-methods.js';
import type { EventsState } from '../view/form-view.js';

/** Milliseconds after which a form without a backend is taken for a host's mistake rather than a page still loading. */
const BACKEND_WAIT = 3000;

const NONE: EventType[] = [];

export class FormLists {
  /** What is typed in the event filter. */
  filter = '';
  private readonly eventTypes: Loader<EventType[]>;
  private readonly others: Loader<Integration[]>;
  private shown?: EventsState;

  constructor(changed: () => void, onError: (error: unknown) => void) {
    this.eventTypes = new Loader(() => {
      if (this.eventTypes.status === 'failed') onError(this.eventTypes.error);
      changed();
    });
    this.others = new Loader(changed);
  }

  update(backend: IntegrationBackend | undefined, launching: boolean): void {
    this.eventTypes.update([backend], async (signal) => {
      if (!backend) return missing(signal);
      warnOfMissing(backend);
      return call(backend, (b, s) => b.listEventTypes({}, { signal: s }), signal);
    });
    this.others.update([backend, launching], async (signal) => {
      if (!backend || !launching) return [];
      const query = { module: 'ereferrals', limit: 50 } as const;
      return (await call(backend, (b, s) => b.listIntegrations(query, { signal: s }), signal))
        .items;
    });
  }

  /** The same object as long as nothing has changed, so that a template can be guarded by it. */
  get events(): EventsState {
    const { value: types = NONE, status: loading } = this.eventTypes;
    const status = loading === 'ready' || loading === 'failed' ? loading : 'loading';
    const { shown, filter } = this;
    if (shown?.status === status && shown.filter === filter && shown.types === types) return shown;
    return (this.shown = { status, types, filter });
  }

  /** Suggestions for a category: a short list, and what the site uses already. */
  categories(short: readonly string[], language: Language): string[] {
    const used = (this.others.value ?? []).map(({ launch }) => textIn(launch?.category, language));
    return [...new Set([...short, ...used])].filter(Boolean);
  }

  retry(): void {
    void this.eventTypes.retry();
  }

  /** Gives up what is under way; the next `update` asks again. */
  abort(): void {
    this.eventTypes.abort();
    this.others.abort();
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
  if (!signal.aborted) {
    warnOnce('a form has no backend. Set its .backend, or put it inside <ocean-backend>.');
  }
  return NONE;
};
