/**
 * The events that an integration can be told of, in English and French. A backend may bring a catalogue of its own.
 *
 * Sources: patient engagement, OceanMD's open-source receiver (codes as sent); eReferrals, the Pan-Canadian
 * eReferral-eConsult guide (CA:eReC, Infoway), "Actors and Transactions". The names that Ocean's own API gives its
 * eReferral events are not public: these codes are used for both payload formats.
 */
import type { Module } from './rules.js';
import type { EventType } from './schema.js';

/** Who brought the event about. */
export type EventDirection = 'from-patient' | 'from-requester' | 'from-performer' | 'from-informer';

/** An event type that is whole in both languages. */
export type CatalogueEvent = EventType & {
  name: { en: string; fr: string };
  description: { en: string; fr: string };
  direction: EventDirection;
};

type Texts = readonly [name: string, description: string];

const event = (
  module: Module,
  direction: EventDirection,
  code: string,
  focus: string,
  en: Texts,
  fr: Texts,
): CatalogueEvent => ({
  code,
  module,
  direction,
  focus: focus ? focus.split(' ') : [],
  name: { en: en[0], fr: fr[0] },
  description: { en: en[1], fr: fr[1] },
});

/** The whole catalogue: 2 events of patient engagement, 11 of eReferrals. */
export const EVENT_CATALOGUE: readonly CatalogueEvent[] = [
  event(
    'patient-engagement',
    'from-patient',
    'notify-patient-message-forms-completion',
    '',
    ['Patient message forms completed', 'A patient completed the forms of a patient message.'],
    ['Formulaires remplis', 'Une personne a rempli les formulaires d’un message au patient.'],
  ),
  event(
    'patient-engagement',
    'from-patient',
    'notify-patient-note-added',
    '',
    ['Patient note added', 'A note was added to a patient’s record.'],
    ['Note ajoutée', 'Une note a été ajoutée au dossier d’une personne.'],
  ),
  event(
    'ereferrals',
    'from-requester',
    'add-service-request',
    'ServiceRequest',
    ['New referral sent', 'A new referral is sent.'],
    ['Nouvel aiguillage envoyé', 'Un nouvel aiguillage est envoyé.'],
  ),
  event(
    'ereferrals',
    'from-requester',
    'notify-update-service-request',
    'ServiceRequest',
    ['Referral updated', 'The requester updated a referral or its status.'],
    ['Aiguillage mis à jour', 'Le demandeur a mis à jour un aiguillage ou son état.'],
  ),
  event(
    'ereferrals',
    'from-requester',
    'revoke-service-request',
    'ServiceRequest',
    ['Referral withdrawn', 'The requester withdraws the referral.'],
    ['Aiguillage retiré', 'Le demandeur retire l’aiguillage.'],
  ),
  event(
    'ereferrals',
    'from-requester',
    'send-communication-from-requester',
    'Communication',
    ['Message from the requester', 'The requester sent a message about a referral.'],
    ['Message du demandeur', 'Le demandeur a envoyé un message au sujet d’un aiguillage.'],
  ),
  event(
    'ereferrals',
    'from-performer',
    'notify-add-process-request',
    'Task',
    ['Processing started', 'The performer started to process the referral.'],
    ['Traitement de l’aiguillage commencé', 'L’exécutant a commencé à traiter l’aiguillage.'],
  ),
  event(
    'ereferrals',
    'from-performer',
    'notify-update-process-request',
    'Task Appointment',
    [
      'Processing updated',
      'The processing, its status or an appointment changed: accepted, declined, forwarded and so on.',
    ],
    [
      'Traitement de l’aiguillage mis à jour',
      'Le traitement de l’aiguillage, son état ou un rendez-vous a changé\u00a0: accepté, refusé, transféré, etc.',
    ],
  ),
  event(
    'ereferrals',
    'from-performer',
    'notify-add-appointment',
    'Appointment',
    ['Appointment booked', 'An appointment was booked.'],
    ['Rendez-vous fixé', 'Un rendez-vous a été fixé.'],
  ),
  event(
    'ereferrals',
    'from-performer',
    'notify-data-correction',
    'ServiceRequest Patient',
    [
      'Information corrected',
      'The performer corrected information of the referral or the patient.',
    ],
    [
      'Renseignements corrigés',
      'L’exécutant a corrigé des renseignements de l’aiguillage ou de la personne.',
    ],
  ),
  event(
    'ereferrals',
    'from-performer',
    'send-communication-from-provider',
    'Communication',
    ['Message from the performer', 'The performer sent a message about a referral.'],
    ['Message de l’exécutant', 'L’exécutant a envoyé un message au sujet d’un aiguillage.'],
  ),
  event(
    'ereferrals',
    'from-informer',
    'notify-add-service-record',
    'ServiceRequest',
    ['Service record created', 'An informer created a service record.'],
    ['Dossier de service créé', 'Un informateur a créé un dossier de service.'],
  ),
  event(
    'ereferrals',
    'from-informer',
    'notify-update-service-record',
    'ServiceRequest Task Appointment',
    ['Service record updated', 'An informer updated a service record.'],
    ['Dossier de service mis à jour', 'Un informateur a mis à jour un dossier de service.'],
  ),
];
