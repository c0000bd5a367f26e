/** What stands around a launched system's iframe, in French (fr-CA). */
import type { FrameTexts } from '../en/frame.js';

export const texts: FrameTexts = {
  title: (application) => `${application}, sur cette page`,
  newTab: 'Ouvrir dans un nouvel onglet',
  fullScreen: 'Plein écran',
  close: 'Fermer',
  opening: '{application} s’ouvre…',
  reference: 'Référence\u00a0: {reference}',
  link: 'ouvrez l’application dans un nouvel onglet',

  notices: {
    silent: '{application} pourrait ne pas s’afficher sur cette page. Si rien n’apparaît, {link}.',
    blocked: '{application} ne peut pas s’afficher sur cette page. Pour continuer, {link}.',
    invalid:
      'Impossible d’ouvrir ce système\u00a0: son adresse n’est pas valide. Communiquez avec votre soutien technique.',
  },

  focusTaken:
    '{application} a tenté de prendre le focus du clavier. Le focus est revenu là où vous écriviez.',

  question: 'Fermer {application}? Ce que vous y avez entré pourrait être perdu.',
  keep: 'Ne pas fermer',
};
