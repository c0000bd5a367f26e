/** Referral forms: two hundred made-up ones, the same at each start, and searching them. No place or clinic here is real. */
import type { ReferralForm } from '../../integration/schema.js';
import type { Page, ReferralFormQuery } from '../backend.js';
import { pageOf } from './paging.js';
import { allLanguages, matcher } from './search.js';

type Pair = readonly [en: string, fr: string];

const SPECIALTIES: readonly Pair[] = [
  ['Cardiology', 'Cardiologie'],
  ['Dermatology', 'Dermatologie'],
  ['Endocrinology', 'Endocrinologie'],
  ['Gastroenterology', 'Gastro-entérologie'],
  ['General surgery', 'Chirurgie générale'],
  ['Geriatrics', 'Gériatrie'],
  ['Gynecology', 'Gynécologie'],
  ['Hematology', 'Hématologie'],
  ['Nephrology', 'Néphrologie'],
  ['Neurology', 'Neurologie'],
  ['Ophthalmology', 'Ophtalmologie'],
  ['Orthopedics', 'Orthopédie'],
  ['Otolaryngology', 'Oto-rhino-laryngologie'],
  ['Pain management', 'Gestion de la douleur'],
  ['Pediatrics', 'Pédiatrie'],
  ['Physiotherapy', 'Physiothérapie'],
  ['Psychiatry', 'Psychiatrie'],
  ['Respirology', 'Pneumologie'],
  ['Rheumatology', 'Rhumatologie'],
  ['Urology', 'Urologie'],
];

const KINDS: readonly Pair[] = [
  ['consultation', 'consultation'],
  ['urgent referral', 'aiguillage urgent'],
  ['eConsult', 'consultation électronique'],
  ['diagnostic imaging', 'imagerie diagnostique'],
  ['follow-up', 'suivi'],
  ['group program', 'programme de groupe'],
  ['home visit', 'visite à domicile'],
  ['pre-operative assessment', 'évaluation préopératoire'],
  ['telehealth', 'télésanté'],
  ['central intake', 'accueil centralisé'],
];

const PLACES: readonly string[] = [
  'Amber Falls',
  'Birchmere',
  'Cedar Hollow',
  'Côte-aux-Érables',
  'Fernbrook',
  'Grand-Héron',
  'Harrowgate Bay',
  'Île-aux-Brumes',
  'Juniper Landing',
  'Kestrel Point',
  'Lac-du-Huard',
  'Maple Crossing',
  'Northwater',
  'Orée-des-Pins',
  'Quarry Lake',
  'Rivière-aux-Loutres',
  'Silverpine',
  'Thistle Creek',
  'Val-des-Chênes',
];

const CLINICS: readonly ((place: string) => Pair)[] = [
  (place) => [`${place} Clinic`, `Clinique ${place}`],
  (place) => [`${place} Community Hospital`, `Hôpital communautaire ${place}`],
  (place) => [`${place} Health Centre`, `Centre de santé ${place}`],
  (place) => [`${place} Family Health Team`, `Équipe de santé familiale ${place}`],
  (place) => [`${place} Specialists`, `Spécialistes ${place}`],
];

const MOST_LISTINGS = 6;

const padded = (number: number, length: number): string => String(number).padStart(length, '0');

/** The item at a place that may be past the end. The lists above have items. */
const at = <T>(items: readonly T[], index: number): T => items[index % items.length] as T;

/**
 * Builds the forms `form-001` to `form-200`, each with 1 to 6 listings (`listing-0001` and so on); names in English and
 * French. An object of its own at each call.
 */
export const madeUpReferralForms = (): ReferralForm[] => {
  const forms: ReferralForm[] = [];
  let listed = 0;
  for (const [kind, kindFr] of KINDS) {
    for (const [specialty, specialtyFr] of SPECIALTIES) {
      const listings = Array.from({ length: 1 + (forms.length % MOST_LISTINGS) }, () => {
        const [clinic, clinicFr] = at(CLINICS, listed)(at(PLACES, listed));
        listed += 1;
        return {
          id: `listing-${padded(listed, 4)}`,
          name: { en: `${clinic}, ${specialty}`, fr: `${clinicFr}, ${specialtyFr}` },
        };
      });
      forms.push({
        id: `form-${padded(forms.length + 1, 3)}`,
        name: { en: `${specialty}: ${kind}`, fr: `${specialtyFr} : ${kindFr}` },
        listings,
      });
    }
  }
  return forms;
};

/** By the words in the form's and its listings' names, or by the exact id of the form. */
export const findReferralForms = (
  forms: readonly ReferralForm[],
  query: ReferralFormQuery,
): Page<ReferralForm> => {
  const matches = matcher(query.query);
  const id = query.query?.trim();
  const found = forms.filter(
    ({ id: own, name, listings }) =>
      own === id || matches(allLanguages(name), ...listings.map((one) => allLanguages(one.name))),
  );
  const places = new Map(forms.map((form, index) => [form, index]));
  return pageOf(found, query, {
    list: 'referral-forms',
    standard: 20,
    place: (form) => places.get(form) ?? forms.length,
  });
};
