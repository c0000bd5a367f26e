/** `/event-types`, `/referral-forms`: what a form offers to choose from. Made-up forms stand in for the network's own. */
import type { FastifyInstance } from 'fastify';
import type { ReferralForm } from '../../../src/integration/schema.js';
import { findReferralForms } from '../../../src/backend/memory/referral-forms.js';
import { EVENT_CATALOGUE } from '../../../src/integration/event-catalogue.js';
import { MODULES } from '../../../src/integration/rules.js';
import { limitOf, oneOf, queryOf, searchOf } from '../request.js';

const STANDARD_LIMIT = 20;

export const catalogueRoutes = (app: FastifyInstance, forms: readonly ReferralForm[]): void => {
  app.get('/event-types', async (request) => {
    const module = oneOf(queryOf(request), 'module', MODULES);
    return { items: EVENT_CATALOGUE.filter((type) => !module || type.module === module) };
  });

  app.get('/referral-forms', async (request) => {
    const query = queryOf(request);
    return findReferralForms(forms, {
      query: searchOf(query),
      cursor: query['cursor'],
      limit: limitOf(query, STANDARD_LIMIT),
    });
  });
};
