/** Texts of the explanation of the endpoint's check, in English (en-CA). */
import { texts as copy } from './copy.js';

export const texts = {
  steps: [
    'Ocean sends a POST request with JSON to the request URL. The challenge is a different text each time.',
    'The endpoint answers with status 200 and JSON that contains the same challenge.',
    'The endpoint must answer within 5 seconds, without a redirect.',
  ],
  request: 'Ocean sends',
  answer: 'The endpoint answers',
  handler: 'Sample handler (Node.js)',
  handlerHint:
    'The handler answers the challenge and receives the events that follow. It needs only Node.js.',
  curl: 'Try in a terminal',
  curlHint: 'The answer must be the challenge that was sent.',
  copy,
};

export type ExplanationTexts = typeof texts;
