/** Texts of a conflict between two versions of an integration, in French (fr-CA). */
import type { ConflictTexts } from '../en/conflict.js';

/** In French, none and one are singular. */
const plural = (count: number, one: string, many: string): string =>
  `${new Intl.NumberFormat('fr-CA').format(count)}\u00a0${count < 2 ? one : many}`;

export const texts: ConflictTexts = {
  intro: (save) =>
    `Choisissez la version à conserver pour la suite. Rien n’est enregistré avant que vous appuyiez sur «\u00a0${save}\u00a0».`,
  differing: (count) => `${plural(count, 'champ diffère', 'champs diffèrent')}.`,
  mine: 'Ma version',
  theirs: 'L’autre version',
  changedBy: {
    me: 'Modifié par vous',
    them: 'Modifié par quelqu’un d’autre',
    both: 'Modifié de part et d’autre',
  },
  use: 'Utiliser les versions choisies',
  keepAll: 'Garder toute ma version',
  takeAll: 'Prendre toute l’autre version',
  same: 'Ce qui a été enregistré dit la même chose que ce que vous avez ici.',
  goOn: 'Continuer',
  secrets:
    'Les mots de passe et les clés ne sont pas comparés. Ce que vous avez entré est conservé.',
  settled: (save) =>
    `Votre choix est dans le formulaire. Appuyez sur «\u00a0${save}\u00a0» pour l’enregistrer.`,
  empty: 'Vide',
  yes: 'Oui',
  no: 'Non',
  events: (count) => plural(count, 'événement', 'événements'),
  term: (term) => `${term}\u00a0: `,
  with: 'Avec',
  without: 'Sans',
  more: (count) => `et ${plural(count, 'autre', 'autres')}`,
  fields: {
    referralFormId: 'Formulaire d’aiguillage des fiches associées',
    confirmationMessage: 'Message de confirmation (personnalisé)',
    logoUrl: 'Logo',
    logoAlt: 'Description du logo',
    useIframe: 'Utiliser un <iframe> intégré',
  },
};
