/** Whose data a request is about: the site that its header `site-number` names. */
import type { FastifyRequest } from 'fastify';
import { Problem } from './problems.js';

const SITE = /^[\w-]{1,32}$/;

/**
 * A worked example stops here. In production the site follows from who has signed in, and a number that the user has no
 * part in is refused (403).
 */
export const siteOf = ({ headers }: Pick<FastifyRequest, 'headers'>): string => {
  const site = headers['site-number'];
  if (typeof site === 'string' && SITE.test(site)) return site;
  throw new Problem(400, 'The header site-number has to name the site.');
};
