/** The list of integrations, in French (fr-CA). */
import type { ListTexts } from '../en/list.js';
import { endSentence } from '../end-sentence.js';
import { number, plural } from '../french.js';
import { texts as reasons } from './reasons.js';

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
    orders: { newest: 'Les plus récentes', name: 'Nom' },
  },
  modules: {
    'patient-engagement': 'Mobilisation des patients',
    ereferrals: 'Aiguillages électroniques',
  },
  payloads: { 'ocean-json': 'JSON d’Ocean', 'fhir-r4': 'HL7 FHIR\u00a0R4' },

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
  details: (name) => `Détails\u00a0: ${name}`,

  health: {
    verified: 'Vérifié',
    failing: 'Vérification en échec',
    erroring: 'Envois en échec',
    unchecked: 'Non vérifié',
    checking: 'Vérification…',
  },
  advice: {
    verified: 'Le point de terminaison a réussi la vérification.',
    failing:
      'Le point de terminaison n’a pas réussi la vérification. Corrigez le point de terminaison, puis vérifiez-le de nouveau.',
    erroring:
      'Les messages ne sont pas remis à ce point de terminaison. Corrigez le point de terminaison, vérifiez-le de nouveau, puis renvoyez ce qui a échoué.',
    unchecked: 'Le point de terminaison n’a pas encore été vérifié.',
  },
  reasons,
  status: (httpStatus) => `HTTP\u00a0${httpStatus}`,
  answered: (httpStatus) =>
    `Le point de terminaison a répondu par le code d’état HTTP\u00a0${httpStatus}.`,
  checkedAt: (when) => endSentence(`Vérifié le ${when}`),
  since: (when) => endSentence(`Depuis le ${when}`),

  checked: (name, health) => `${name}\u00a0: ${health}`,

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
  wait: (seconds) => `Réessayez dans ${plural(seconds, 'seconde', 'secondes')}.`,
  empty: 'Il n’y a pas encore d’intégration.',
  emptyHint:
    'Une intégration transmet à un autre système les événements de ce site. Elle peut aussi diriger l’expéditeur d’un aiguillage vers ce système.',
  nothing: 'Aucune intégration ne correspond.',
  clear: 'Effacer la recherche et les filtres',
  readonly: 'Vous pouvez consulter les intégrations, mais non les modifier.',

  count: (total) => plural(total, 'intégration', 'intégrations'),
  range: (from, to, total) =>
    total === undefined
      ? `${number(from)} à ${number(to)}`
      : `${number(from)} à ${number(to)} sur ${number(total)}`,
  pages: 'Pages',
  previous: 'Page précédente',
  next: 'Page suivante',

  removal: {
    heading: (name) => `Supprimer «\u00a0${name}\u00a0»?`,
    body: 'Ocean cessera d’envoyer les événements à son point de terminaison.',
    looking: 'Vérification des fiches du répertoire qui utilisent cette intégration…',
    listings: 'Ces fiches du répertoire perdront leur lancement\u00a0:',
    noListings: 'Aucune fiche du répertoire n’utilise cette intégration.',
    unknownListings:
      'Nous n’avons pas pu vérifier quelles fiches du répertoire utilisent cette intégration.',
    more: (count) => `et ${plural(count, 'autre', 'autres')}`,
    confirm: 'Supprimer',
    cancel: 'Conserver',
    pending: (name) => `L’intégration «\u00a0${name}\u00a0» sera supprimée.`,
    undo: 'Annuler la suppression',
    undone: (name) => `L’intégration «\u00a0${name}\u00a0» est conservée.`,
    done: (name) => `L’intégration «\u00a0${name}\u00a0» est supprimée.`,
  },

  changed: {
    enabled: (name) => `L’intégration «\u00a0${name}\u00a0» est activée.`,
    disabled: (name) => `L’intégration «\u00a0${name}\u00a0» est désactivée.`,
  },
  errors: {
    network: 'Le service est injoignable.',
    timeout: 'Le service met trop de temps à répondre.',
    aborted: 'La requête a été interrompue.',
    unauthorized: 'Votre session a pris fin. Reconnectez-vous, puis réessayez.',
    forbidden: 'Vous n’avez pas l’autorisation de faire cela.',
    'not-found': 'Cette intégration n’existe plus.',
    conflict:
      'Quelqu’un d’autre a modifié cette intégration. Votre modification n’a pas été enregistrée.',
    invalid: 'Le service n’a pas accepté la requête.',
    'too-large':
      'La requête ou sa réponse est trop volumineuse. Communiquez avec votre soutien technique.',
    'rate-limited': 'Trop de requêtes en ce moment.',
    unavailable: 'Le service éprouve un problème. Réessayez dans quelques minutes.',
    malformed:
      'Nous n’avons pas pu lire la réponse du service. Si le problème persiste, communiquez avec votre soutien technique.',
    unsupported: 'Le service n’offre pas cette fonction. Communiquez avec votre soutien technique.',
  },
  noList:
    'Le service n’a pas de liste d’intégrations à cette adresse. Communiquez avec votre soutien technique.',
  showCurrent: 'Afficher la version actuelle',

  fromJsonDialog: {
    heading: 'Inscrire à partir de JSON',
    hint: 'Collez le JSON que vous avez copié avec «\u00a0Copier en JSON\u00a0». Les secrets n’en font pas partie\u00a0: vous les entrez dans le formulaire.',
    field: 'JSON',
    confirm: 'Continuer dans le formulaire',
    cancel: 'Annuler',
    notJson:
      'Ce texte n’est pas une intégration en JSON. Copiez-la de nouveau avec «\u00a0Copier en JSON\u00a0».',
    problems:
      'Certaines valeurs ne sont pas valides. Corrigez-les ici ou dans le formulaire\u00a0:',
    problem: (label, sentence) => `${label}\u00a0: ${sentence}`,
    secretsRemoved: 'Les secrets ont été retirés du JSON. Entrez-les dans le formulaire.',
    anyway: 'Continuer quand même dans le formulaire',
  },
};
