/** Texts of the advanced launch settings in French (fr-CA). */
import type { AdvancedTexts } from '../en/advanced.js';

import { list, number, plural } from '../french.js';

export const texts: AdvancedTexts = {
  referralForm: {
    label: 'Formulaire d’aiguillage des fiches associées',
    hint: 'Le formulaire d’aiguillage des fiches du répertoire liées. Tapez une partie du nom d’un formulaire ou d’une fiche.',
    listings: (count) => plural(count, 'fiche', 'fiches'),
    loading: 'Recherche en cours…',
    none: (query) => `Aucun formulaire d’aiguillage ne correspond à «\u00a0${query}\u00a0».`,
    empty: 'Il n’y a aucun formulaire d’aiguillage.',
    failed: 'Les formulaires d’aiguillage n’ont pas pu être chargés.',
    shown: (count, total) => `${number(count)} sur ${plural(total, 'affiché', 'affichés')}`,
    more: 'Afficher d’autres formulaires',
    found: (count) =>
      plural(count, 'formulaire d’aiguillage trouvé', 'formulaires d’aiguillage trouvés'),
    foundMore: (count) =>
      `${plural(count, 'formulaire d’aiguillage trouvé', 'formulaires d’aiguillage trouvés')}, et il y en a d’autres`,
    chosen: (name, listings) => `Formulaire sélectionné\u00a0: ${name} (${listings}).`,
    usedBy: (count) =>
      count === 0
        ? 'Aucune fiche n’utilise encore ce formulaire.'
        : `Utilisé par ${plural(count, 'fiche', 'fiches')}\u00a0:`,
    others: (count) => `et ${plural(count, 'autre', 'autres')}`,
    remove: 'Retirer',
    removed: 'Le formulaire d’aiguillage est retiré.',
    notChosen: (text) =>
      `Choisissez un formulaire dans la liste\u00a0: le texte «\u00a0${text}\u00a0» ne suffit pas. Rien n’a changé.`,
    resolving: 'Chargement du nom du formulaire…',
    unknown:
      'Le service n’a plus de formulaire portant cet identifiant. Votre paramètre ne change pas.',
    unresolved: 'Le nom du formulaire n’a pas pu être chargé. Votre paramètre ne change pas.',
  },

  message: {
    label: 'Message de confirmation (personnalisé)',
    hint: 'Ce que l’expéditeur lit à la place du message habituel. Vous pouvez taper du texte brut. Laissez une ligne vide pour commencer un paragraphe.',
    toolbar: 'Mise en forme',
    withKey: (tool, key) => `${tool} (Ctrl+${key})`,
    bold: 'Gras',
    italic: 'Italique',
    list: 'Liste',
    link: 'Lien',
    insert: 'Insérer',
    placeholders: {
      companyName: 'Nom de l’entreprise',
      applicationName: 'Nom de l’application',
      referralRef: 'Référence de l’aiguillage',
    },
    examples: {
      companyName: 'Santé Exemple',
      applicationName: 'Accueil Exemple',
      referralRef: 'AIG-2041',
    },
    count: (count, most) => `${number(count)} sur ${plural(most, 'caractère', 'caractères')}`,
    countOver: (count, most) =>
      `${number(count)} sur ${plural(most, 'caractère', 'caractères')}\u00a0: ${plural(count - most, 'caractère', 'caractères')} de trop`,
    preview: 'Aperçu',
    previewHint: 'La référence de l’aiguillage est fictive.',
    removed: (names) => `Retiré, car non permis\u00a0: ${list(names)}`,
    tooLong: 'Le message est trop long pour être affiché avec sa mise en forme.',
    unavailable:
      'Cette page ne permet pas d’afficher la mise en forme. La mise en forme est conservée.',
    linkAddress: 'Adresse',
    linkText: 'Texte du lien',
    linkProblem:
      'Entrez une adresse complète, par exemple https://exemple.org, mailto:info@exemple.org ou tel:+15145550100.',
    insertLink: 'Insérer le lien',
    changeLink: 'Modifier le lien',
    removeLink: 'Retirer le lien',
    cancelLink: 'Annuler',
  },

  logo: {
    label: 'Logo',
    hint: 'PNG, JPEG, WebP, GIF ou SVG, d’au plus 5\u00a0Mo et 8\u00a0192\u00a0pixels de côté.',
    choose: 'Choisir un logo',
    chooseOther: 'Choisir un autre logo',
    drop: 'ou déposez un fichier ici',
    preparing: (name) => `Préparation du fichier ${name}…`,
    uploading: (name) => `Téléversement du fichier ${name}…`,
    progress: 'Téléversement du logo',
    cancel: 'Annuler le téléversement',
    uploaded: (name) => `Le fichier ${name} est téléversé.`,
    size: (width, height) => `${number(width)}\u00a0×\u00a0${number(height)}\u00a0pixels`,
    stored: 'Logo enregistré',
    notShown: 'L’image ne peut pas être affichée ici.',
    remove: 'Retirer le logo',
    removed: 'Le logo est retiré.',
    firstOnly: (name) => `Un seul fichier peut servir de logo. Le fichier ${name} est retenu.`,
    earlierStays: 'Le logo précédent est conservé.',
    refusals: {
      'logo-empty': 'Le fichier est vide.',
      'logo-too-large': 'Le fichier dépasse 5\u00a0Mo.',
      'logo-too-many-pixels': 'L’image dépasse 8\u00a0192\u00a0pixels de largeur ou de hauteur.',
      'logo-unreadable': 'Le fichier ne peut pas être lu comme une image.',
      'logo-type': 'Le fichier n’est pas une image PNG, JPEG, WebP, GIF ou SVG.',
      'logo-unsafe': 'Le SVG contient des éléments qui ne sont pas sûrs. Exportez l’image en PNG.',
      'logo-svg-blocked': 'Cette page ne peut pas dessiner d’images SVG. Exportez l’image en PNG.',
      'logo-cannot-shrink':
        'L’image ne peut pas être réduite suffisamment. Choisissez-en une moins détaillée.',
    },
    warnings: {
      'too-small': 'L’image est très petite\u00a0: elle paraîtra floue.',
      'first-frame': 'L’image est animée\u00a0: seule sa première image est conservée.',
    },
    refused: (name, why) => `${name}\u00a0: ${why}`,
    failed: (name, why) => `Le fichier ${name} n’a pas pu être téléversé. ${why}`,
    requestId: (id) => `Pour le soutien technique\u00a0: requête ${id}`,
    failures: {
      'too-large':
        'Le service accepte les logos d’au plus 256\u00a0ko, et celui-ci est encore trop gros une fois réduit. Choisissez une image plus simple.',
      invalid: 'Le service n’accepte que des images PNG et WebP, et a refusé celle-ci.',
      network: 'Le service est injoignable.',
      timeout: 'Le service met trop de temps à répondre.',
      unauthorized: 'Votre session a pris fin. Reconnectez-vous, puis réessayez.',
      forbidden: 'Vous n’avez pas l’autorisation de téléverser un logo.',
      'rate-limited': 'Trop de requêtes en ce moment.',
      unsupported: 'Le service n’accepte pas de logos.',
    },
    failedOther: 'Le service éprouve un problème. Réessayez dans quelques minutes.',
    stopped: 'Le téléversement a été interrompu.',
  },

  logoAlt: {
    label: 'Description du logo',
    hint: 'Lue à la place de l’image, par exemple «\u00a0Logo de Santé Exemple\u00a0».',
    missing: 'Décrivez le logo pour les personnes qui ne le voient pas.',
  },

  useIframe: {
    label: 'Utiliser un <iframe> intégré',
    hint: 'Affiche le système lancé dans la page d’aiguillage. L’expéditeur reste sur cette page. Le système doit permettre d’être intégré.',
  },
};
