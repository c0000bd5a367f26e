/** Searching referral forms through the backend, page by page: the newest question wins. No DOM. */
import { isBackendError } from '../../../../backend/backend-error.js';
import type { BackendError } from '../../../../backend/backend-error.js';
import type { IntegrationBackend, ReferralFormQuery } from '../../../../backend/backend.js';
import { call } from '../../../../backend/call.js';
import type { ReferralForm } from '../../../../integration/schema.js';

/** Milliseconds that typing has to pause before the backend is asked. */
export const TYPING_PAUSE = 200;

/** Characters. No form has a longer name, and an address has to hold it. */
const LONGEST_QUERY = 200;

export interface SearchPorts {
  backend(): IntegrationBackend | undefined;
  /** Something has changed. */
  changed(): void;
  /** An answer has come; `more` where it is a further page. */
  answered(more: boolean): void;
  failed(error: BackendError): void;
}

export class ReferralFormSearch {
  status: 'idle' | 'loading' | 'ready' | 'failed' = 'idle';
  /** What was found for the question before stays until the next answer. */
  items: readonly ReferralForm[] = [];
  /** How many there are in all, where the backend knows. */
  total?: number;
  error?: BackendError;
  /** What was asked for last. */
  query = '';
  private cursor?: string;
  private timer?: ReturnType<typeof setTimeout>;
  private controller?: AbortController;

  constructor(private readonly ports: SearchPorts) {}

  get hasMore(): boolean {
    return this.cursor !== undefined;
  }

  /** Asks for what is typed, after `pause` milliseconds. */
  ask(query: string, pause = 0): void {
    this.stop();
    this.query = query.trim().slice(0, LONGEST_QUERY);
    this.status = 'loading';
    this.timer = setTimeout(() => void this.load(), pause);
    this.ports.changed();
  }

  /** Asks for the next page. */
  more(): void {
    if (this.status === 'ready' && this.hasMore) void this.load(this.cursor);
  }

  /** Asks again for what failed. */
  retry(): void {
    void this.load(this.cursor);
  }

  /** Gives up what is under way. */
  stop(): void {
    clearTimeout(this.timer);
    this.controller?.abort();
    this.controller = undefined;
    this.cursor = undefined;
    if (this.status === 'loading') this.status = 'idle';
  }

  private async load(cursor?: string): Promise<void> {
    const controller = (this.controller = new AbortController());
    const query: ReferralFormQuery = {
      ...(this.query && { query: this.query }),
      ...(cursor !== undefined && { cursor }),
    };
    this.status = 'loading';
    this.ports.changed();
    try {
      const page = await call(
        this.ports.backend(),
        (b, signal) => b.listReferralForms(query, { signal }),
        controller.signal,
      );
      if (this.controller !== controller) return;
      const known = cursor === undefined ? [] : this.items;
      const ids = new Set(known.map(({ id }) => id));
      const added = page.items.filter(({ id }) => !ids.has(id));
      this.items = [...known, ...added];
      this.total = page.total;
      // A page that brings nothing new is the last one, whatever it says.
      this.cursor = added.length > 0 ? (page.nextCursor ?? undefined) : undefined;
      this.status = 'ready';
      this.ports.answered(cursor !== undefined);
    } catch (thrown) {
      if (this.controller !== controller || !isBackendError(thrown)) return;
      this.status = 'failed';
      this.error = thrown;
      this.ports.failed(thrown);
    }
    this.ports.changed();
  }
}
