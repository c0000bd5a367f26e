/** The registration form's texts in French (fr-CA). */
import type { MessageTexts } from '../en/messages.js';
import { endSentence } from '../end-sentence.js';
import { plural } from '../french.js';
import { texts as reasons } from './reasons.js';

const characters = (count: number): string => plural(count, 'caractère', 'caractères');

export const texts: MessageTexts = {
  endpoint: {
    httpStatus: (status) => `Code d’état HTTP\u00a0${status}.`,
    answered: (status) =>
      `Le point de terminaison a répondu par le code d’état HTTP\u00a0${status}. Il doit répondre 200.`,
    checkedAt: (when) => endSentence(`Vérifié le ${when}`),
    announced: (state, reason) => `${endSentence(state)} ${reason}`.trim(),
    withoutSecret:
      'Le secret enregistré n’a pas servi à cette vérification. Entrez-le de nouveau, puis vérifiez le point de terminaison.',
    reasons,
    saveAnyway:
      'Vous pouvez enregistrer l’intégration maintenant et vérifier le point de terminaison plus tard.',
  },

  capabilities: {
    register: 'Vous n’avez pas l’autorisation d’inscrire des intégrations.',
    edit: 'Vous pouvez consulter cette intégration, mais non la modifier.',
  },

  afterwards: {
    another: 'Inscrire une autre intégration',
    asNew: 'Inscrire comme nouvelle intégration',
  },

  summary: {
    heading: 'Il y a un problème',
    other: 'Le service n’a pas accepté ce qui suit\u00a0:',
  },

  saved: {
    registered: 'L’intégration est inscrite.',
    updated: 'Vos modifications sont enregistrées.',
    unverified: 'Le point de terminaison n’a pas encore réussi la vérification.',
  },

  failures: {
    save: 'Vos modifications ne sont pas enregistrées.',
    unconfirmed:
      'Nous n’avons pas pu confirmer l’enregistrement. Tout ce que vous avez entré est encore ici. Appuyez de nouveau sur le bouton\u00a0: rien ne sera enregistré deux fois.',
    offline:
      'Vous êtes hors ligne. Rien n’a été transmis, et tout ce que vous avez entré est encore ici.',
    online: 'Vous êtes de nouveau en ligne. Appuyez sur le bouton pour enregistrer.',
    pending: 'Le service a reçu l’intégration; la mise en place se poursuit.',
    notActive:
      'L’intégration n’est pas encore active. Tout ce que vous avez entré est encore ici. Appuyez de nouveau sur le bouton dans un moment\u00a0: rien ne sera enregistré deux fois.',
    status: (status) => `Pour le soutien technique\u00a0: code d’état HTTP\u00a0${status}`,
    requestId: (id) => `Pour le soutien technique\u00a0: requête ${id}`,
    kinds: {
      network: 'Le service est injoignable.',
      timeout: 'Le service met trop de temps à répondre.',
      aborted: 'La requête a été interrompue.',
      unauthorized:
        'Votre session a pris fin. Reconnectez-vous, puis appuyez de nouveau sur le bouton. Tout ce que vous avez entré est encore ici.',
      forbidden: 'Vous n’avez pas l’autorisation de faire cela.',
      'not-found': 'Cette intégration n’existe plus.',
      conflict:
        'Le service a refusé ces données, car elles sont incompatibles avec ce qui est déjà enregistré. Communiquez avec votre soutien technique.',
      invalid: 'Le service n’a pas accepté la requête.',
      'too-large':
        'Les données dépassent la taille permise. Raccourcissez le message de confirmation.',
      'rate-limited': 'Trop de requêtes en ce moment.',
      unavailable: 'Le service éprouve un problème. Réessayez dans quelques minutes.',
      malformed:
        'Nous n’avons pas pu lire la réponse du service. Si le problème persiste, communiquez avec votre soutien technique.',
      unsupported:
        'Le service n’offre pas cette fonction. Communiquez avec votre soutien technique.',
    },
    loadKinds: {
      'too-large':
        'La réponse du service est trop volumineuse. Communiquez avec votre soutien technique.',
    },
  },

  draft: {
    found: (when) => endSentence(`Il y a un brouillon non enregistré du ${when}`),
    restore: 'Restaurer le brouillon',
    discard: 'Supprimer le brouillon',
    secrets:
      'Les mots de passe et les clés, ainsi que les adresses qui en contiennent ou qui ne sont pas sûres, ne sont pas conservés dans les brouillons\u00a0: entrez-les de nouveau.',
  },

  conflict: {
    heading: 'Quelqu’un d’autre a modifié cette intégration depuis que vous l’avez ouverte',
    loading: 'Chargement de ce que cette personne a enregistré…',
  },

  urlNotes: {
    'url-normalised': (url) => `Sera enregistrée sous la forme ${url}`,
    'url-idn': (host) =>
      `Nom d’hôte international. Sa forme technique est ${host}\u00a0: vérifiez que c’est bien celui que vous voulez.`,
    'url-address-literal': () => 'C’est une adresse plutôt qu’un nom d’hôte.',
    'url-long': () =>
      `Très longue\u00a0: certains serveurs n’acceptent pas plus de ${characters(2048)}.`,
    'url-fragment-dropped': () =>
      'La partie qui suit # n’est jamais transmise à un serveur\u00a0: elle est retirée.',
    'url-unencrypted': () => 'Non chiffrée. Utilisez https hors d’un réseau de confiance.',
    'url-port-unusual': () => 'Les navigateurs bloquent ce port. Utilisez-en un autre.',
    'url-placeholder-left': () => 'Cela ressemble à une variable qui n’a pas été remplacée.',
    'url-not-public': () => 'Cet hôte n’est joignable que de l’intérieur d’un réseau.',
  },
  useSuggestion: (url) => `Utiliser ${url}`,

  required: {
    '/name': 'Entrez un nom pour l’intégration.',
    '/requestUrl': 'Entrez l’URL de requête.',
    '/events': 'Choisissez au moins un événement.',
    '/authentication/username': 'Entrez le nom d’utilisateur.',
    '/authentication/password': 'Entrez le mot de passe.',
    '/authentication/tokenUrl': 'Entrez l’URL du jeton.',
    '/authentication/clientId': 'Entrez l’identifiant du client.',
    '/authentication/clientSecret': 'Entrez le secret du client.',
    '/authentication/key': 'Entrez la clé.',
    '/launch/companyName': 'Entrez le nom de l’entreprise.',
    '/launch/companyName/fr': 'Entrez le nom de l’entreprise en français.',
    '/launch/baseLaunchUrl': 'Entrez l’URL de lancement de base.',
    '/launch/applicationName': 'Entrez le nom de l’application.',
    '/launch/applicationName/fr': 'Entrez le nom de l’application en français.',
  },

  requiredOther: 'Entrez une valeur.',

  problems: {
    'format-not-for-module': 'Ce type de charge utile ne convient pas au module.',
    'launch-not-for-module': 'Ce module n’admet pas de lancement.',
    'message-too-long': `Raccourcissez le message\u00a0: au plus ${characters(4000)} de texte.`,
    'message-markup-too-long': `Raccourcissez le message\u00a0: au plus ${characters(20000)}, mise en forme comprise.`,
    'url-too-long': `Raccourcissez l’URL\u00a0: au plus ${characters(8192)}.`,
    'url-space': 'Retirez l’espace ou le saut de ligne à l’intérieur de l’URL.',
    'url-invisible':
      'L’URL contient un caractère invisible. Tapez-la de nouveau au lieu de la coller.',
    'url-slashes':
      'Commencez l’URL par https:// et remplacez chaque barre oblique inversée (\\) par une barre oblique (/).',
    'url-scheme-missing': 'Entrez l’URL entière, à partir de https://.',
    'url-scheme': 'L’URL doit commencer par https://.',
    'url-not-https': 'L’URL doit commencer par https://, afin d’être chiffrée.',
    'url-user-info':
      'Retirez le nom d’utilisateur ou le mot de passe qui précède l’hôte. Ils se donnent sous Authentification.',
    'url-placeholder': 'Remplacez la variable dans l’URL par sa valeur.',
    'url-host-encoded': 'Écrivez le nom d’hôte sans le signe %.',
    'url-host-label': 'Le nom d’hôte n’est pas valide\u00a0: vérifiez ses points et sa longueur.',
    'url-host-number':
      'Écrivez l’adresse en quatre nombres, par exemple 203.0.113.10, ou utilisez un nom d’hôte.',
    'url-host-not-public': 'Cet hôte est injoignable de l’extérieur. Entrez un nom d’hôte public.',
    'url-host-forbidden': 'Cette adresse n’est jamais permise. Entrez un nom d’hôte public.',
    'url-port': 'Ce port n’est pas permis. Retirez-le ou utilisez-en un autre.',
    'url-patient-identifier':
      'Retirez le paramètre qui désigne un patient. Une URL ne doit contenir aucun renseignement personnel sur la santé.',
    'url-launch-parameter':
      'Retirez referralRef, siteNum et launch de la requête de l’URL. Ocean ajoute ces paramètres au lancement.',
    'name-invisible':
      'Retirez les caractères invisibles de ce nom. Entrez-le de nouveau au clavier.',
    'url-invalid': 'Cette URL n’est pas valide. Vérifiez s’il y a une faute de frappe.',
  },
  tooLong: (maximum) => `Raccourcissez ce texte\u00a0: au plus ${characters(maximum)}.`,
  invalid: 'Cette valeur n’est pas valide. Vérifiez-la.',
};
