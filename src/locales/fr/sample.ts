/** Texts of the sample payload, in French (fr-CA). */
import type { SampleTexts } from '../en/sample.js';
import { texts as copy } from './copy.js';

export const texts: SampleTexts = {
  madeUp: 'Tout est fictif dans cet exemple\u00a0: patients, cliniques et aiguillages.',
  event: 'Événement',
  notSelected:
    'Aucun événement n’est sélectionné dans le formulaire. Cet exemple montre l’un des événements offerts.',
  label: (format) => `Exemple de charge utile (${format})`,
  copy,
};
