/** Why an endpoint's check or a delivery failed, in a sentence. A reason that a newer server gives never stands alone. */
import type { ReasonTexts } from '../locales/en/reasons.js';
import { shorten, textFor } from './text.js';

export const reasonSentence = ({ codes, other }: ReasonTexts, reason: string): string =>
  textFor(codes, reason) ?? other(shorten(reason));
