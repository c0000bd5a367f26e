/** Event types to measure with: the catalogue's own eleven of eReferrals, or a thousand made up in its manner. */
import { EVENT_CATALOGUE } from '../../src/integration/event-catalogue.js';
import type { EventDirection } from '../../src/integration/event-catalogue.js';
import type { EventType } from '../../src/integration/schema.js';

const DIRECTIONS: readonly EventDirection[] = [
  'from-patient',
  'from-requester',
  'from-performer',
  'from-informer',
];

const SUBJECTS = [
  ['Referral', 'Aiguillage'],
  ['Appointment', 'Rendez-vous'],
  ['Message', 'Message'],
  ['Consent', 'Consentement'],
  ['Attachment', 'Pièce jointe'],
  ['Patient note', 'Note au dossier'],
  ['Report', 'Rapport'],
] as const;

const CHANGES = [
  ['received', 'reçu'],
  ['updated', 'mis à jour'],
  ['approved', 'approuvé'],
  ['cancelled', 'annulé'],
  ['reassigned', 'réattribué'],
] as const;

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

const madeUp = (index: number): EventType => {
  const [subject, sujet] = at(SUBJECTS, index);
  const [change, changement] = at(CHANGES, index);
  const number = index + 1;
  return {
    code: `notify-${subject.toLowerCase().replace(' ', '-')}-${change}-${number}`,
    module: 'ereferrals',
    direction: at(DIRECTIONS, Math.floor(index / 7)),
    focus: ['ServiceRequest'],
    name: { en: `${subject} ${change} ${number}`, fr: `${sujet} ${changement} ${number}` },
    description: {
      en: `Sent when step ${number} of the pathway has its ${subject.toLowerCase()} ${change}.`,
      fr: `Envoyé à l’étape ${number} du parcours : ${sujet.toLowerCase()} ${changement}.`,
    },
  };
};

export const eventTypes = (count: number): EventType[] =>
  count === EREFERRALS.length ? EREFERRALS : Array.from({ length: count }, (_, i) => madeUp(i));

const EREFERRALS: EventType[] = EVENT_CATALOGUE.filter(({ module }) => module === 'ereferrals');

/** How many the catalogue has for eReferrals. */
export const CATALOGUE_COUNT = EREFERRALS.length;
