/** Texts of the sample payload, in English (en-CA). */
import { texts as copy } from './copy.js';

export const texts = {
  madeUp: 'Everything in this sample is made up. It shows no real patient, clinic or referral.',
  event: 'Event',
  notSelected: 'No event is selected in the form. This sample shows one of the available events.',
  label: (format: string): string => `Sample payload (${format})`,
  copy,
};

export type SampleTexts = typeof texts;
