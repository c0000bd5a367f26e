/** Uploading a logo. */
import { check, checkFails } from './assert.js';
import { requirement } from './requirement.js';

/** A PNG of 200 by 80, of one bit. */
const LOGO =
  'iVBORw0KGgoAAAANSUhEUgAAAMgAAABQAQAAAAB0FgcdAAAAJklEQVR42mPgxwUYhqbMB1xgiMqMxs9o/IzGz2j8jMbPaPwMgAwAc5bkRj6WnaQAAAAASUVORK5CYII=';

const logo = (): Blob =>
  new Blob([Uint8Array.from(atob(LOGO), (character) => character.charCodeAt(0))], {
    type: 'image/png',
  });

const MAX_BYTES = 256 * 1024;

export const logos = [
  requirement('logo-accepted', 'A PNG is taken, and has a URL', async (trial) => {
    const { logoUrl } = await trial.backend.uploadLogo(trial.subject.logo ?? logo());
    check(
      /^(https?:|data:image\/|blob:|\/)/.test(logoUrl),
      `The URL of a logo should be one that an image can have, but is ${logoUrl.slice(0, 80)}.`,
    );
  }),

  requirement(
    'logo-progress',
    'The progress of an upload, where told, is 0 to 1',
    async (trial) => {
      const told: number[] = [];
      await trial.backend.uploadLogo(trial.subject.logo ?? logo(), {
        onProgress: (done) => told.push(done),
      });
      check(
        told.every((done, index) => done >= (told[index - 1] ?? 0) && done <= 1),
        `The progress should grow from 0 to 1, but is ${told.join(', ')}.`,
      );
    },
  ),

  requirement('logo-too-large', 'A logo over 256 KiB is refused as too-large', async (trial) => {
    const blob = new Blob([logo(), new Uint8Array(MAX_BYTES)], { type: 'image/png' });
    await checkFails('too-large', 'Uploading a logo over 256 KiB', () =>
      trial.backend.uploadLogo(blob),
    );
  }),

  requirement('logo-other-type', 'What is no PNG or WebP is refused as invalid', async (trial) => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>0</script></svg>';
    for (const type of ['image/svg+xml', 'image/png'])
      await checkFails('invalid', `Uploading an SVG as ${type}`, () =>
        trial.backend.uploadLogo(new Blob([svg], { type })),
      );
  }),
];
