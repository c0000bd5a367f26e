/** Referral forms: the in-memory backend's made-up ones stand in for the network's own. */
import type { Page, ReferralFormQuery } from '../../src/backend/index.js';
import { MemoryBackend } from '../../src/backend/memory.js';
import type { ReferralForm } from '../../src/integration/index.js';

export class ReferralForms {
  private readonly backend = new MemoryBackend();
  private readonly all = this.readAll();

  list(query: ReferralFormQuery): Promise<Page<ReferralForm>> {
    return this.backend.listReferralForms(query);
  }

  async byId(id: string | null | undefined): Promise<ReferralForm | undefined> {
    return (await this.all).find((form) => form.id === id);
  }

  async withListing(listingId: string): Promise<ReferralForm[]> {
    return (await this.all).filter(({ listings }) => listings.some(({ id }) => id === listingId));
  }

  private async readAll(): Promise<ReferralForm[]> {
    const forms: ReferralForm[] = [];
    let cursor: string | undefined;
    do {
      const { items, nextCursor } = await this.backend.listReferralForms({ cursor });
      forms.push(...items);
      cursor = nextCursor ?? undefined;
    } while (cursor);
    return forms;
  }
}
