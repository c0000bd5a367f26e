/** Texts of an integration's activity: test events and deliveries, in French (fr-CA). */
import type { ActivityTexts } from '../en/activity.js';
import { endSentence } from '../end-sentence.js';
import { number, plural } from '../french.js';
import { texts as copy } from './copy.js';
import { texts as list } from './list.js';
import { texts as reasons } from './reasons.js';

export const texts: ActivityTexts = {
  title: (name) => `Activité\u00a0: ${name}`,
  loadingPart: 'Chargement…',
  partFailed: 'Cette partie n’a pas pu être chargée.',
  retry: 'Réessayer',
  errors: list.errors,
  heldUntil: (time) => endSentence(`Le service demande d’attendre. Nous réessaierons à ${time}`),
  waitSeconds: (seconds) =>
    `Attendez ${plural(seconds, 'seconde', 'secondes')} avant de réessayer.`,
  noReading: 'Vous n’avez pas l’autorisation de voir ce qui a été envoyé à cette intégration.',
  noSending: 'Vous pouvez consulter les envois, mais non en faire.',
  lostSending:
    'Vous n’avez plus l’autorisation d’envoyer quoi que ce soit. Vous pouvez toujours consulter les envois.',
  of: (what, name) => `${what}\u00a0: ${name}`,
  at: (event, when) => `${event}, ${when}`,

  outcomes: { delivered: 'Remis', failed: 'En échec', pending: 'En attente' },
  status: list.status,
  took: (answer, duration) => `${answer}, après ${duration}`,
  noAnswer: 'aucune réponse',
  reasons,
  otherReason: (code) =>
    code === undefined
      ? 'Le message n’a pas été remis. La raison est inconnue.'
      : endSentence(`Le message n’a pas été remis. Raison donnée\u00a0: ${code}`),
  answers: {
    credentials:
      'Le point de terminaison a refusé l’authentification. Vérifiez celle de cette intégration, et que l’autre système l’accepte.',
    missing:
      'Il n’y a rien à cette adresse. Vérifiez le chemin de l’URL de requête, et que l’autre système est en marche.',
    method:
      'Le point de terminaison n’accepte pas de requête POST contenant du JSON à cette adresse. Vérifiez le chemin de l’URL de requête.',
    'too-many':
      'Le point de terminaison n’accepte plus de requêtes pour le moment. Attendez un peu, puis renvoyez.',
    server:
      'L’autre système a eu une erreur interne. Demandez à ses responsables de consulter son journal, puis renvoyez.',
    'web-page':
      'La réponse est une page Web, et non du JSON. Elle vient souvent d’une page de connexion ou d’un serveur mandataire\u00a0: vérifiez que l’URL de requête est celle du point de terminaison lui-même.',
  },
  notVerified: (reason) =>
    `Le message a été remis, mais le point de terminaison n’a pas réussi la vérification (le défi). ${reason}`,
  answer: {
    show: 'Afficher la réponse',
    hide: 'Masquer la réponse',
    label: 'Réponse du point de terminaison',
    hint: 'La première partie de la réponse du point de terminaison, telle quelle. Elle peut contenir des renseignements personnels sur la santé.',
  },

  testEvent: {
    heading: 'Événement d’essai',
    hint: 'Un événement d’essai est envoyé à l’URL de requête comme un vrai message, avec des données fictives.',
    event: 'Événement',
    noEvents:
      'Aucun événement n’est sélectionné pour cette intégration. Modifiez-la et sélectionnez-en au moins un.',
    showSample: 'Afficher un exemple de charge utile',
    hideSample: 'Masquer l’exemple de charge utile',
    sample: 'Exemple de charge utile',
    samples: {
      'ocean-json': 'Exemple de charge utile (JSON d’Ocean)',
      'fhir-r4': 'Exemple de charge utile (HL7 FHIR R4)',
    },
    madeUp: 'Tout est fictif dans cet exemple\u00a0: patients, cliniques et aiguillages.',
    send: 'Envoyer un événement d’essai',
    sending: 'Envoi…',
    failed: 'L’événement d’essai n’a pas pu être envoyé.',
    result: 'Résultat',
    came: (outcome) => endSentence(`Événement d’essai\u00a0: ${outcome}`),
    pending: 'En attente d’envoi. Le résultat s’affichera ici.',
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
    attempts: (count) => `Tentatives (${number(count)})`,
    ofAttempt: (position, delivery) => `tentative\u00a0${number(position)}, ${delivery}`,
    noAttempts: 'Il n’y a pas encore eu de tentative.',
    redeliver: 'Renvoyer',
    redelivering: 'Nouvel envoi…',
    shown: (count, total) =>
      total === undefined || total <= count
        ? plural(count, 'envoi affiché', 'envois affichés')
        : `${number(count)} sur ${plural(total, 'envoi affiché', 'envois affichés')}`,
    older: 'Afficher les plus anciens',
    olderFailed: 'Les envois plus anciens n’ont pas pu être chargés.',
    newer: (count) => `Afficher ${plural(count, 'nouvel envoi', 'nouveaux envois')}`,
    newest: 'Revenir aux plus récents',
    fresh: (count) => `${plural(count, 'nouvel envoi', 'nouveaux envois')}.`,
    changed: (count) => `${plural(count, 'envoi a changé', 'envois ont changé')}.`,
  },

  bulk: {
    heading: 'Renvoyer ce qui a échoué',
    since: 'Période',
    times: {
      hour: 'Dernière heure',
      day: 'Dernières 24\u00a0heures',
      week: '7\u00a0derniers jours',
    },
    start: 'Renvoyer tout ce qui a échoué',
    stop: 'Arrêter',
    stopping: 'Arrêt…',
    looking: 'Recherche de ce qui a échoué…',
    running: (count, total) =>
      total === undefined
        ? `Nouvel envoi\u00a0: ${number(count)} jusqu’ici.`
        : `Nouvel envoi\u00a0: ${number(count)} sur ${number(total)}.`,
    waits: (time) => endSentence(`Le service demande d’attendre. Nous réessaierons à ${time}`),
    done: 'Terminé.',
    stopped: 'Arrêté.',
    broken: 'Le nouvel envoi s’est arrêté à cause d’un problème.',
    nothing: 'Rien n’a échoué pendant cette période.',
    tally: ({ delivered, failed, pending, skipped }) =>
      [
        `${number(delivered ?? 0)}\u00a0remis, ${number(failed ?? 0)}\u00a0de nouveau en échec`,
        ...(pending ? [`${number(pending)}\u00a0en attente`] : []),
        ...(skipped ? [`${number(skipped)}\u00a0sans envoi possible`] : []),
      ].join(', ') + '.',
  },
};
