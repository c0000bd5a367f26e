/** Saving: one request at a time, and the same idempotency key as long as the same content is tried. No DOM. */
import { isBackendError } from '../../backend/backend-error.js';
import type { Integration, IntegrationDraft } from '../../integration/schema.js';
import { LatestRequest } from '../../ui/latest-request.js';
import type { Answer } from '../../ui/latest-request.js';
import type { FormServices } from '../model/form-services.js';

/** A random key. `crypto.randomUUID` is missing where a page is not a secure context, as old admin pages are. */
const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');

export class Saving {
  private attempt?: { content: string; key: string };
  private readonly request = new LatestRequest();

  constructor(private readonly services: Pick<FormServices, 'backend'>) {}

  /** Registers the draft, or updates `stored`. Undefined where it was given up. */
  async save(
    draft: IntegrationDraft,
    stored?: Integration,
  ): Promise<Answer<Integration> | undefined> {
    const content = JSON.stringify(draft);
    if (this.attempt?.content !== content) this.attempt = { content, key: newKey() };
    const idempotencyKey = this.attempt.key;
    const answer = await this.request.run((given) =>
      this.services.backend.call(
        (b, signal) =>
          stored
            ? b.updateIntegration(stored.id, draft, { version: stored.version, signal })
            : b.registerIntegration(draft, { idempotencyKey, signal }),
        given,
      ),
    );
    // A server may keep an answer that rejected the content by its key, or know the key from something else: what is tried
    // next gets a new one. After any other failure the key stays, as the save may have gone through.
    if (answer && (answer.ok || isInvalid(answer.error))) this.attempt = undefined;
    return answer;
  }

  /** Gives up the request that is under way. What it did at the server is found by the same key later. */
  abort(): void {
    this.request.abort();
  }
}

const isInvalid = (error: unknown): boolean => isBackendError(error) && error.kind === 'invalid';
