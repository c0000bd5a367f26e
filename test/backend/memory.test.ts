/** MemoryBackend in a browser: the true session storage, and the conformance suite. */
import { expect } from '@open-wc/testing';
import { runConformance } from '../../src/backend/conformance/index.js';
import { MemoryBackend } from '../../src/backend/memory.js';
import { draft, key } from './memory-drafts.js';

const STORAGE_KEY = 'ocean-memory-test';

describe('MemoryBackend in a browser', () => {
  beforeEach(() => sessionStorage.removeItem(STORAGE_KEY));
  afterEach(() => sessionStorage.removeItem(STORAGE_KEY));

  it('keeps to the conformance suite', async () => {
    const results = await runConformance({
      createBackend: () => new MemoryBackend({ storageKey: STORAGE_KEY }),
      requestUrl: 'https://receiver.example.com/ocean',
      failingRequestUrl: 'https://unreachable.example.com/ocean',
    });
    expect(results.filter(({ ok }) => !ok)).to.deep.equal([]);
    expect(results.length).to.be.greaterThan(25);
  });

  it('finds in the session storage what an earlier one has left, without secrets', async () => {
    const authentication = { type: 'basic', username: 'u', password: 'hush-hush' } as const;
    const made = await new MemoryBackend({ storageKey: STORAGE_KEY }).registerIntegration(
      draft({ authentication }),
      key(),
    );
    const next = new MemoryBackend({ storageKey: STORAGE_KEY });
    expect(await next.getIntegration(made.id)).to.deep.equal(made);
    expect(sessionStorage.getItem(STORAGE_KEY)).to.contain('hasPassword').and.not.contain('hush');
  });

  it('goes on where the session storage is full', async () => {
    const backend = new MemoryBackend({ storageKey: STORAGE_KEY });
    const fillers: string[] = [];
    try {
      // Each under a name of its own: to write one that grows costs its whole length each time.
      for (let size = 2 ** 22; size >= 1; size /= 2) {
        const filler = `${STORAGE_KEY}-${size}`;
        try {
          sessionStorage.setItem(filler, 'x'.repeat(size));
          fillers.push(filler);
        } catch {
          // It is too much.
        }
      }
      expect(fillers.length).to.be.greaterThan(1);
      await backend.registerIntegration(draft(), key());
      expect(sessionStorage.getItem(STORAGE_KEY)).to.equal(null);
      expect((await backend.listIntegrations({})).total).to.equal(1);
    } finally {
      for (const filler of fillers) sessionStorage.removeItem(filler);
    }
  });

  it('gives a logo that an image can show', async () => {
    const canvas = document.createElement('canvas');
    canvas.width = 20;
    canvas.height = 10;
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    const { logoUrl } = await new MemoryBackend().uploadLogo(blob ?? new Blob());
    const image = new Image();
    image.src = logoUrl;
    await image.decode();
    expect([image.naturalWidth, image.naturalHeight]).to.deep.equal([20, 10]);
  });
});
