/** Texts of the explanation of the endpoint's check, in English (en-CA). */
import { texts as copy } from './copy.js';

export const texts = {
  steps: [
    'Ocean sends a POST request with JSON to the request URL. The challenge is a different text each time.',
    'The endpoint answers with status 200 and JSON that holds the same challenge.',
    'The answer has to be there within 5 seconds, without a redirect.',
  ],
  request: 'Ocean sends',
  answer: 'The endpoint answers',
  handler: 'A handler to begin with (Node.js)',
  handlerHint: 'It answers the challenge and takes the events that follow. It uses Node.js alone.',
  curl: 'Try it from a terminal',
  curlHint: 'What comes back has to be the challenge that was sent.',
  copy,
};

export type ExplanationTexts = typeof texts;
