/** What a form offers to choose from: event types, referral forms and their listings. */
import { MODULES } from '../../integration/rules.js';
import type { LocalizedText, ReferralForm } from '../../integration/schema.js';
import { check, checkEqual } from './assert.js';
import { requirement } from './requirement.js';
import { collect } from './trial.js';
import type { Trial } from './trial.js';

const textsOf = (text: LocalizedText): string[] =>
  typeof text === 'string' ? [text] : [text.en, text.fr];

const withoutAccents = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');

const someForms = async (trial: Trial): Promise<[ReferralForm, ...ReferralForm[]]> => {
  const { items } = await trial.backend.listReferralForms({ limit: 200 });
  const [first, ...more] = items;
  check(first, 'The backend should have a referral form.');
  return [first, ...more];
};

/** Each of `queries` finds the form, on whichever page. */
const checkFinds = async (
  trial: Trial,
  form: ReferralForm,
  queries: readonly string[],
): Promise<void> => {
  for (const query of queries) {
    const found = await collect((cursor) =>
      trial.backend.listReferralForms({ query, cursor, limit: 200 }),
    );
    check(
      found.some(({ id }) => id === form.id),
      `"${query}" should find the referral form ${form.id}, but does not.`,
    );
  }
};

export const catalogues = [
  requirement(
    'event-types-of-modules',
    'Each module has event types of its own, with a name, each code once',
    async (trial) => {
      for (const module of MODULES) {
        const types = await trial.backend.listEventTypes({ module });
        check(types.length > 0, `The module ${module} should have event types.`);
        for (const type of types) {
          checkEqual(type.module, module, `The module of the event type ${type.code}`);
          check(
            textsOf(type.name).every((name) => name.trim() !== ''),
            `The event type ${type.code} should have a name.`,
          );
        }
        const codes = new Set(types.map(({ code }) => code));
        checkEqual(codes.size, types.length, `The number of different codes of ${module}`);
      }
    },
  ),

  requirement('event-types-all', 'Without a module all event types come', async (trial) => {
    const all = await trial.backend.listEventTypes({});
    for (const module of MODULES) {
      const codes = (await trial.backend.listEventTypes({ module })).map(({ code }) => code);
      const among = all.filter((type) => type.module === module).map(({ code }) => code);
      checkEqual(among.sort(), codes.sort(), `The codes of ${module} among all`);
    }
  }),

  requirement(
    'referral-forms-pages',
    'The pages of the referral forms visit each once, and end',
    async (trial) => {
      const all = await collect((cursor) =>
        trial.backend.listReferralForms({ cursor, limit: 200 }),
      );
      const limit = Math.max(1, Math.ceil(all.length / 4));
      const visited = await collect((cursor) =>
        trial.backend.listReferralForms({ cursor, limit }).then((page) => {
          check(page.items.length <= limit, `A page of ${limit} should have no more items.`);
          return page;
        }),
      );
      const ids = (forms: readonly ReferralForm[]): string[] => forms.map(({ id }) => id).sort();
      checkEqual(new Set(ids(all)).size, all.length, 'The number of different ids');
      checkEqual(ids(visited), ids(all), 'The ids on small pages');
    },
  ),

  requirement(
    'referral-forms-listings',
    'A referral form comes with its listings',
    async (trial) => {
      for (const { id, name, listings } of await someForms(trial)) {
        check(textsOf(name).every(Boolean), `The referral form ${id} should have a name.`);
        for (const listing of listings)
          check(
            listing.id && textsOf(listing.name).every(Boolean),
            `Each listing of the referral form ${id} should have an id and a name.`,
          );
      }
    },
  ),

  requirement(
    'referral-forms-by-name',
    'A referral form is found by its name, ignoring case and accents',
    async (trial) => {
      const forms = await someForms(trial);
      for (const form of [forms[0], forms.at(-1) ?? forms[0]])
        for (const name of textsOf(form.name))
          await checkFinds(trial, form, [name, name.toUpperCase(), withoutAccents(name)]);
    },
  ),

  requirement(
    'referral-forms-by-listing',
    'A referral form is found by the name of a listing, ignoring case and accents',
    async (trial) => {
      const form = (await someForms(trial)).find(({ listings }) => listings.length > 0);
      check(form, 'The backend should have a referral form with a listing.');
      const listing = form.listings.at(-1);
      for (const name of listing ? textsOf(listing.name) : [])
        await checkFinds(trial, form, [name, withoutAccents(name).toLowerCase()]);
    },
  ),

  requirement('referral-forms-by-id', 'A referral form is found by its exact id', async (trial) => {
    const forms = await someForms(trial);
    const form = forms.at(-1) ?? forms[0];
    await checkFinds(trial, form, [form.id]);
  }),

  requirement(
    'referral-forms-nothing',
    'A search for referral forms without a match is an empty page',
    async (trial) => {
      const { items } = await trial.backend.listReferralForms({ query: `nothing-${trial.mark}` });
      checkEqual(items, [], 'The items of a search without a match');
    },
  ),
];
