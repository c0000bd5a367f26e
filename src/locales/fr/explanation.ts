/** Texts of the explanation of the endpoint's check, in French (fr-CA). */
import type { ExplanationTexts } from '../en/explanation.js';
import { texts as copy } from './copy.js';

export const texts: ExplanationTexts = {
  steps: [
    'Ocean transmet du JSON à l’URL de requête par la méthode POST. Le défi («\u00a0challenge\u00a0») est un texte chaque fois différent.',
    'Le point de terminaison répond par le code d’état 200 et du JSON qui contient le même défi.',
    'Le point de terminaison doit répondre en 5\u00a0secondes ou moins, sans redirection.',
  ],
  request: 'Ocean transmet',
  answer: 'Le point de terminaison répond',
  handler: 'Exemple de gestionnaire (Node.js)',
  handlerHint:
    'Le gestionnaire répond au défi et reçoit les événements qui suivent. Il ne demande que Node.js.',
  curl: 'Essayer dans un terminal',
  curlHint: 'La réponse doit être le défi qui a été transmis.',
  copy,
};
