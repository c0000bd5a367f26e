/** The demo page's own words. */

const en = {
  skip: 'Skip to the form',
  title: 'Registration form',
  intro:
    'An admin registers a webhook, and the system that a referral is taken to. Everything here is made up and stays in this tab.',
  introServer:
    'An admin registers a webhook, and the system that a referral is taken to. Everything here is made up and stays on this machine.',
  scenes: 'States',
  scene: {
    new: 'New',
    edit: 'Edit',
    loading: 'Loading',
    failed: 'Failed to load',
    'read-only': 'Read-only',
    conflict: 'Conflict',
    'long-french': 'Long French',
  },
  about: {
    new: '',
    edit: '',
    loading: 'The backend never answers.',
    failed: 'The backend cannot be reached. “Try again” fails once more.',
    'read-only': '',
    conflict: 'Someone else saves meanwhile: change something and save.',
    'long-french': '',
  },
  settings: 'Settings',
  theme: 'Theme',
  themes: { auto: 'As the system', light: 'Light', dark: 'Dark' },
  width: 'Width',
  widths: { full: 'Full width', '768': '768 px', '360': '360 px' },
  latency: 'Backend answers after',
  latencies: { '0': 'no time', '300': '0.3 s', '2000': '2 s' },
  failure: 'The next request fails',
  noFailure: 'No',
  deployment: 'Deployment',
  look: 'Look',
  looks: { own: 'Default', branded: 'Themed by --ocean-*' },
  registered: 'Registered integrations',
  open: (name: string): string => `Open ${name}`,
  statuses: {
    unchecked: 'not checked',
    verified: 'verified',
    failing: 'check failed',
    erroring: 'deliveries fail',
  },
  begin: 'Register a new one',
  backend: 'Backend',
  backends: { memory: 'In memory', server: 'Reference server' },
  unreachable: 'No reference server answers at /api/ocean: “npm start” starts one with this page.',
  sink: 'A request URL to try',
  sinkIntro:
    'The server asks endpoints for real, with the deployment “development” also those on this machine. This one is its own; what it was sent is shown at its /messages:',
  hosts: 'Hosts to try',
  hostsIntro: 'What the check finds follows the first part of the host name:',
  noEvents: 'Nothing yet: use the form.',
};

const fr: typeof en = {
  skip: 'Aller au formulaire',
  title: 'Formulaire d’inscription',
  intro:
    'Une personne responsable inscrit un webhook et le système vers lequel un aiguillage se poursuit. Tout est fictif et reste dans cet onglet.',
  introServer:
    'Une personne responsable inscrit un webhook et le système vers lequel un aiguillage se poursuit. Tout est fictif et reste sur cette machine.',
  scenes: 'États',
  scene: {
    new: 'Nouveau',
    edit: 'Modification',
    loading: 'Chargement',
    failed: 'Échec du chargement',
    'read-only': 'Lecture seule',
    conflict: 'Conflit',
    'long-french': 'Français long',
  },
  about: {
    new: '',
    edit: '',
    loading: 'Le serveur ne répond jamais.',
    failed: 'Le serveur est injoignable. « Réessayer » échoue encore une fois.',
    'read-only': '',
    conflict: 'Quelqu’un d’autre enregistre entre-temps : modifiez et enregistrez.',
    'long-french': '',
  },
  settings: 'Paramètres',
  theme: 'Thème',
  themes: { auto: 'Selon le système', light: 'Clair', dark: 'Sombre' },
  width: 'Largeur',
  widths: { full: 'Pleine largeur', '768': '768 px', '360': '360 px' },
  latency: 'Le serveur répond après',
  latencies: { '0': 'aucun délai', '300': '0,3 s', '2000': '2 s' },
  failure: 'La prochaine requête échoue',
  noFailure: 'Non',
  deployment: 'Déploiement',
  look: 'Apparence',
  looks: { own: 'D’origine', branded: 'Adaptée par --ocean-*' },
  registered: 'Intégrations inscrites',
  open: (name: string): string => `Ouvrir ${name}`,
  statuses: {
    unchecked: 'non vérifiée',
    verified: 'vérifiée',
    failing: 'vérification échouée',
    erroring: 'envois en échec',
  },
  begin: 'En inscrire une nouvelle',
  backend: 'Serveur',
  backends: { memory: 'En mémoire', server: 'Serveur de référence' },
  unreachable:
    'Aucun serveur de référence ne répond à /api/ocean\u00a0: «\u00a0npm start\u00a0» en démarre un avec cette page.',
  sink: 'Une URL de requête à essayer',
  sinkIntro:
    'Le serveur interroge vraiment les points de terminaison, et avec le déploiement «\u00a0development\u00a0» aussi ceux de cette machine. Celui-ci est le sien; ce qu’il a reçu est affiché à son adresse /messages\u00a0:',
  hosts: 'Hôtes à essayer',
  hostsIntro: 'Le résultat de la vérification suit la première partie du nom d’hôte :',
  noEvents: 'Rien encore : utilisez le formulaire.',
};

export type DemoTexts = typeof en;
export const TEXTS: Record<'en' | 'fr', DemoTexts> = { en, fr };

/** First labels of host names, and what a check of them finds (see `MemoryBackend`). */
export const HOSTS = [
  'hooks',
  'slow',
  'unreachable',
  'timeout',
  'tls',
  'redirect',
  'status-404',
  'html',
  'mismatch',
  'refused',
  'deliveries',
] as const;
