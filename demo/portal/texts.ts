/** The words of the portal page: the portal's own, and those of the switches around it. */
import type { Lang } from '../shell/controls.js';
import type { CHOICES } from './state.js';

export type Switches = Omit<typeof CHOICES, 'lang'>;

/** What a switch is called, and each of its positions. */
type SwitchTexts = {
  readonly [K in keyof Switches]: readonly [
    label: string,
    positions: Readonly<Record<Switches[K][number], string>>,
  ];
};

interface PortalTexts {
  skip: string;
  title: string;
  intro: string;
  /** The portal's own. */
  portal: {
    name: string;
    clinic: string;
    heading: string;
    again: string;
    madeUp: string;
    patient: string;
    choosePatient: string;
    born(year: number): string;
    patientMissing: string;
    listing: string;
    reason: string;
    reasonHint: string;
    reasonMissing: string;
    urgency: string;
    urgencies: Readonly<Record<'routine' | 'urgent', string>>;
    send: string;
    sending: string;
    signed: string;
    activities: Readonly<Record<Activity, { title: string; items: readonly string[] }>>;
  };
  groups: Readonly<Record<'page' | 'launch' | 'texts', string>>;
  switches: SwitchTexts;
  noEvents: string;
  about: Readonly<
    Record<'loading' | 'failed' | 'disabled' | 'idn' | 'hostile' | 'unreachable', string>
  >;
}

/** What the portal can show a launched system's user. */
export const ACTIVITIES = ['problem-review', 'order-review'] as const;
export type Activity = (typeof ACTIVITIES)[number];

const en: PortalTexts = {
  skip: 'Skip to the portal',
  title: 'Referral portal',
  intro:
    'A portal’s own referral form inside one element. What surrounds the form, and all that comes after it is sent, is the element’s.',
  portal: {
    name: 'Harbour Referrals',
    clinic: 'Maple Crossing Family Practice',
    heading: 'Refer a patient',
    again: 'New referral',
    madeUp: 'The people and clinics on this page are made up, and nothing is sent to anyone.',
    patient: 'Patient',
    choosePatient: 'Choose a patient',
    born: (year) => `born ${year}, made up`,
    patientMissing: 'Choose a patient.',
    listing: 'Refer to',
    reason: 'Reason for referral',
    reasonHint: 'Made-up words only.',
    reasonMissing: 'Enter the reason for the referral.',
    urgency: 'Urgency',
    urgencies: { routine: 'Routine', urgent: 'Urgent' },
    send: 'Send referral',
    sending: 'Sending…',
    signed: 'Signed by Dr. Noor Sample (made up)',
    activities: {
      'problem-review': {
        title: 'Problem list (made up)',
        items: ['Knee pain since spring', 'Seasonal allergies'],
      },
      'order-review': {
        title: 'Orders (made up)',
        items: ['Imaging of the left knee: booked in the launched system'],
      },
    },
  },
  groups: { page: 'Page', launch: 'Launch', texts: 'Launch settings' },
  switches: {
    theme: ['Theme', { auto: 'As the system', light: 'Light', dark: 'Dark' }],
    width: ['Width', { full: 'Full width', '768': '768 px', '360': '360 px' }],
    look: ['Look', { own: 'Default', branded: 'Themed by --ocean-*' }],
    latency: ['Servers answer after', { '0': 'no time', '300': '0.3 s', '2000': '2 s' }],
    backend: ['Backend', { memory: 'In memory', server: 'Reference server' }],
    target: ['Target', { self: 'This tab', blank: 'A new tab' }],
    iframe: ['Embedded <iframe>', { no: 'No', yes: 'Yes' }],
    modal: ['Iframe as a dialog', { no: 'No', yes: 'Yes' }],
    auto: ['Auto-launch', { off: 'Off', '20': 'After 20 s', '60': 'After 60 s' }],
    system: [
      'Launched system',
      { answering: 'Answers', silent: 'Stays silent', refusing: 'Cannot be embedded' },
    ],
    url: [
      'Launch URL',
      {
        widget: 'Built by the widget',
        backend: 'One-time, by the backend',
        expired: 'The first has expired',
        unavailable: 'Not available',
      },
    ],
    settings: [
      'Settings',
      {
        ok: 'Available',
        loading: 'Never load',
        failed: 'Not available',
        disabled: 'Integration disabled',
      },
    ],
    names: ['Names', { usual: 'Usual', long: 'Long, in French' }],
    logo: ['Logo', { none: 'None', picture: 'Picture', broken: 'Broken' }],
    message: [
      'Confirmation message',
      { default: 'Default', plain: 'Plain text', rich: 'Rich text', hostile: 'Hostile' },
    ],
    host: ['Host', { usual: 'Launched system', idn: 'Internationalized' }],
  },
  noEvents: 'Nothing yet: send a referral.',
  about: {
    loading: 'The backend never tells the launch settings. The form works all the same.',
    failed: 'The launch settings cannot be had. The form works all the same.',
    disabled: 'The integration is disabled: nothing is launched.',
    idn: 'The internationalized host is made up: going there leads nowhere.',
    hostile: 'The confirmation message tries to do harm.',
    unreachable:
      'No reference server answers at /api/ocean: “npm start” starts one with this page. The form works all the same.',
  },
};

