/** Searches referral forms through the backend, page by page. The latest request wins. No DOM. */
import { toBackendError } from '../../../../backend/backend-error.js';
import type { BackendError } from '../../../../backend/backend-error.js';
import type { ReferralFormQuery } from '../../../../backend/backend.js';
import type { ReferralForm } from '../../../../integration/schema.js';
import { LatestRequest } from '../../../../ui/latest-request.js';
import { LeaveController } from '../../../../ui/leave-controller.js';
import type { LeavingHost } from '../../../../ui/leave-controller.js';
import type { FormServices } from '../../../model/form-services.js';

/** Milliseconds that typing has to pause before the backend is asked. */
export const TYPING_PAUSE = 200;

/** Characters. No form has a longer name, and an address has to hold it. */
const LONGEST_QUERY = 200;

export class ReferralFormSearch {
  status: 'idle' | 'loading' | 'ready' | 'failed' = 'idle';
  /** What was found for the query before stays until the next answer. */
  items: readonly ReferralForm[] = [];
  /** How many there are in all, where the backend knows. */
  total?: number;
  error?: BackendError;
  /** The latest query. */
  query = '';
  private cursor?: string;
  private timer?: ReturnType<typeof setTimeout>;
  private readonly request = new LatestRequest();

  /** @param answered called with each answer; `more` where it is a further page */
  constructor(
    private readonly host: LeavingHost,
    private readonly services: Pick<FormServices, 'backend'>,
    private readonly answered: (more: boolean) => void,
  ) {
    new LeaveController(host, () => this.stop());
  }

  get hasMore(): boolean {
    return this.cursor !== undefined;
  }

  /** Searches for what is typed, after `pause` milliseconds. */
  ask(query: string, pause = 0): void {
    this.stop();
    this.query = query.trim().slice(0, LONGEST_QUERY);
    this.status = 'loading';
    this.timer = setTimeout(() => void this.load(), pause);
    this.host.requestUpdate();
  }

  /** Loads the next page. */
  more(): void {
    if (this.status === 'ready' && this.hasMore) void this.load(this.cursor);
  }

  /** Loads again what failed. */
  retry(): void {
    void this.load(this.cursor);
  }

  /** Gives up what is under way. */
  stop(): void {
    clearTimeout(this.timer);
    this.request.abort();
    this.cursor = undefined;
    if (this.status === 'loading') this.status = 'idle';
  }

  private async load(cursor?: string): Promise<void> {
    const { backend } = this.services;
    const query: ReferralFormQuery = {
      ...(this.query && { query: this.query }),
      ...(cursor !== undefined && { cursor }),
    };
    this.status = 'loading';
    this.host.requestUpdate();
    const answer = await this.request.run((given) =>
      backend.call((b, signal) => b.listReferralForms(query, { signal }), given),
    );
    if (!answer) return;
    this.host.requestUpdate();
    if (!answer.ok) {
      this.status = 'failed';
      this.error = toBackendError(answer.error);
      backend.report(this.error);
      return;
    }
    const { value: page } = answer;
    const known = cursor === undefined ? [] : this.items;
    const ids = new Set(known.map(({ id }) => id));
    const added = page.items.filter(({ id }) => !ids.has(id));
    this.items = [...known, ...added];
    this.total = page.total;
    // A page that brings nothing new is the last one, also where it has a cursor: else it would be loaded for ever.
    this.cursor = added.length > 0 ? (page.nextCursor ?? undefined) : undefined;
    this.status = 'ready';
    this.answered(cursor !== undefined);
  }
}
