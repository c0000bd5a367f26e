/** Texts of a conflict between two versions of an integration, in French (fr-CA). */
import type { ConflictTexts } from '../en/conflict.js';
import { list, plural } from '../french.js';

export const texts: ConflictTexts = {
  intro: (save) =>
    `Choisissez la version à conserver pour chaque champ. Rien n’est enregistré avant que vous appuyiez sur «\u00a0${save}\u00a0».`,
  differing: (count) => `${plural(count, 'champ diffère', 'champs diffèrent')}.`,
  mine: 'Ma version',
  theirs: 'L’autre version',
  changedBy: {
    me: 'Modifié par vous',
    them: 'Modifié par quelqu’un d’autre',
    both: 'Modifié par vous et par quelqu’un d’autre',
  },
  use: 'Utiliser la sélection',
  keepAll: 'Garder ma version',
  takeAll: 'Prendre l’autre version',
  same: 'La version enregistrée est identique à la vôtre.',
  goOn: 'Continuer',
  secrets:
    'Les mots de passe et les clés ne sont pas comparés. Ce que vous avez entré est conservé.',
  settled: (save) =>
    `Vos choix sont maintenant dans le formulaire. Appuyez sur «\u00a0${save}\u00a0» pour les enregistrer.`,
  empty: 'Vide',
  yes: 'Oui',
  no: 'Non',
  events: (count) => plural(count, 'événement', 'événements'),
  term: (term) => `${term}\u00a0:`,
  with: 'Avec',
  without: 'Sans',
  named: (names, rest) =>
    rest > 0 ? `${names.join(', ')} et ${plural(rest, 'autre', 'autres')}` : list(names),
  fields: {
    referralFormId: 'Formulaire d’aiguillage des fiches associées',
    confirmationMessage: 'Message de confirmation (personnalisé)',
    logoUrl: 'Logo',
    logoAlt: 'Description du logo',
    useIframe: 'Utiliser un <iframe> intégré',
  },
};
