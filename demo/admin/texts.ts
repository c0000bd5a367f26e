/** The admin page's own words. */
import type { CHOICES } from './state.js';

type Labels<K extends keyof typeof CHOICES> = Record<(typeof CHOICES)[K][number], string>;

export type SwitchName = 'theme' | 'width' | 'latency' | 'backend' | 'seed' | 'site' | 'rights';

interface AdminTexts {
  skip: string;
  title: string;
  intro: string;
  product: string;
  place: string;
  heading: string;
  edit: string;
  register: string;
  close: string;
  saved: (name: string) => string;
  registered: (name: string) => string;
  settings: string;
  switches: { [K in SwitchName]: readonly [label: string, positions: Labels<K>] };
  failure: string;
  noFailure: string;
  asking: string;
  missing: string;
  again: string;
  unreachable: string;
  answers: string;
  empty: string;
  fill: string;
  filling: string;
  fillFailed: string;
  noEvents: string;
}

const en: AdminTexts = {
  skip: 'Skip to the integrations',
  title: 'Admin page',
  intro:
    'What an EMR vendor embeds: the list of integrations, and the form that it opens. Everything here is made up. In memory, a reload begins anew.',
  product: 'Juniper EMR',
  place: 'Administration',
  heading: 'Integrations',
  edit: 'Integration',
  register: 'New integration',
  close: 'Back to the list',
  saved: (name) => `“${name}” is saved.`,
  registered: (name) => `“${name}” is registered.`,
  settings: 'Settings of the demo',
  switches: {
    theme: ['Theme', { auto: 'As the system', light: 'Light', dark: 'Dark' }],
    width: ['Width', { full: 'Full width', '768': '768 px', '360': '360 px', '320': '320 px' }],
    latency: ['Backend answers after', { '0': 'no time', '300': '0.3 s', '2000': '2 s' }],
    backend: ['Backend', { memory: 'In memory', server: 'Reference server' }],
    seed: [
      'Integrations at first',
      { '0': 'None', '12': '12', '1000': '1,000', '10000': '10,000' },
    ],
    site: ['Site', { '1234': '1234', '5678': '5678' }],
    rights: ['This user may', { all: 'do everything', 'read-only': 'only look' }],
  },
  failure: 'The next request fails',
  noFailure: 'No',
  asking: 'Asking the reference server…',
  missing: 'No reference server answers at /api/ocean. “npm start” starts one with this page.',
  again: 'Try again',
  unreachable: 'There is no server to ask: see the settings above.',
  answers: 'The reference server answers at /api/ocean.',
  empty: 'This site has no integrations yet.',
  fill: 'Register twelve made-up ones',
  filling: 'Registering…',
  fillFailed: 'The server did not take them all.',
  noEvents: 'Nothing yet: use the list.',
};

const fr: AdminTexts = {
  skip: 'Aller aux intégrations',
  title: 'La page d’administration',
  intro:
    'Ce qu’un éditeur de DME intègre\u00a0: la liste des intégrations et le formulaire qu’elle ouvre. Tout est fictif. En mémoire, recharger la page remet tout à neuf.',
  product: 'DME Genévrier',
  place: 'Administration',
  heading: 'Intégrations',
  edit: 'Intégration',
  register: 'Nouvelle intégration',
  close: 'Retour à la liste',
  saved: (name) => `«\u00a0${name}\u00a0» est enregistrée.`,
  registered: (name) => `«\u00a0${name}\u00a0» est inscrite.`,
  settings: 'Paramètres de la démonstration',
  switches: {
    theme: ['Thème', { auto: 'Selon le système', light: 'Clair', dark: 'Sombre' }],
    width: [
      'Largeur',
      { full: 'Pleine largeur', '768': '768\u00a0px', '360': '360\u00a0px', '320': '320\u00a0px' },
    ],
    latency: [
      'Le serveur répond après',
      { '0': 'aucun délai', '300': '0,3\u00a0s', '2000': '2\u00a0s' },
    ],
    backend: ['Serveur', { memory: 'En mémoire', server: 'Serveur de référence' }],
    seed: [
      'Intégrations au départ',
      { '0': 'Aucune', '12': '12', '1000': '1\u00a0000', '10000': '10\u00a0000' },
    ],
    site: ['Site', { '1234': '1234', '5678': '5678' }],
    rights: ['Cette personne peut', { all: 'tout faire', 'read-only': 'seulement consulter' }],
  },
  failure: 'La prochaine requête échoue',
  noFailure: 'Non',
  asking: 'Appel du serveur de référence…',
  missing:
    'Aucun serveur de référence ne répond à /api/ocean. «\u00a0npm start\u00a0» en démarre un avec cette page.',
  again: 'Réessayer',
  unreachable: 'Il n’y a pas de serveur à appeler\u00a0: voir les réglages ci-dessus.',
  answers: 'Le serveur de référence répond à /api/ocean.',
  empty: 'Ce site n’a encore aucune intégration.',
  fill: 'En inscrire douze fictives',
  filling: 'Inscription…',
  fillFailed: 'Le serveur ne les a pas toutes acceptées.',
  noEvents: 'Rien encore\u00a0: utilisez la liste.',
};

export const TEXTS: Record<'en' | 'fr', AdminTexts> = { en, fr };
