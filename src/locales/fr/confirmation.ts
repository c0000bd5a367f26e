/** What a sender reads once the referral is sent, in French (fr-CA). */
import type { ConfirmationTexts } from '../en/confirmation.js';
import { texts as copy } from './copy.js';

export const texts: ConfirmationTexts = {
  heading: 'Aiguillage envoyé',
  message: 'Merci. Votre aiguillage a été envoyé.',
  reference: 'Référence de l’aiguillage',
  copyReference: 'Copier',
  copied: 'Copié',
  selected: copy.selected,
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
    self: 'Vous avez ouvert {application} dans cet onglet. Vous pouvez y retourner.',
    blank: 'Vous avez ouvert {application} dans un nouvel onglet. Vous pouvez l’ouvrir de nouveau.',
    iframe: 'Vous avez terminé dans {application}. Vous pouvez l’ouvrir de nouveau.',
    host: 'Vous avez ouvert {application}. Vous pouvez l’ouvrir de nouveau.',
  },
  looking: 'Vérification de la prochaine étape…',
  nothing: 'Il n’y a rien d’autre à faire ici.',
  unknown: 'Nous n’avons pas pu vérifier s’il y a une prochaine étape.',
  retry: 'Réessayer',

  otherHost:
    '{application} s’ouvre à l’adresse {host}. Ce n’est pas l’adresse indiquée auparavant. Continuez seulement si vous connaissez {host}.',
  proceed: (application) => `Continuer vers ${application}`,
  newTab: 'Ouvrir dans un nouvel onglet',
  opening: 'Ouverture…',

  failures: {
    unavailable:
      'Impossible d’ouvrir {application}. Votre aiguillage est envoyé. Réessayez dans un instant.',
    'invalid-url':
      'Impossible d’ouvrir {application}\u00a0: son adresse n’est pas valide. Votre aiguillage est envoyé. Communiquez avec votre soutien technique.',
    'patient-reference':
      'Impossible d’ouvrir {application}\u00a0: la référence de cet aiguillage pourrait identifier un patient. Votre aiguillage est envoyé. Communiquez avec votre soutien technique.',
    'new-tab-blocked': 'Votre navigateur a bloqué le nouvel onglet. Utilisez le lien ci-dessous.',
    'frame-own-origin':
      'Pour votre sécurité, nous avons fermé {application}, qui ouvrait une page de ce portail. Votre aiguillage est envoyé. Ouvrez l’application dans un nouvel onglet.',
    'frame-blocked':
      'Impossible d’afficher {application} sur cette page. Votre aiguillage est envoyé. Ouvrez l’application dans un nouvel onglet.',
  },
};
