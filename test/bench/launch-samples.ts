/** Launch settings to measure with, made up: one in a few, with a logo, in both languages, as a portal's directory has them. */
import type { LaunchSettings } from '../../src/integration/schema.js';

const COMPANIES = [
  ['Northern Imaging', 'Imagerie du Nord', 'imaging.example'],
  ['Lakeside Rehabilitation', 'Réadaptation du Lac', 'lakeside-rehab.example'],
  ['Maple Cardiology Group', 'Groupe de cardiologie Érable', 'maple-cardiology.example'],
  ['Harbour Mental Health', 'Santé mentale du Havre', 'harbour.example'],
  ['Prairie Diabetes Centre', 'Centre du diabète des Prairies', 'prairie.example'],
  ['Riverside Eye Clinic', 'Clinique de l’œil Riverside', 'riverside-eye.example'],
  ['Summit Physiotherapy', 'Physiothérapie du Sommet', 'summit.example'],
] as const;

const APPLICATIONS = ['Booking', 'Intake', 'Triage', 'Scheduler', 'Portal'] as const;
const CATEGORIES = ['Diagnostic imaging', 'Rehabilitation', 'Cardiology', ''] as const;

const LOGO =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAAAAADhZOFXAAAADklEQVR42mMIhQIGyhgA/WYVQUHLyMIAAAAASUVORK5CYII=';

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

/** A message with most of what an editor offers, some 900 characters. */
export const MESSAGE = `<h3>Thank you for referring to {{companyName}}</h3>
<p>Your referral <strong>{{referralRef}}</strong> is with our intake team. Please finish the <em>appointment request</em> in
{{applicationName}}, so that we can call the patient within <b>two business days</b>.</p>
<ul><li>Choose a location near the patient.</li><li>Attach earlier reports, as a PDF.</li>
<li>Mark what is <u>urgent</u>; see <a href="https://www.imaging.example/urgent" title="Urgent referrals">our criteria</a>.</li></ul>
<blockquote><p>Patients on anticoagulants: <a href="tel:+15555550100">call us</a> first.</p></blockquote>
<ol><li>Sign in with the account of your clinic.</li><li>Check the referral’s reference.<br>It is on this page.</li></ol>
<p lang="fr">Questions&nbsp;? Écrivez à <a href="mailto:accueil@imaging.example">accueil@imaging.example</a>, ou consultez
<a href="https://aide.imaging.example/">aide.imaging.example</a>.</p>
<hr><p>H<sub>2</sub>O contrast, 10<sup>2</sup>&nbsp;ml: <code>CT-{{referralRef}}</code></p>`;

export const launchSettings = (index: number): LaunchSettings => {
  const [en, fr, host] = at(COMPANIES, index);
  const number = index + 1;
  return {
    companyName: { en, fr },
    baseLaunchUrl: `https://book.${host}/referrals?from=ocean&clinic=${number}`,
    applicationName: `${at(APPLICATIONS, index)} ${number}`,
    category: at(CATEGORIES, index),
    confirmationMessage: MESSAGE,
    ...(index % 3 === 0 && { logoUrl: LOGO, logoAlt: { en, fr } }),
    useIframe: index % 4 === 0,
  };
};
