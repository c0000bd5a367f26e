/** The preview beside the launch settings, in French (fr-CA). */
import type { PreviewTexts } from '../en/preview.js';

export const texts: PreviewTexts = {
  heading: 'Ce que voit l’expéditeur',
  form: 'Le formulaire d’aiguillage du portail',
  sent: 'Une fois l’aiguillage envoyé',
  only: 'Cet aperçu n’ouvre rien.',
  language: 'Langue de l’aperçu',
  examples: { companyName: 'Nom de l’entreprise', applicationName: 'Nom de l’application' },
};
