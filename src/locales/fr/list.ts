/** The list of integrations, in French (fr-CA). */
import type { ListTexts } from '../en/list.js';
import { texts as reasons } from './reasons.js';

const number = new Intl.NumberFormat('fr-CA');
const plural = (count: number, one: string, many: string): string =>
  `${number.format(count)}\u00a0${count < 2 ? one : many}`;

export const texts: ListTexts = {
  title: 'Intégrations',
  register: 'Inscrire une intégration',
  fromJson: 'Inscrire à partir de JSON',

  filters: {
    label: 'Trouver des intégrations',
    search: 'Rechercher par nom ou URL',
    module: 'Module',
    health: 'État',
    sort: 'Trier par',
    all: 'Tous',
    orders: { newest: 'Plus récentes', name: 'Nom' },
  },
  modules: {
    'patient-engagement': 'Mobilisation des patients',
    ereferrals: 'Aiguillages électroniques',
  },
  payloads: { 'ocean-json': 'JSON d’Ocean', 'fhir-r4': 'FHIR\u00a0R4 de HL7' },

  columns: {
    name: 'Intégration',
    module: 'Module',
    payload: 'Charge utile',
    events: 'Événements',
    launch: 'Lancement',
    health: 'État',
    enabled: 'Activée',
    more: 'Détails',
  },
  unnamed: '(sans nom)',
  events: (count) => plural(count, 'événement', 'événements'),
  yes: 'Oui',
  no: 'Non',
  open: (name) => `Ouvrir ${name}`,
  enable: (name) => `Activer ${name}`,
  details: (name) => `Détails de ${name}`,

  health: {
    verified: 'Vérifié',
    failing: 'Vérification échouée',
    erroring: 'Envois en échec',
    unchecked: 'Non vérifié',
    checking: 'Vérification…',
  },
  advice: {
    verified: 'Le point de terminaison a réussi la vérification.',
    failing:
      'Le point de terminaison n’a pas réussi la vérification. Corrigez-le, puis vérifiez-le de nouveau.',
    erroring:
      'Les messages n’arrivent pas à ce point de terminaison. Corrigez-le, vérifiez-le de nouveau, puis renvoyez ce qui a échoué.',
    unchecked: 'Le point de terminaison n’a pas encore été vérifié.',
  },
  reasons,
  status: (httpStatus) => `HTTP\u00a0${httpStatus}`,
  answered: (httpStatus) => `Il a répondu par le code d’état HTTP\u00a0${httpStatus}.`,
  checkedAt: (when) => `Vérifié le ${when}`,
  since: (when) => `Depuis le ${when}`,

  check: 'Vérifier le point de terminaison',
  copyJson: 'Copier en JSON',
  copied: 'Copié, sans les secrets.',
  copyFailed:
    'Cette page ne peut pas utiliser le presse-papiers. Sélectionnez le texte et copiez-le.',
  json: 'Intégration en JSON',
  activity: 'Activité',
  remove: 'Supprimer',

  loading: 'Chargement des intégrations…',
  failed: 'Les intégrations n’ont pas pu être chargées.',
  retry: 'Réessayer',
  wait: (seconds) => `Réessayez dans ${seconds}\u00a0s.`,
  empty: 'Il n’y a pas encore d’intégration.',
  emptyHint:
    'Une intégration informe un autre système des événements de ce site, et peut faire passer l’expéditeur d’un aiguillage à ce système.',
  nothing: 'Aucune intégration ne correspond.',
  clear: 'Effacer la recherche et les filtres',
  readonly: 'Vous pouvez consulter les intégrations, mais pas les modifier.',

  count: (total) => plural(total, 'intégration', 'intégrations'),
  range: (from, to, total) =>
    total === undefined
      ? `${number.format(from)} à ${number.format(to)}`
      : `${number.format(from)} à ${number.format(to)} sur ${number.format(total)}`,
  pages: 'Pages',
  previous: 'Précédent',
  next: 'Suivant',

  removal: {
    heading: (name) => `Supprimer «\u00a0${name}\u00a0»?`,
    body: 'Ocean cesse d’informer son point de terminaison des événements.',
    looking: 'Recherche des fiches qui l’utilisent…',
    listings: 'Ces fiches du répertoire perdent leur lancement\u00a0:',
    noListings: 'Aucune fiche du répertoire ne l’utilise.',
    unknownListings: 'Les fiches qui l’utilisent n’ont pas pu être trouvées.',
    more: (count) => `et ${number.format(count)} de plus`,
    confirm: 'Supprimer',
    cancel: 'Conserver',
    pending: (name) => `«\u00a0${name}\u00a0» sera supprimée.`,
    undo: 'Annuler',
    undone: (name) => `«\u00a0${name}\u00a0» est conservée.`,
    done: (name) => `«\u00a0${name}\u00a0» est supprimée.`,
  },

  changed: {
    enabled: (name) => `«\u00a0${name}\u00a0» est activée.`,
    disabled: (name) => `«\u00a0${name}\u00a0» est désactivée.`,
  },
  errors: {
    network: 'Le service est injoignable.',
    timeout: 'Le service met trop de temps à répondre.',
    aborted: 'La requête a été arrêtée.',
    unauthorized: 'Votre session est terminée. Reconnectez-vous, puis réessayez.',
    forbidden: 'Vous n’avez pas la permission de faire cela.',
    'not-found': 'Cette intégration n’existe plus.',
    conflict: 'Quelqu’un d’autre a modifié cette intégration. Rien n’a été changé ici.',
    invalid: 'Le service n’a pas accepté cela.',
    'too-large': 'C’est plus que ce que le service accepte.',
    'rate-limited': 'Trop de requêtes pour le moment. Réessayez dans un instant.',
    unavailable: 'Un problème est survenu dans le service.',
    malformed: 'Le service a envoyé une réponse que nous n’avons pas pu lire.',
    unsupported: 'Le service n’offre pas cela.',
  },
  showCurrent: 'Afficher son état actuel',

  fromJsonDialog: {
    heading: 'Inscrire à partir de JSON',
    hint: 'Collez ce que «\u00a0Copier en JSON\u00a0» a donné. Les secrets n’en font pas partie\u00a0: vous les entrez dans le formulaire.',
    field: 'JSON',
    confirm: 'Continuer dans le formulaire',
    cancel: 'Annuler',
    notJson: 'Ceci n’est pas du JSON valide.',
    problems: 'Ceci ne convient pas. Corrigez-le ici ou dans le formulaire\u00a0:',
    required: 'est absent',
    tooLong: 'est trop long',
    invalid: 'n’est pas accepté',
    anyway: 'Continuer quand même dans le formulaire',
  },
};
