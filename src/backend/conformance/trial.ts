/** One requirement's dealings with the subject: drafts of its own, and what it made is deleted at the end. */
import type { IntegrationDraft, Integration } from '../../integration/schema.js';
import type { IntegrationBackend, IntegrationQuery, Page } from '../backend.js';
import { check, checkFails } from './assert.js';

/** What the suite is run on. */
export interface ConformanceSubject {
  /**
   * The backend, once for each requirement: new and empty, or the same one with other data in it. It has to accept
   * public https URLs. What a requirement registers it deletes again.
   */
  createBackend(): IntegrationBackend | Promise<IntegrationBackend>;
  /**
   * A request URL that the backend accepts and whose endpoint answers the challenge. Not given: endpoints are still
   * checked, but it isn't asked that one is verified.
   */
  requestUrl?: string;
  /** A request URL whose endpoint does not answer. @default 'https://unreachable.invalid/ocean' */
  failingRequestUrl?: string;
  /** A PNG or WebP that the backend takes as a logo. @default a PNG of 200 by 80 */
  logo?: Blob;
  /** Told when a requirement has been tried, before what it made is deleted: for who records the requests. */
  tried?(): void;
}

const RANDOM_BYTES = 6;

/** A word that nobody else has. */
export const randomWord = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(RANDOM_BYTES)), (byte) =>
    byte.toString(36).padStart(2, '0'),
  ).join('');

const LAST_PAGE = 1_000;

/** All items of a list. Fails where the pages do not end. */
export const collect = async <T>(
  page: (cursor: string | undefined) => Promise<Page<T>>,
  first?: string,
): Promise<T[]> => {
  const items: T[] = [];
  let cursor = first;
  for (let number = 0; number < LAST_PAGE; number++) {
    const { items: more, nextCursor } = await page(cursor);
    items.push(...more);
    if (!nextCursor) return items;
    cursor = nextCursor;
  }
  throw new Error(`The pages of a list should end, but there are over ${LAST_PAGE}.`);
};

export class Trial {
  /** Stands in each name that this trial gives, so that its integrations can be recognised. */
  readonly mark = randomWord();
  protected readonly made = new Set<string>();

  constructor(
    readonly backend: IntegrationBackend,
    readonly subject: ConformanceSubject,
  ) {}

  get requestUrl(): string {
    return this.subject.requestUrl ?? 'https://receiver.example.com/ocean';
  }

  get failingRequestUrl(): string {
    return this.subject.failingRequestUrl ?? 'https://unreachable.invalid/ocean';
  }

  /** A patient engagement integration: the least that is valid. */
  draft(changes: Partial<IntegrationDraft> = {}): IntegrationDraft {
    return {
      module: 'patient-engagement',
      name: `Conformance ${this.mark}`,
      requestUrl: this.requestUrl,
      payload: { format: 'ocean-json' },
      authentication: { type: 'none' },
      events: ['notify-patient-note-added'],
      enabled: true,
      launch: null,
      ...changes,
    };
  }

  /** An eReferral integration, with a launch where one is given. */
  referralDraft(changes: Partial<IntegrationDraft> = {}): IntegrationDraft {
    return this.draft({
      module: 'ereferrals',
      payload: { format: 'fhir-r4', guide: '0.11.1' },
      events: ['add-service-request', 'notify-add-appointment'],
      ...changes,
    });
  }

  async register(draft: IntegrationDraft, idempotencyKey = randomWord()): Promise<Integration> {
    const integration = await this.backend.registerIntegration(draft, { idempotencyKey });
    check(
      typeof integration?.id === 'string' && integration.id !== '',
      'registerIntegration should answer the integration with its id, but does not.',
    );
    this.made.add(integration.id);
    return integration;
  }

  /** Registers what should be refused; what is made in spite of it is deleted at the end too. */
  refused(
    kinds: Parameters<typeof checkFails>[0],
    what: string,
    draft: unknown,
    idempotencyKey?: string,
  ): ReturnType<typeof checkFails> {
    return checkFails(kinds, what, () => this.register(draft as IntegrationDraft, idempotencyKey));
  }

  /** All integrations that match, page by page. */
  find(query: IntegrationQuery = {}): Promise<Integration[]> {
    return collect((cursor) =>
      this.backend.listIntegrations({ query: this.mark, ...query, cursor }),
    );
  }

  /** Deletes what is left. That deleting works is a requirement of its own. */
  async cleanUp(): Promise<void> {
    for (const id of this.made) {
      try {
        const { version } = await this.backend.getIntegration(id);
        await this.backend.deleteIntegration(id, { version });
      } catch {
        // Deleted already, or not deletable.
      }
    }
  }
}
