/** Saving: one request at a time, and the same idempotency key as long as the same content is tried. No DOM. */
import { isBackendError } from '../../backend/backend-error.js';
import type { IntegrationBackend } from '../../backend/backend.js';
import { call } from '../../backend/call.js';
import type { Integration, IntegrationDraft } from '../../integration/schema.js';

/** A random key. `crypto.randomUUID` is missing where a page is not a secure context, as old admin pages are. */
const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');

export class Saving {
  private attempt?: { content: string; key: string };
  private controller?: AbortController;

  get busy(): boolean {
    return this.controller !== undefined;
  }

  /** Registers the draft, or updates `stored`. Fails with a `BackendError`. Ask `busy` first. */
  async save(
    backend: IntegrationBackend | undefined,
    draft: IntegrationDraft,
    stored?: Integration,
  ): Promise<Integration> {
    const controller = (this.controller = new AbortController());
    const content = JSON.stringify(draft);
    if (this.attempt?.content !== content) this.attempt = { content, key: newKey() };
    const idempotencyKey = this.attempt.key;
    try {
      const saved = await call(
        backend,
        (b, signal) =>
          stored
            ? b.updateIntegration(stored.id, draft, { version: stored.version, signal })
            : b.registerIntegration(draft, { idempotencyKey, signal }),
        controller.signal,
      );
      this.attempt = undefined;
      return saved;
    } catch (thrown) {
      // A server may remember a refusal by its key, or have the key for something else: what is tried next is new to it.
      if (isBackendError(thrown) && thrown.kind === 'invalid') this.attempt = undefined;
      throw thrown;
    } finally {
      if (this.controller === controller) this.controller = undefined;
    }
  }

  /** Gives up the request that is under way. What it had done at the server is found by the same key later. */
  abort(): void {
    this.controller?.abort();
    this.controller = undefined;
  }
}
