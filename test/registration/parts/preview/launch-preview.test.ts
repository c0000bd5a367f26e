/** The preview beside the launch settings: what a sender will read, as it is being typed. */
import { expect } from '@open-wc/testing';
import type { OceanIntegrationForm } from '../../../../src/registration/integration-form.js';
import { violationsIn } from '../../../support/accessible.js';
import { DRAFT, openForm } from '../../../support/forms.js';
import {
  allByRole,
  byLabel,
  byRole,
  elementsIn,
  enter,
  readText,
  until,
} from '../../../support/queries.js';

const launch = {
  companyName: 'Northern Imaging',
  applicationName: 'NI Booking',
  baseLaunchUrl: 'https://book.northern-imaging.example/start',
};

const openPreview = async (
  settings: object = launch,
  lang = 'en',
): Promise<OceanIntegrationForm> => {
  const form = await openForm({ lang });
  form.value = { ...DRAFT, launch: { ...launch, ...settings } };
  await until(() => allByRole(form, 'region', /What the sender sees|Ce que voit/)[0]);
  return form;
};

/** What is read in the preview, through the widgets' shadow roots. */
const read = (form: OceanIntegrationForm): string => {
  const region = byRole(form, 'region', /What the sender sees|Ce que voit/);
  return [...elementsIn(region)].map((element) => readText(element.shadowRoot)).join(' ');
};

describe('The preview of a launch', () => {
  it('appears when a launch is activated, and not before', async () => {
    const form = await openForm();
    expect(allByRole(form, 'region', 'What the sender sees')).to.have.length(0);
    byRole(form, 'checkbox', /^Activate a Referral System Launch/).click();
    await until(() => allByRole(form, 'region', 'What the sender sees')[0]);
    await until(() => read(form).includes('Continue to Application name'));
  });

  it('follows what is typed: names, host, and how it opens', async () => {
    const form = await openPreview();
    await until(() =>
      read(form).includes('you will be taken to NI Booking at book.northern-imaging.example'),
    );
    enter(byLabel(form, 'Application name'), 'Scheduler');
    await until(() => read(form).includes('Continue to Scheduler'));
    enter(byLabel(form, 'Base launch URL'), 'https://elsewhere.example/');
    await until(() => read(form).includes('Scheduler at elsewhere.example'));
  });

  it('shows the message as the sender will read it, made safe', async () => {
    const form = await openPreview({
      confirmationMessage:
        '<p>For {{companyName}}: <b onclick="alert(1)">{{referralRef}}</b></p><script>alert(1)</script>',
    });
    await until(() => read(form).includes('For Northern Imaging: a1b2-c3d4'));
    const region = byRole(form, 'region', 'What the sender sees');
    expect(
      [...elementsIn(region)].filter((each) => each.matches('script, [onclick]')),
    ).to.have.length(0);
  });

  it('can be looked at in each language where the texts are given in both', async () => {
    const form = await openPreview({
      companyName: { en: 'Northern Imaging', fr: 'Imagerie du Nord' },
      applicationName: { en: 'NI Booking', fr: 'Rendez-vous IN' },
    });
    await until(() => read(form).includes('Continue to NI Booking'));
    byRole(form, 'button', 'French').click();
    await until(() => read(form).includes('Continuer vers Rendez-vous IN'));
  });

  it('opens nothing: whoever tries it stays in the form, and is told so', async () => {
    const form = await openPreview();
    const proceed = await until(() => byRole(form, 'button', 'Continue to NI Booking'));
    let asked = 0;
    form.addEventListener('ocean-launch', () => asked++);
    proceed.click();
    await until(() => readText(form.shadowRoot).includes('This preview opens nothing.'));
    expect(asked).to.equal(0);
  });

  it('takes no focus when it appears', async () => {
    const form = await openForm();
    const activate = byRole(form, 'checkbox', /^Activate a Referral System Launch/);
    activate.focus();
    activate.click();
    await until(() => read(form).includes('Referral sent'));
    expect(form.shadowRoot?.activeElement).to.equal(activate);
  });

  for (const lang of ['en', 'fr'])
    it(`passes axe in ${lang}`, async () => {
      const form = await openPreview({}, lang);
      await until(() => /Referral sent|Aiguillage envoyé/.test(read(form)));
      expect(await violationsIn(form)).to.deep.equal([]);
    });
});
