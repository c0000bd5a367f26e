/** What is said of the countdown to a launch, in French (fr-CA). */
import type { CountdownTexts } from '../en/countdown.js';

export const texts: CountdownTexts = {
  left: (seconds) =>
    `Vous y passerez dans ${seconds}\u00a0${seconds < 2 ? 'seconde' : 'secondes'}.`,
  stay: 'Rester ici',
  more: 'Plus de temps',
  started: (seconds, application) =>
    `Dans ${seconds}\u00a0secondes, vous passerez à ${application}. Pour arrêter, choisissez Rester ici; pour prolonger, choisissez Plus de temps.`,
  nearEnd: (seconds) => `Il reste ${seconds}\u00a0secondes.`,
  stopped: 'Le compte à rebours est arrêté.',
};
