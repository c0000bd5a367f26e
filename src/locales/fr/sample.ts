/** Texts of the sample payload, in French (fr-CA). */
import type { SampleTexts } from '../en/sample.js';
import { texts as copy } from './copy.js';

export const texts: SampleTexts = {
  madeUp:
    'Tout est fictif dans cet exemple. Il ne montre aucun patient, clinique ou aiguillage réel.',
  event: 'Événement',
  notSelected:
    'Aucun événement n’est sélectionné dans le formulaire\u00a0: voici l’un de ceux qui sont offerts.',
  label: 'Exemple de charge utile',
  copy,
};
