/** What is said of the countdown to a launch, in English (en-CA). */

export const texts = {
  left: (seconds: number): string =>
    `You will be taken there in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
  stay: 'Stay here',
  more: 'More time',
  started: (seconds: number, application: string): string =>
    `In ${seconds} seconds you will be taken to ${application}. To stop this, choose Stay here; for more time, choose More time.`,
  nearEnd: (seconds: number): string => `${seconds} seconds left.`,
  stopped: 'The countdown is stopped.',
};

export type CountdownTexts = typeof texts;
