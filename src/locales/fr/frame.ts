/** What stands around a launched system's iframe, in French (fr-CA). */
import type { FrameTexts } from '../en/frame.js';

export const texts: FrameTexts = {
  title: (application) => `${application}, dans cette page`,
  newTab: 'Ouvrir dans un nouvel onglet',
  fullScreen: 'Plein écran',
  close: 'Fermer',
  opening: 'Ouverture de {application}…',
  reference: 'Référence\u00a0: {reference}',
  link: 'ouvrez-le dans un nouvel onglet',

  notices: {
    silent:
      'Il se peut que {application} ne puisse pas s’afficher ici. Si rien n’apparaît, {link}.',
    blocked: '{application} ne peut pas s’afficher sur cette page. Pour continuer, {link}.',
    invalid:
      'Ce système ne peut pas être ouvert, car son adresse n’est pas valide. Avisez votre administrateur.',
  },

  question: 'Fermer {application}? Ce qui y a été saisi pourrait être perdu.',
  keep: 'Garder ouvert',
};
