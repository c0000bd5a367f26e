/** The registration form's texts in French (fr-CA). */
import type { FormTexts } from '../en/form.js';
import { endSentence } from '../end-sentence.js';
import { list, number, plural } from '../french.js';

export const texts: FormTexts = {
  title: {
    register: 'Inscrire une intégration',
    edit: 'Modifier l’intégration',
    view: 'Intégration',
  },
  optional: '(facultatif)',
  inLanguage: (label, language) => `${label} (${language})`,
  english: 'anglais',
  french: 'français',
  loading: 'Chargement de l’intégration…',
  loadingPart: 'Chargement…',
  partFailed: 'Cette partie n’a pas pu être chargée.',
  failed: 'L’intégration n’a pas pu être chargée.',

  module: {
    legend: 'Module',
    options: {
      'patient-engagement': 'Mobilisation des patients',
      ereferrals: 'Aiguillages électroniques',
    },
    hints: {
      'patient-engagement': 'Messages, notes et formulaires des patients',
      ereferrals: 'Les aiguillages (orientations) et leur suivi',
    },
    unsent: (parts) =>
      `${endSentence(`Ne sera pas transmis avec ce module\u00a0: ${list(parts)}`)} Ces éléments restent dans le formulaire jusqu’à l’enregistrement.`,
    unsentEvents: (count) => plural(count, 'événement', 'événements'),
    unsentLaunch: 'le lancement du système d’aiguillage',
    unsentPayload: 'le type de charge utile',
  },

  basics: {
    heading: 'Renseignements de base',
    name: 'Nom de l’intégration',
    nameHint:
      'Permet de reconnaître l’intégration dans les listes, et au moment d’y lier une fiche du répertoire.',
    requestUrl: 'URL de requête',
    requestUrlHint: 'Le point de terminaison du webhook auquel Ocean transmet les mises à jour.',
  },

  endpoint: {
    check: 'Vérifier le point de terminaison',
    checking: 'Vérification du point de terminaison…',
    unchecked: 'Pas encore vérifié',
    stale: 'Modifié depuis la dernière vérification',
    verified: 'Point de terminaison vérifié',
    failing: 'Le point de terminaison n’a pas réussi la vérification',
    erroring: 'Les envois à ce point de terminaison échouent',
    unavailable: 'La vérification n’a pas pu être faite',
    explain: 'Comment fonctionne la vérification',
  },

  payload: {
    heading: 'Charge utile',
    type: 'Type de charge utile',
    formats: { 'fhir-r4': 'HL7 FHIR R4', 'ocean-json': 'JSON d’Ocean' },
    formatHints: {
      'fhir-r4':
        'Un lot (Bundle) de type message selon le guide d’aiguillage électronique de l’Ontario',
      'ocean-json': 'Des références seulement, dans le format propre à Ocean',
    },
    deprecated:
      'Conservé pour les intégrations existantes. Les nouvelles intégrations d’aiguillage électronique devraient utiliser HL7 FHIR R4.',
    only: 'Les événements de mobilisation des patients sont toujours transmis en JSON d’Ocean.',
    guide: 'Version du guide FHIR',
    guides: {
      '0.11.1': 'v0.11.1 (recommandée)',
      '0.10.0': 'v0.10.0 (intégrations existantes)',
    },
    sample: 'Afficher un exemple de charge utile',
    hideSample: 'Masquer l’exemple de charge utile',
  },

  authentication: {
    heading: 'Authentification',
    type: 'Authentification',
    hint: 'Comment Ocean s’authentifie auprès de votre point de terminaison.',
    types: {
      none: 'Aucune',
      basic: 'De base (HTTP Basic)',
      oauth2: 'OAuth 2.0, justificatifs du client',
      'webhook-key': 'Clé de webhook',
    },
    fields: {
      username: 'Nom d’utilisateur',
      password: 'Mot de passe',
      tokenUrl: 'URL du jeton',
      clientId: 'Identifiant du client',
      clientSecret: 'Secret du client',
      scope: 'Portée',
      key: 'Clé',
    },
    keyHint: 'Transmise dans l’en-tête x-ocean-webhook-key.',
    stored: 'Une valeur est déjà enregistrée. Laissez le champ vide pour la conserver.',
  },

  events: {
    heading: 'Événements',
    hint: 'Les événements qu’Ocean transmet au point de terminaison.',
    filter: 'Filtrer les événements',
    selected: (count, total) =>
      `${plural(count, 'sélectionné', 'sélectionnés')} sur ${number(total)}`,
    shown: (count) => plural(count, 'événement affiché', 'événements affichés'),
    none: 'Aucun événement ne correspond au filtre.',
    empty: 'Le service n’offre aucun événement pour ce module.',
    selectAll: (group) => `Tous les événements\u00a0: ${group}`,
    groups: {
      'from-patient': 'Du patient',
      'from-requester': 'De l’expéditeur (demandeur)',
      'from-performer': 'Du destinataire (exécutant)',
      'from-informer': 'D’un autre système (informateur)',
      other: 'Autres événements',
      unknown: 'Sélectionnés, mais plus offerts par le service',
    },
    loading: 'Chargement des événements…',
    failed: 'Les événements n’ont pas pu être chargés.',
  },

  launch: {
    heading: 'Lancement du système d’aiguillage',
    activate: 'Activer le lancement d’un système d’aiguillage à l’envoi d’un aiguillage',
    hint: 'Après l’envoi d’un aiguillage, l’expéditeur est dirigé vers un autre système.',
    bilingual: 'Entrer les textes en anglais et en français',
    companyName: 'Nom de l’entreprise',
    companyNameHint: 'L’entreprise dont le système sera lancé.',
    baseLaunchUrl: 'URL de lancement de base',
    baseLaunchUrlHint:
      'Là où l’expéditeur est dirigé. Seuls la référence de l’aiguillage, le numéro de site et un jeton à usage unique y sont ajoutés.',
    applicationName: 'Nom de l’application',
    category: 'Catégorie',
    categories: [
      'Accueil centralisé',
      'Imagerie diagnostique',
      'Consultation électronique',
      'Soins à domicile et en milieu communautaire',
      'Laboratoire',
      'Santé mentale',
      'Soins spécialisés',
    ],
    advanced: 'Paramètres avancés',
    notAllowed:
      'Vous n’avez pas l’autorisation de modifier le lancement du système d’aiguillage. Les paramètres enregistrés ne changent pas.',
  },

  actions: {
    register: 'Inscrire l’intégration',
    save: 'Enregistrer les modifications',
    saving: 'Enregistrement…',
    cancel: 'Annuler',
    retry: 'Réessayer',
    wait: (seconds) => `Réessayez dans ${plural(seconds, 'seconde', 'secondes')}.`,
  },
};
