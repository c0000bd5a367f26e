/** Launch settings for the public, and launch URLs. */
import type { LaunchSettings } from '../../integration/schema.js';
import { isBackendError } from '../backend-error.js';
import { check, checkEqual, checkFails, checkHidden, checkHolds } from './assert.js';
import { requirement } from './requirement.js';
import { collect, randomWord } from './trial.js';

/** Settings with every kind of text, and a URL whose bytes a careless parser would change. */
export const launchSettings = (): LaunchSettings => ({
  companyName: { en: 'Made-up Systems', fr: 'Systèmes fictifs' },
  baseLaunchUrl: 'https://launch.example.com/start?b=2&a=1&a=%20x&flag#/route?x=1',
  applicationName: 'Made-up Booking',
  category: { en: 'Booking', fr: 'Réservation' },
  confirmationMessage: '<p>Thank you. {{companyName}} goes on with <b>{{referralRef}}</b>.</p>',
  useIframe: true,
});

export const launches = [
  requirement(
    'launch-settings-public',
    'Launch settings hold the launch, and no secret, event or request URL',
    async (trial) => {
      const secret = `secret-${randomWord()}`;
      const launch = launchSettings();
      const requestUrl = new URL(trial.requestUrl);
      requestUrl.pathname = `/private-${trial.mark}`;
      const { id } = await trial.register(
        trial.referralDraft({
          launch,
          requestUrl: requestUrl.href,
          authentication: { type: 'basic', username: `user-${trial.mark}`, password: secret },
        }),
      );
      const answer = await trial.backend.getLaunchSettings({ integrationId: id });
      checkEqual(answer.integrationId, id, 'The integration of the launch settings');
      checkEqual(answer.enabled, true, 'Whether the launch is enabled');
      checkHolds(answer.settings, launch, 'The launch settings');
      for (const hidden of [secret, `private-${trial.mark}`, `user-${trial.mark}`])
        checkHidden(answer, hidden, 'What getLaunchSettings answers');
    },
  ),

  requirement(
    'launch-settings-by-listing',
    'Launch settings are found by a listing of the referral form',
    async (trial) => {
      const forms = await collect((cursor) =>
        trial.backend.listReferralForms({ cursor, limit: 200 }),
      );
      const form = forms.find(({ listings }) => listings.length > 0);
      const listing = form?.listings[0];
      check(form && listing, 'The backend should have a referral form with a listing.');
      const launch = { ...launchSettings(), referralFormId: form.id };
      await trial.register(trial.referralDraft({ launch }));
      const answer = await trial.backend.getLaunchSettings({ listingId: listing.id });
      checkEqual(answer.settings.referralFormId, form.id, 'The form of the launch settings');
    },
  ),

  requirement(
    'launch-settings-not-found',
    'Launch settings of what has no launch, or does not exist, are not-found',
    async (trial) => {
      const { id } = await trial.register(trial.referralDraft());
      await checkFails('not-found', 'getLaunchSettings without a launch', () =>
        trial.backend.getLaunchSettings({ integrationId: id }),
      );
      for (const target of [
        { integrationId: `unknown-${trial.mark}` },
        { listingId: `unknown-${trial.mark}` },
      ])
        await checkFails('not-found', `getLaunchSettings of ${JSON.stringify(target)}`, () =>
          trial.backend.getLaunchSettings(target),
        );
    },
  ),

  requirement(
    'create-launch',
    'A launch, where the backend creates them, is a URL; otherwise it is unsupported',
    async (trial) => {
      const { id } = await trial.register(trial.referralDraft({ launch: launchSettings() }));
      const launch = { integrationId: id, referralRef: `ref-${trial.mark}` };
      try {
        const { url } = await trial.backend.createLaunch(launch);
        check(/^https?:\/\//.test(url), `A launch should be an http(s) URL, but is ${url}.`);
      } catch (thrown) {
        if (!isBackendError(thrown) || thrown.kind !== 'unsupported') throw thrown;
      }
    },
  ),
];
