/** The words of the launched systems: another house, with a choice of language of its own. */

export interface Pair {
  readonly en: string;
  readonly fr: string;
}

export const TEXTS = {
  heading: { en: 'You are in another system', fr: 'Vous êtes dans un autre système' },
  intro: {
    en: 'A made-up system. It knows what is listed here, and no more.',
    fr: 'Un système fictif. Il connaît ce qui figure ici, et rien d’autre.',
  },
  about: {
    answering: {
      en: 'It speaks SMART Web Messaging with the portal that shows it.',
      fr: 'Il parle SMART Web Messaging avec le portail qui l’affiche.',
    },
    silent: {
      en: 'It says nothing to the portal that shows it.',
      fr: 'Il ne dit rien au portail qui l’affiche.',
    },
    refusing: {
      en: 'It can’t be shown in an iframe.',
      fr: 'Il ne peut pas être affiché dans un iframe.',
    },
  },
  received: { en: 'What it received', fr: 'Ce qu’il a reçu' },
  host: { en: 'Called at', fr: 'Appelé à' },
  fragment: { en: 'Fragment', fr: 'Fragment' },
  referrer: { en: 'Referrer', fr: 'Page d’origine' },
  opener: { en: 'Opener', fr: 'Fenêtre d’origine' },
  none: { en: 'none', fr: 'aucune' },
  present: { en: 'present', fr: 'présente' },
  shown: { en: 'Shown', fr: 'Affichage' },
  framed: { en: 'in an iframe', fr: 'dans un iframe' },
  alone: { en: 'in a tab of its own', fr: 'dans son propre onglet' },
  work: { en: 'Book the visit', fr: 'Prendre le rendez-vous' },
  waiting: { en: 'Waiting for the portal…', fr: 'En attente du portail…' },
  connected: { en: 'Connected to the portal.', fr: 'Relié au portail.' },
  finish: { en: 'Finish', fr: 'Terminer' },
  problems: { en: 'Show the problem list', fr: 'Afficher la liste de problèmes' },
  orders: { en: 'Done, then show orders', fr: 'Terminer, puis afficher les ordonnances' },
} as const;
