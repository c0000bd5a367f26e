/** What a sender reads once the referral is sent, in French (fr-CA). */
import type { ConfirmationTexts } from '../en/confirmation.js';

export const texts: ConfirmationTexts = {
  heading: 'Aiguillage envoyé',
  message: 'Merci. Votre aiguillage a été accepté et envoyé.',
  reference: 'Référence de l’aiguillage',
  copyReference: 'Copier',
  copied: 'Copié',
  selected: 'Sélectionné : appuyez sur Ctrl+C ou ⌘C pour copier.',
  print: 'Imprimer cette confirmation',
  printed: (when) => `Imprimé le ${when}`,

  next: {
    self: 'Poursuivez dans {application} à l’adresse {host} pour terminer.',
    blank:
      'Poursuivez dans {application} à l’adresse {host} pour terminer. Un nouvel onglet s’ouvrira.',
    iframe:
      'Poursuivez dans {application} à l’adresse {host} pour terminer. Tout se passe sur cette page.',
  },
  done: {
    self: '{application} a été ouvert dans cet onglet. Vous pouvez y retourner.',
    blank: '{application} a été ouvert dans un nouvel onglet. Vous pouvez l’ouvrir de nouveau.',
    iframe: '{application} est terminé. Vous pouvez l’ouvrir de nouveau.',
    host: '{application} a été ouvert. Vous pouvez l’ouvrir de nouveau.',
  },
  looking: 'Recherche de la suite…',
  nothing: 'Il n’y a rien d’autre à faire ici.',
  unknown: 'La suite n’a pas pu être trouvée.',
  retry: 'Réessayer',

  proceed: (application) => `Continuer vers ${application}`,
  newTab: 'Ouvrir dans un nouvel onglet',
  opening: 'Ouverture…',

  failures: {
    unavailable:
      '{application} n’a pas pu être ouvert. Votre aiguillage est envoyé; réessayez dans un instant.',
    'invalid-url':
      '{application} n’a pas pu être ouvert, car son adresse n’est pas valide. Votre aiguillage est envoyé; avisez votre administrateur.',
    'new-tab-blocked':
      'Votre navigateur n’a pas ouvert de nouvel onglet. Utilisez le lien ci-dessous.',
    'frame-blocked':
      '{application} n’a pas pu être affiché sur cette page. Votre aiguillage est envoyé; ouvrez-le dans un nouvel onglet.',
  },
};
