/** A portal that gives a launch nothing to launch is told so, once; one that gives it late enough is not. */
import { expect } from '@open-wc/testing';
import {
  SETTINGS,
  mountLaunch,
  proceedOf,
  settingsBackend,
  useWarnings,
} from '../support/launches.js';
import { until } from '../support/queries.js';

/** What is told is told once in a page: each sentence belongs to one test. */
describe('A portal’s developer', () => {
  let warnings: ReturnType<typeof useWarnings>;
  beforeEach(() => (warnings = useWarnings()));
  afterEach(() => warnings.restore());

  const confirmed = async (
    give: (launch: HTMLElementTagNameMap['ocean-referral-launch']) => void,
  ) => {
    const launch = document.createElement('ocean-referral-launch');
    give(launch);
    document.body.append(launch);
    launch.confirm({ referralRef: 'r1' });
    await launch.updateComplete;
    return launch;
  };

  it('hears nothing where settings are given and the referral is sent at once', async () => {
    const launch = await confirmed((each) => (each.settings = SETTINGS));
    await until(() => proceedOf(launch));
    expect(warnings.said).to.deep.equal([]);
    launch.remove();
  });

  it('hears nothing where the settings are still on their way', async () => {
    const launch = await mountLaunch({ backend: settingsBackend(SETTINGS) });
    launch.confirm({ referralRef: 'r1' });
    await until(() => proceedOf(launch));
    expect(warnings.said).to.deep.equal([]);
  });

  it('is told that there is no backend and no settings', async () => {
    for (let time = 0; time < 2; time++) (await confirmed(() => undefined)).remove();
    expect(warnings.said).to.deep.equal([
      'ocean-integrations: <ocean-referral-launch> has nothing to launch: give it `.settings`, or a backend and `listing-id` or `integration-id`.',
    ]);
  });

  it('is told that a backend alone knows no listing', async () => {
    for (let time = 0; time < 2; time++)
      (await confirmed((each) => (each.backend = settingsBackend(SETTINGS)))).remove();
    expect(warnings.said).to.deep.equal([
      'ocean-integrations: <ocean-referral-launch> needs `listing-id` or `integration-id`, or `.settings`.',
    ]);
  });
});
