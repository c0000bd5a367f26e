/** Texts of the advanced launch settings in French (fr-CA). */
import type { AdvancedTexts } from '../en/advanced.js';

const number = (count: number): string => new Intl.NumberFormat('fr-CA').format(count);
/** In French, none and one are singular. */
const plural = (count: number, one: string, many: string): string =>
  `${number(count)}\u00a0${count < 2 ? one : many}`;

export const texts: AdvancedTexts = {
  referralForm: {
    label: 'Formulaire d’aiguillage des fiches associées',
    hint: 'Le lancement suit les aiguillages vers les fiches de ce formulaire. Tapez une partie du nom d’un formulaire ou d’une fiche.',
    listings: (count) => plural(count, 'fiche', 'fiches'),
    loading: 'Recherche en cours…',
    none: (query) => `Aucun formulaire d’aiguillage ne correspond à «\u00a0${query}\u00a0».`,
    empty: 'Il n’y a aucun formulaire d’aiguillage.',
    failed: 'Le chargement des formulaires d’aiguillage a échoué.',
    shown: (count, total) => `${number(count)} sur ${number(total)}`,
    more: 'En afficher d’autres',
    found: (count) =>
      plural(count, 'formulaire d’aiguillage trouvé', 'formulaires d’aiguillage trouvés'),
    foundMore: (count) =>
      `${plural(count, 'formulaire d’aiguillage trouvé', 'formulaires d’aiguillage trouvés')}, et il y en a d’autres`,
    chosen: (name, listings) => `${name} est choisi\u00a0: ${listings}.`,
    usedBy: (count) =>
      count === 0
        ? 'Aucune fiche n’utilise encore ce formulaire.'
        : `Utilisé par ${plural(count, 'fiche', 'fiches')}\u00a0:`,
    others: (count) => `et ${plural(count, 'autre', 'autres')}`,
    remove: 'Retirer',
    removed: 'Le formulaire d’aiguillage est retiré.',
    notChosen: (text) =>
      `«\u00a0${text}\u00a0» n’est pas choisi\u00a0: choisissez un formulaire dans la liste. Rien n’a changé.`,
    resolving: 'Chargement du nom du formulaire…',
    unknown:
      'Le service ne connaît plus de formulaire portant cet identifiant. Il est conservé tel quel.',
    unresolved:
      'Le chargement du nom du formulaire a échoué. Ce qui est enregistré reste tel quel.',
  },

  message: {
    label: 'Message de confirmation (personnalisé)',
    hint: 'Ce que l’expéditeur lit une fois l’aiguillage accepté, à la place du message habituel. Le texte simple convient tel quel; une ligne vide commence un paragraphe.',
    toolbar: 'Mise en forme',
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
    tooMany: (count) => `${plural(count, 'caractère', 'caractères')} de trop`,
    preview: 'Aperçu',
    previewHint: 'La référence de l’aiguillage est fictive.',
    removed: (names) => `Non permis et laissé de côté\u00a0: ${names.join(', ')}`,
    tooLong: 'Trop long pour être affiché avec sa mise en forme.',
    unavailable: 'Cette page ne permet pas d’afficher la mise en forme. Elle est conservée.',
    linkAddress: 'Adresse',
    linkText: 'Texte du lien',
    linkProblem:
      'Entrez une adresse complète, par exemple https://exemple.org, mailto:info@exemple.org ou tel:+15145550100.',
    insertLink: 'Insérer le lien',
    changeLink: 'Modifier le lien',
    removeLink: 'Retirer le lien',
    cancelLink: 'Abandonner le lien',
  },

  logo: {
    label: 'Logo',
    hint: 'PNG, JPEG, WebP, GIF ou SVG, d’au plus 5\u00a0Mo et 8\u00a0192\u00a0pixels de côté.',
    choose: 'Choisir un logo',
    chooseOther: 'Choisir un autre logo',
    drop: 'ou déposez un fichier ici',
    preparing: (name) => `Préparation de ${name}…`,
    uploading: (name) => `Téléversement de ${name}…`,
    progress: 'Téléversement du logo',
    cancel: 'Annuler le téléversement',
    uploaded: (name) => `${name} est téléversé.`,
    size: (width, height) => `${number(width)}\u00a0×\u00a0${number(height)}\u00a0pixels`,
    stored: 'Le logo enregistré',
    notShown: 'L’image ne peut pas être affichée ici.',
    remove: 'Retirer le logo',
    removed: 'Le logo est retiré.',
    firstOnly: (name) => `Un seul fichier peut servir de logo. ${name} est retenu.`,
    earlierStays: 'Le logo précédent est conservé.',
    refusals: {
      'logo-empty': 'Le fichier est vide.',
      'logo-too-large': 'Le fichier dépasse 5\u00a0Mo.',
      'logo-too-many-pixels': 'L’image dépasse 8\u00a0192\u00a0pixels de largeur ou de hauteur.',
      'logo-unreadable': 'Le fichier ne peut pas être lu comme une image.',
      'logo-type': 'Le fichier n’est pas une image PNG, JPEG, WebP, GIF ou SVG.',
      'logo-unsafe':
        'Le SVG contient des éléments qui ne peuvent pas être repris sans risque. Exportez-le en PNG.',
      'logo-svg-blocked': 'Cette page ne peut pas dessiner d’images SVG. Exportez-le en PNG.',
      'logo-cannot-shrink':
        'L’image ne peut pas être réduite suffisamment. Choisissez-en une moins détaillée.',
    },
    warnings: {
      'too-small': 'L’image est très petite\u00a0: elle paraîtra floue.',
      'first-frame': 'L’image est animée\u00a0: sa première vue est conservée.',
    },
    failed: (name) => `Le téléversement de ${name} a échoué.`,
    failures: {
      'too-large': 'Le service n’accepte pas un logo de cette taille\u00a0: au plus 256\u00a0ko.',
      invalid: 'Le service n’accepte que des images PNG et WebP, et a refusé celle-ci.',
      network: 'Le service est injoignable.',
      timeout: 'Le service met trop de temps à répondre.',
      unauthorized: 'Votre session a pris fin. Ouvrez une nouvelle session, puis réessayez.',
      forbidden: 'Vous n’avez pas l’autorisation de téléverser un logo.',
      'rate-limited': 'Trop de requêtes en ce moment.',
      unsupported: 'Le service n’accepte pas de logos.',
    },
    failedOther: 'Un problème est survenu dans le service.',
    stopped: 'Le téléversement a été interrompu.',
  },

  logoAlt: {
    label: 'Description du logo',
    hint: 'Lue à la place de l’image, par exemple «\u00a0Logo de Santé Exemple\u00a0».',
    missing: 'Décrivez le logo pour les personnes qui ne le voient pas.',
  },

  useIframe: {
    label: 'Utiliser un <iframe> intégré',
    hint: 'Affiche le système lancé dans la page d’aiguillage au lieu de la quitter. Ce système doit permettre d’être intégré.',
  },
};
