/** What `<ocean-referral-launch>` says itself, in English (en-CA). */

export const texts = {
  /** Stands for the confirmation where that could not be loaded. */
  sent: 'Referral sent.',
};

export type LaunchTexts = typeof texts;
