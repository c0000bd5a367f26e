/** Why an endpoint's check or a delivery failed, in French (fr-CA). */
import type { ReasonTexts } from '../en/reasons.js';
import { endSentence } from '../end-sentence.js';

export const texts: ReasonTexts = {
  codes: {
    unreachable:
      'Le point de terminaison est injoignable. Vérifiez le nom d’hôte, et que le serveur accepte les connexions de l’extérieur.',
    timeout:
      'Le point de terminaison n’a pas répondu à temps. Il doit répondre en 5\u00a0secondes ou moins.',
    tls: 'Le certificat TLS du point de terminaison est expiré ou n’est pas valide pour cet hôte.',
    redirect:
      'Le point de terminaison redirige vers une autre adresse. Entrez l’adresse finale comme URL de requête.',
    'http-status':
      'Le point de terminaison a répondu par une erreur. Il doit répondre 200 à une vérification, et de 200 à 299 à un envoi.',
    'not-json':
      'La réponse n’est pas en JSON. Le point de terminaison doit renvoyer le défi («\u00a0challenge\u00a0») en JSON.',
    'challenge-mismatch':
      'Le point de terminaison a répondu par un autre défi («\u00a0challenge\u00a0») que celui qu’il a reçu.',
    'refused-address': 'Ocean n’envoie rien à cette adresse. Utilisez un nom d’hôte public.',
    authentication:
      'Ocean n’a pas pu s’authentifier auprès du point de terminaison\u00a0: aucun jeton n’a été obtenu, ou la clé ne peut pas être envoyée. Vérifiez l’authentification.',
  },
  other: (reason) =>
    reason === undefined
      ? 'La raison est inconnue.'
      : endSentence(`Raison donnée par le service\u00a0: ${reason}`),
};
