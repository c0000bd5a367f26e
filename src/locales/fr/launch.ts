/** What `<ocean-referral-launch>` says itself, in French (fr-CA). */
import type { LaunchTexts } from '../en/launch.js';

export const texts: LaunchTexts = {
  sent: 'Aiguillage envoyé.',
};
