/** Texts of a block of code that can be copied, in English (en-CA). */
export const texts = {
  copy: 'Copy',
  copied: 'Copied.',
  selected:
    'This page cannot use the clipboard. The text is selected: press Ctrl+C, or ⌘C on a Mac.',
};

export type CopyTexts = typeof texts;
