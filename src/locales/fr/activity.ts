/** Texts of an integration's activity: test events and deliveries, in French (fr-CA). */
import type { ActivityTexts } from '../en/activity.js';
import { texts as copy } from './copy.js';
import { texts as list } from './list.js';
import { texts as reasons } from './reasons.js';

const number = new Intl.NumberFormat('fr-CA');
/** In French, none and one are singular. */
const plural = (count: number, one: string, many: string): string =>
  `${number.format(count)}\u00a0${count < 2 ? one : many}`;

export const texts: ActivityTexts = {
  title: (name) => `Activité de ${name}`,
  loadingPart: 'Chargement…',
  partFailed: 'Cette partie n’a pas pu être chargée.',
  retry: 'Réessayer',
  errors: list.errors,
  heldUntil: (time) =>
    `Le service demande d’attendre\u00a0: il sera interrogé de nouveau à ${time}.`,
  waitSeconds: (seconds) =>
    `Attendez ${plural(seconds, 'seconde', 'secondes')} avant de réessayer.`,
  noReading: 'Vous n’avez pas la permission de voir ce qui a été envoyé à cette intégration.',
  noSending: 'Vous pouvez consulter ce qui a été envoyé, mais ne rien envoyer.',
  lostSending:
    'Vous n’avez plus la permission d’envoyer quoi que ce soit. Ce qui a été envoyé peut toujours être consulté.',
  of: (what, name) => `${what}\u00a0: ${name}`,

  outcomes: { delivered: 'Remis', failed: 'En échec', pending: 'En attente' },
  status: list.status,
  took: (duration) => `après ${duration}`,
  noAnswer: 'aucune réponse',
  reasons,
  otherReason: (code) =>
    code === undefined
      ? 'L’envoi n’est pas arrivé, pour une raison inconnue ici.'
      : `L’envoi n’est pas arrivé. Raison donnée\u00a0: ${code}.`,
  answers: {
    credentials:
      'Le point de terminaison a refusé l’authentification. Vérifiez celle de cette intégration, et que l’autre système l’accepte.',
    missing:
      'Il n’y a rien à cette adresse. Vérifiez le chemin de l’URL de requête, et que l’autre système est en marche.',
    method:
      'Le point de terminaison n’accepte pas de requête POST contenant du JSON à cette adresse.',
    'too-many':
      'Le point de terminaison n’accepte plus de requêtes pour le moment. Attendez un peu, puis renvoyez.',
    server:
      'L’autre système est lui-même en défaillance. Ses responsables en trouveront la cause dans son journal. Renvoyez ensuite.',
    'web-page':
      'La réponse est une page Web, et non du JSON. Elle vient souvent d’une page de connexion ou d’un serveur mandataire\u00a0: vérifiez que l’URL de requête est celle du point de terminaison lui-même.',
  },
  notVerified: (reason) =>
    `L’envoi est arrivé, mais le point de terminaison n’a pas réussi la vérification (le défi). ${reason}`,
  answer: {
    show: 'Afficher la réponse',
    hide: 'Masquer la réponse',
    label: 'Réponse du point de terminaison',
    hint: 'La première partie de ce que le point de terminaison a envoyé, telle quelle. Elle peut contenir des renseignements personnels sur la santé.',
  },

  testEvent: {
    heading: 'Événement d’essai',
    hint: 'Il est envoyé à l’URL de requête comme le serait un vrai message, avec des données fictives.',
    event: 'Événement',
    noEvents:
      'Cette intégration n’est informée d’aucun événement. Sélectionnez-en d’abord dans son formulaire.',
    showSample: 'Afficher un exemple de charge utile',
    hideSample: 'Masquer l’exemple de charge utile',
    samples: {
      'ocean-json': 'Exemple de charge utile (JSON d’Ocean)',
      'fhir-r4': 'Exemple de charge utile (FHIR R4 de HL7)',
    },
    madeUp:
      'Tout est fictif dans cet exemple. Il ne montre aucun patient, clinique ou aiguillage réel.',
    send: 'Envoyer un événement d’essai',
    sending: 'Envoi…',
    failed: 'L’événement d’essai n’a pas pu être envoyé.',
    result: 'Ce qui est revenu',
    came: (outcome) => `Événement d’essai\u00a0: ${outcome}.`,
    pending: 'Il attend d’être envoyé. Le résultat sera affiché ici.',
    copy,
  },

  deliveries: {
    heading: 'Envois',
    outcome: 'Résultat',
    all: 'Tous',
    loading: 'Chargement des envois…',
    failed: 'Les envois n’ont pas pu être chargés.',
    stale: 'Ce qui est affiché n’est peut-être plus à jour.',
    empty: 'Rien n’a encore été envoyé.',
    nothing: 'Aucun envoi n’a ce résultat.',
    showAll: 'Tout afficher',
    test: 'Essai',
    reference: 'Référence',
    attempts: (count) => `Tentatives (${number.format(count)})`,
    attempt: (position) => `Tentative\u00a0${number.format(position)}`,
    noAttempts: 'Il n’y a pas encore eu de tentative.',
    redeliver: 'Renvoyer',
    redelivering: 'Renvoi…',
    shown: (count, total) =>
      total === undefined || total <= count
        ? plural(count, 'envoi affiché', 'envois affichés')
        : `${number.format(count)} sur ${plural(total, 'envoi affiché', 'envois affichés')}`,
    older: 'Afficher les plus anciens',
    olderFailed: 'Les envois plus anciens n’ont pas pu être chargés.',
    newer: (count) => `Afficher ${plural(count, 'nouvel envoi', 'nouveaux envois')}`,
    newest: 'Revenir aux plus récents',
    fresh: (count) => `${plural(count, 'nouvel envoi', 'nouveaux envois')}.`,
    changed: (count) => `${plural(count, 'envoi a changé', 'envois ont changé')}.`,
  },

  bulk: {
    heading: 'Renvoyer ce qui a échoué',
    since: 'En échec depuis',
    times: { hour: 'Une heure', day: 'Un jour', week: 'Une semaine' },
    start: 'Renvoyer tout ce qui a échoué',
    stop: 'Arrêter',
    stopping: 'Arrêt…',
    looking: 'Recherche de ce qui a échoué…',
    running: (count, total) =>
      total === undefined
        ? `Renvoi\u00a0: ${number.format(count)} jusqu’ici.`
        : `Renvoi\u00a0: ${number.format(count)} sur ${number.format(total)}.`,
    waits: (time) => `Le service demande d’attendre\u00a0: la suite à ${time}.`,
    done: 'Terminé.',
    stopped: 'Arrêté.',
    broken: 'Le renvoi n’a pas pu continuer.',
    nothing: 'Rien n’a échoué depuis.',
    tally: ({ delivered, failed, pending, skipped }) =>
      [
        `${number.format(delivered ?? 0)} remis, ${number.format(failed ?? 0)} de nouveau en échec`,
        ...(pending ? [`${number.format(pending)} en attente`] : []),
        ...(skipped ? [`${number.format(skipped)} sans envoi possible`] : []),
      ].join(', ') + '.',
  },
};
