/** `/logos`: takes a PNG or WebP by its bytes, and serves it to everyone, for good and as a picture only. */
import type { FastifyInstance } from 'fastify';
import { MAX_LOGO_BYTES } from '../../../src/server-rules/index.js';
import { LOGO_BOUNDS, readLogo } from '../logo-picture.js';
import { invalid, notFound } from '../problems.js';
import type { Logo, LogoType } from '../store/logos.js';
import { API } from './parts.js';
import type { Parts } from './parts.js';

const TYPES: readonly LogoType[] = ['image/png', 'image/webp'];

/** Where logos are; before it, what this server is called by others. */
const PLACE = `${API}/logos/`;

/**
 * Whether uploading a logo gave this address. No other is accepted in an integration: each sender's browser asks for it, with what the
 * page's own origin would send along.
 */
export const isLogoAddress = async (
  address: unknown,
  { store, settings }: Pick<Parts, 'store' | 'settings'>,
): Promise<boolean> => {
  if (typeof address !== 'string') return false;
  const place = [`${settings.publicUrl ?? ''}${PLACE}`, PLACE].find((one) =>
    address.startsWith(one),
  );
  return place !== undefined && store.logos.has(address.slice(place.length));
};

const YEAR = 365 * 24 * 3600;

/** By its bytes, whatever the request calls it. */
const accept = async (bytes: unknown): Promise<Logo> => {
  const logo = Buffer.isBuffer(bytes) ? await readLogo(bytes) : undefined;
  if (logo) return logo;
  const { side, pixels } = LOGO_BOUNDS;
  throw invalid(
    `The logo is no whole PNG or WebP of at most ${side} pixels a side and ${pixels} in all.`,
    { pointer: '', code: 'invalid' },
  );
};

/** Taking: for a site. */
export const logoUploadRoutes = async (
  app: FastifyInstance,
  { store, settings }: Parts,
): Promise<void> => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser([...TYPES], { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  app.post('/logos', { bodyLimit: MAX_LOGO_BYTES }, async ({ body }, reply) => {
    const id = await store.logos.keep(await accept(body));
    void reply.code(201);
    return { logoUrl: `${settings.publicUrl ?? ''}${PLACE}${id}` };
  });
};

/** Serving: an `<img>` sends no site number. */
export const logoRoutes = (app: FastifyInstance, { store }: Pick<Parts, 'store'>): void => {
  app.get<{ Params: { id: string } }>('/logos/:id', async ({ params }, reply) => {
    const logo = await store.logos.find(params.id);
    if (!logo) throw notFound('logo');
    return reply
      .header('content-type', logo.type)
      .header('cache-control', `public, max-age=${YEAR}, immutable`)
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('cross-origin-resource-policy', 'cross-origin')
      .send(logo.bytes);
  });
};
