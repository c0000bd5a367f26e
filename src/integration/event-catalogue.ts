/**
 * The events that an integration can receive, in English and French. A backend may bring a catalogue of its own.
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
    [
      'Formulaires d’un message au patient remplis',
      'Un patient a rempli les formulaires d’un message au patient.',
    ],
  ),
  event(
    'patient-engagement',
    'from-patient',
    'notify-patient-note-added',
    '',
    ['Patient note added', 'A note was added to a patient’s record.'],
    ['Note ajoutée au dossier du patient', 'Une note a été ajoutée au dossier d’un patient.'],
  ),
  event(
    'ereferrals',
    'from-requester',
    'add-service-request',
    'ServiceRequest',
    ['New referral sent', 'A new referral was sent.'],
    ['Nouvel aiguillage envoyé', 'Un nouvel aiguillage a été envoyé.'],
  ),
  event(
    'ereferrals',
    'from-requester',
    'notify-update-service-request',
    'ServiceRequest',
    ['Referral updated', 'The sender updated a referral or its status.'],
    ['Aiguillage mis à jour', 'L’expéditeur a mis à jour un aiguillage ou son état.'],
  ),
  event(
    'ereferrals',
    'from-requester',
    'revoke-service-request',
    'ServiceRequest',
    ['Referral withdrawn', 'The sender withdrew the referral.'],
    ['Aiguillage retiré', 'L’expéditeur a retiré l’aiguillage.'],
  ),
  event(
    'ereferrals',
    'from-requester',
    'send-communication-from-requester',
    'Communication',
    ['Message from the sender', 'The sender sent a message about a referral.'],
    ['Message de l’expéditeur', 'L’expéditeur a envoyé un message au sujet d’un aiguillage.'],
  ),
  event(
    'ereferrals',
    'from-performer',
    'notify-add-process-request',
    'Task',
    ['Referral processing started', 'The recipient started to process the referral.'],
    ['Traitement de l’aiguillage commencé', 'Le destinataire a commencé à traiter l’aiguillage.'],
  ),
  event(
    'ereferrals',
    'from-performer',
    'notify-update-process-request',
    'Task Appointment',
    [
      'Referral processing updated',
      'The processing of the referral, its status or an appointment changed: accepted, declined, forwarded and so on.',
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
      'The recipient corrected information about the referral or the patient.',
    ],
    [
      'Renseignements corrigés',
      'Le destinataire a corrigé des renseignements sur l’aiguillage ou le patient.',
    ],
  ),
  event(
    'ereferrals',
    'from-performer',
    'send-communication-from-provider',
    'Communication',
    ['Message from the recipient', 'The recipient sent a message about a referral.'],
    ['Message du destinataire', 'Le destinataire a envoyé un message au sujet d’un aiguillage.'],
  ),
  event(
    'ereferrals',
    'from-informer',
    'notify-add-service-record',
    'ServiceRequest',
    ['Service record created', 'Another system created a service record.'],
    ['Dossier de service créé', 'Un autre système a créé un dossier de service.'],
  ),
  event(
    'ereferrals',
    'from-informer',
    'notify-update-service-record',
    'ServiceRequest Task Appointment',
    ['Service record updated', 'Another system updated a service record.'],
    ['Dossier de service mis à jour', 'Un autre système a mis à jour un dossier de service.'],
  ),
];