const fr: PortalTexts = {
  skip: 'Aller au portail',
  title: 'Portail d’aiguillage',
  intro:
    'Le formulaire d’aiguillage d’un portail, dans un seul élément. Ce qui entoure le formulaire et tout ce qui suit l’envoi viennent de l’élément.',
  portal: {
    name: 'Aiguillages du Havre',
    clinic: 'Médecine familiale de la Croisée-des-Érables',
    heading: 'Aiguiller un patient',
    again: 'Nouvel aiguillage',
    madeUp:
      'Les personnes et les cliniques de cette page sont fictives, et rien n’est envoyé à quiconque.',
    patient: 'Patient',
    choosePatient: 'Choisissez un patient',
    born: (year) => `naissance en ${year}, fictif`,
    patientMissing: 'Choisissez un patient.',
    listing: 'Aiguiller vers',
    reason: 'Motif de l’aiguillage',
    reasonHint: 'Des mots inventés seulement.',
    reasonMissing: 'Entrez le motif de l’aiguillage.',
    urgency: 'Urgence',
    urgencies: { routine: 'Non urgent', urgent: 'Urgent' },
    send: 'Envoyer l’aiguillage',
    sending: 'Envoi…',
    signed: 'Signé par Dre Noor Exemple (fictive)',
    activities: {
      'problem-review': {
        title: 'Liste de problèmes (fictive)',
        items: ['Douleur au genou depuis le printemps', 'Allergies saisonnières'],
      },
      'order-review': {
        title: 'Ordonnances (fictives)',
        items: ['Imagerie du genou gauche : rendez-vous pris dans le système lancé'],
      },
    },
  },
  groups: { page: 'Page', launch: 'Lancement', texts: 'Paramètres de lancement' },
  switches: {
    theme: ['Thème', { auto: 'Selon le système', light: 'Clair', dark: 'Sombre' }],
    width: ['Largeur', { full: 'Pleine largeur', '768': '768 px', '360': '360 px' }],
    look: ['Apparence', { own: 'D’origine', branded: 'Adaptée par --ocean-*' }],
    latency: [
      'Les serveurs répondent après',
      { '0': 'aucun délai', '300': '0,3 s', '2000': '2 s' },
    ],
    backend: ['Serveur', { memory: 'En mémoire', server: 'Serveur de référence' }],
    target: ['Cible', { self: 'Cet onglet', blank: 'Un nouvel onglet' }],
    iframe: ['<iframe> intégré', { no: 'Non', yes: 'Oui' }],
    modal: ['Iframe en boîte de dialogue', { no: 'Non', yes: 'Oui' }],
    auto: ['Lancement automatique', { off: 'Aucun', '20': 'Après 20 s', '60': 'Après 60 s' }],
    system: [
      'Système lancé',
      { answering: 'Répond', silent: 'Reste muet', refusing: 'Refuse d’être intégré' },
    ],
    url: [
      'URL de lancement',
      {
        widget: 'Par le composant',
        backend: 'Unique, par le serveur',
        expired: 'La première est expirée',
        unavailable: 'Impossible à obtenir',
      },
    ],
    settings: [
      'Paramètres',
      {
        ok: 'Disponibles',
        loading: 'Chargement sans fin',
        failed: 'Impossibles à obtenir',
        disabled: 'Intégration désactivée',
      },
    ],
    names: ['Noms', { usual: 'Habituels', long: 'Longs, en français' }],
    logo: ['Logo', { none: 'Aucun', picture: 'Image', broken: 'Brisé' }],
    message: [
      'Message de confirmation',
      { default: 'Par défaut', plain: 'Texte brut', rich: 'Texte enrichi', hostile: 'Hostile' },
    ],
    host: ['Hôte', { usual: 'Système lancé', idn: 'Internationalisé' }],
  },
  noEvents: 'Rien encore : envoyez un aiguillage.',
  about: {
    loading:
      'Le serveur ne donne jamais les paramètres de lancement. Le formulaire fonctionne quand même.',
    failed:
      'Les paramètres de lancement sont impossibles à obtenir. Le formulaire fonctionne quand même.',
    disabled: 'L’intégration est désactivée : rien n’est lancé.',
    idn: 'L’hôte internationalisé est fictif : y aller ne mène nulle part.',
    hostile: 'Le message de confirmation tente de nuire.',
    unreachable:
      'Aucun serveur de référence ne répond à /api/ocean\u00a0: «\u00a0npm start\u00a0» en démarre un avec cette page. Le formulaire fonctionne quand même.',
  },
};

export const TEXTS: Readonly<Record<Lang, PortalTexts>> = { en, fr };
