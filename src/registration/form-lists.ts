/** What the backend offers to choose from: event types, and the categories that the site's other integrations use. */
import { Task, TaskStatus } from '@lit/task';
import type { ReactiveControllerHost } from 'lit';
import type { IntegrationBackend } from '../backend/backend.js';
import { call } from '../backend/call.js';
import type { Language } from '../integration/rules.js';
import type { EventType, Integration } from '../integration/schema.js';
import { warnOnce } from '../ui/console.js';
import { textIn } from '../ui/text.js';
import type { EventsState } from './form-view.js';

/** Milliseconds after which a form without a backend is taken for a host's mistake rather than a page still loading. */
const PATIENCE = 3000;

export class FormLists {
  /** What is typed in the event filter. */
  filter = '';
  private readonly eventTypes: Task<readonly [IntegrationBackend | undefined], EventType[]>;
  private readonly others: Task<readonly [IntegrationBackend | undefined, boolean], Integration[]>;
  private shown?: EventsState;

  constructor(
    host: ReactiveControllerHost,
    backend: () => IntegrationBackend | undefined,
    launching: () => boolean,
    private readonly onError: (error: unknown) => void,
  ) {
    this.eventTypes = new Task(host, {
      task: async ([b], { signal }) => {
        if (!b) return missing(signal);
        return call(b, (from, s) => from.listEventTypes({}, { signal: s }), signal);
      },
      args: () => [backend()] as const,
      onError: (error) => this.onError(error),
    });
    this.others = new Task(host, {
      task: async ([b, wanted], { signal }) => {
        if (!b || !wanted) return [];
        const query = { module: 'ereferrals', limit: 50 } as const;
        return (await call(b, (from, s) => from.listIntegrations(query, { signal: s }), signal))
          .items;
      },
      args: () => [backend(), launching()] as const,
    });
  }

  /** The same object as long as nothing has changed, so that a template can be guarded by it. */
  get events(): EventsState {
    const { status, value } = this.eventTypes;
    const state =
      status === TaskStatus.ERROR ? 'failed' : status === TaskStatus.COMPLETE ? 'ready' : 'loading';
    const types = value ?? NONE;
    const { shown, filter } = this;
    if (shown?.status !== state || shown.filter !== filter || shown.types !== types) {
      this.shown = { status: state, types, filter };
    }
    return this.shown ?? { status: state, types: NONE, filter };
  }

  /** Suggestions for a category: a short list, and what the site uses already. */
  categories(short: readonly string[], language: Language): string[] {
    const used = (this.others.value ?? []).map(({ launch }) => textIn(launch?.category, language));
    return [...new Set([...short, ...used])].filter(Boolean);
  }

  retry(): void {
    void this.eventTypes.run();
  }

  /** Gives up what is under way; `resume` asks again. */
  abort(): void {
    this.eventTypes.abort();
    this.others.abort();
  }

  resume(): void {
    if (this.eventTypes.status === TaskStatus.ERROR) this.retry();
  }
}

const NONE: EventType[] = [];

const missing = async (signal: AbortSignal): Promise<EventType[]> => {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, PATIENCE);
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
