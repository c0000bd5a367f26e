/** Texts of a conflict between two versions of an integration, in English (en-CA). */

const number = (count: number): string => new Intl.NumberFormat('en-CA').format(count);

export const texts = {
  intro: (save: string): string =>
    `Choose which version to go on with. Nothing is saved until you press “${save}”.`,
  differing: (count: number): string =>
    count === 1 ? '1 field differs.' : `${number(count)} fields differ.`,
  mine: 'Mine',
  theirs: 'Theirs',
  changedBy: {
    me: 'Changed by you',
    them: 'Changed by someone else',
    both: 'Changed by both of you',
  },
  use: 'Use what is chosen',
  keepAll: 'Keep all mine',
  takeAll: 'Take all theirs',
  same: 'What they saved says the same as what you have here.',
  goOn: 'Go on',
  secrets: 'Passwords and keys are not compared. What you entered stays.',
  settled: (save: string): string => `Your choice stands in the form. Press “${save}” to save it.`,
  empty: 'Empty',
  yes: 'Yes',
  no: 'No',
  events: (count: number): string => (count === 1 ? '1 event' : `${number(count)} events`),
  term: (term: string): string => `${term}: `,
  with: 'With',
  without: 'Without',
  more: (count: number): string => `and ${number(count)} more`,
  fields: {
    referralFormId: 'Referral form for associated listings',
    confirmationMessage: 'Confirmation message (override)',
    logoUrl: 'Logo',
    logoAlt: 'Logo description',
    useIframe: 'Use embedded <iframe>',
  },
};

export type ConflictTexts = typeof texts;
