/** Why an endpoint's check or a delivery failed, in French (fr-CA). */
import type { ReasonTexts } from '../en/reasons.js';

export const texts: ReasonTexts = {
  unreachable:
    'Il est injoignable. Vérifiez le nom d’hôte, et que le serveur accepte les connexions de l’extérieur.',
  timeout: 'Il n’a pas répondu à temps. Il doit répondre en moins de 5\u00a0secondes.',
  tls: 'Son certificat TLS est expiré ou n’est pas valide pour cet hôte.',
  redirect: 'Il redirige vers une autre adresse. Indiquez l’adresse qui répond elle-même.',
  'http-status': 'Il a répondu par une erreur. Il doit répondre 200.',
  'not-json':
    'Sa réponse n’est pas en JSON. Il doit répondre par le défi («\u00a0challenge\u00a0») qu’il a reçu.',
  'challenge-mismatch':
    'Il a répondu par un autre défi («\u00a0challenge\u00a0») que celui qu’il a reçu.',
  'refused-address': 'Son adresse est de celles qu’Ocean n’appelle pas.',
  authentication:
    'Ocean n’a pas pu s’authentifier auprès de lui : aucun jeton n’a pu être obtenu, ou la clé ne peut pas être envoyée. Vérifiez l’authentification.',
};
