/** Texts of a block of code that can be copied, in French (fr-CA). */
import type { CopyTexts } from '../en/copy.js';

export const texts: CopyTexts = {
  copy: 'Copier',
  copied: 'Copié.',
  selected:
    'Cette page ne peut pas utiliser le presse-papiers. Le texte est sélectionné\u00a0: appuyez sur Ctrl+C, ou sur ⌘C sur un Mac.',
};
