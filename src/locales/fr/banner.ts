/** What stands at the top and the bottom of a referral form, in French (fr-CA). */
import type { BannerTexts } from '../en/banner.js';

export const texts: BannerTexts = {
  label: 'Après cet aiguillage',
  category: 'Catégorie',
  next: {
    self: 'Après l’envoi de cet aiguillage, vous passerez à {application}, à l’adresse {host}, pour poursuivre.',
    blank:
      'Après l’envoi de cet aiguillage, vous pourrez poursuivre dans {application}, à l’adresse {host}, dans un nouvel onglet.',
    iframe:
      'Après l’envoi de cet aiguillage, vous pourrez poursuivre dans {application}, à l’adresse {host}, sur cette page.',
  },
  none: 'Rien d’autre ne suit l’envoi de cet aiguillage.',
  failed:
    'La suite de cet aiguillage n’a pas pu être trouvée. Vous pouvez envoyer l’aiguillage comme d’habitude.',
};
