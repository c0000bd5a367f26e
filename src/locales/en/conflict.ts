/** Texts of a conflict between two versions of an integration, in English (en-CA). */

import { list, number, plural } from '../english.js';

export const texts = {
  intro: (save: string): string =>
    `Choose the version to keep for each field. Nothing is saved until you press “${save}”.`,
  differing: (count: number): string => `${plural(count, 'field differs', 'fields differ')}.`,
  mine: 'Mine',
  theirs: 'Theirs',
  changedBy: {
    me: 'Changed by you',
    them: 'Changed by someone else',
    both: 'Changed by both of you',
  },
  use: 'Use selected versions',
  keepAll: 'Keep all mine',
  takeAll: 'Take all theirs',
  same: 'The saved version is the same as yours.',
  goOn: 'Continue',
  secrets: 'Passwords and keys are not compared. What you entered stays.',
  settled: (save: string): string =>
    `Your choices are now in the form. Press “${save}” to save them.`,
  empty: 'Empty',
  yes: 'Yes',
  no: 'No',
  events: (count: number): string => plural(count, 'event', 'events'),
  term: (term: string): string => `${term}:`,
  with: 'With',
  without: 'Without',
  /** @param rest how many there are that are not named */
  named: (names: readonly string[], rest: number): string =>
    rest > 0 ? `${names.join(', ')} and ${number(rest)} more` : list(names),
  fields: {
    referralFormId: 'Referral form for associated listings',
    confirmationMessage: 'Confirmation message (override)',
    logoUrl: 'Logo',
    logoAlt: 'Logo description',
    useIframe: 'Use embedded <iframe>',
  },
};

export type ConflictTexts = typeof texts;
