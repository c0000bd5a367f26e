/** What is said of the countdown to a launch, in English (en-CA). */
import { endSentence } from '../end-sentence.js';
import { plural } from '../english.js';

export const texts = {
  left: (seconds: number): string =>
    `Opens automatically in ${plural(seconds, 'second', 'seconds')}.`,
  stay: 'Stay here',
  more: 'Add time',
  started: (seconds: number, application: string): string =>
    `${endSentence(`In ${plural(seconds, 'second', 'seconds')} you will be taken to ${application}`)} To stop, choose “Stay here”. For more time, choose “Add time”.`,
  nearEnd: (seconds: number): string => `${plural(seconds, 'second', 'seconds')} left.`,
  stopped: 'The countdown is stopped.',
};

export type CountdownTexts = typeof texts;
