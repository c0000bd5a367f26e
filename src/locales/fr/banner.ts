/** What stands at the top and the bottom of a referral form, in French (fr-CA). */
import type { BannerTexts } from '../en/banner.js';

export const texts: BannerTexts = {
  label: 'Après cet aiguillage',
  category: 'Catégorie\u00a0:',
  next: {
    self: 'Après l’envoi de cet aiguillage, {application} s’ouvrira à l’adresse {host} pour la suite.',
    blank:
      'Après l’envoi de cet aiguillage, vous pourrez poursuivre dans {application}, à l’adresse {host}, dans un nouvel onglet.',
    iframe:
      'Après l’envoi de cet aiguillage, vous pourrez poursuivre dans {application}, à l’adresse {host}, sur cette page.',
  },
  none: 'Il n’y a aucune autre étape après l’envoi de cet aiguillage.',
  failed:
    'Nous n’avons pas pu vérifier s’il y a une autre étape après cet aiguillage. Vous pouvez l’envoyer comme d’habitude.',
};
