/** `/event-types`, `/referral-forms`: what a form offers to choose from. */
import type { FastifyInstance } from 'fastify';
import { MODULES, loadEventCatalogue } from '../../../src/integration/index.js';
import type { ReferralForms } from '../referral-forms.js';
import { limitOf, oneOf, queryOf, searchOf } from '../request.js';

const STANDARD_LIMIT = 20;

export const catalogueRoutes = (app: FastifyInstance, forms: ReferralForms): void => {
  app.get('/event-types', async (request) => {
    const module = oneOf(queryOf(request), 'module', MODULES);
    const items = await loadEventCatalogue();
    return { items: items.filter((type) => !module || type.module === module) };
  });

  app.get('/referral-forms', async (request) => {
    const query = queryOf(request);
    return forms.list({
      query: searchOf(query),
      cursor: query['cursor'],
      limit: limitOf(query, STANDARD_LIMIT),
    });
  });
};
