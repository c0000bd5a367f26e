/** What is said of the countdown to a launch, in French (fr-CA). */
import type { CountdownTexts } from '../en/countdown.js';
import { plural } from '../french.js';

export const texts: CountdownTexts = {
  left: (seconds) => `Ouverture automatique dans ${plural(seconds, 'seconde', 'secondes')}.`,
  stay: 'Rester ici',
  more: 'Prolonger',
  started: (seconds, application) =>
    `${application} s’ouvrira dans ${plural(seconds, 'seconde', 'secondes')}. Pour arrêter, choisissez «\u00a0Rester ici\u00a0». Pour prolonger, choisissez «\u00a0Prolonger\u00a0».`,
  nearEnd: (seconds) => `Il reste ${plural(seconds, 'seconde', 'secondes')}.`,
  stopped: 'Le compte à rebours est arrêté.',
};
