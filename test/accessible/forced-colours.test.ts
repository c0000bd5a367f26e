/** Each element in forced colours: passes axe, and what is a button, a field or a box has an edge to be seen by. */
import { expect } from '@open-wc/testing';
import { BackendError } from '../../src/backend/backend-error.js';
import '../../src/define/index.js';
import type { LaunchSettings } from '../../src/integration/schema.js';
import type { OceanReferralLaunch } from '../../src/launch/referral-launch.js';
import { violationsIn } from '../support/accessible.js';
import { edgeless, forceColours } from '../support/colours.js';
import { DRAFT, openForm, saveButton } from '../support/forms.js';
import { allByRole, byRole, elementsIn, readText, until } from '../support/queries.js';

const SETTINGS: LaunchSettings = {
  companyName: 'Northern Imaging',
  applicationName: 'NI Booking',
  category: 'Diagnostic imaging',
  baseLaunchUrl: 'https://book.northern-imaging.example/start',
  useIframe: false,
};

/** A launch around a portal's form, once it shows where it leads. */
const openLaunch = async (
  change: (launch: OceanReferralLaunch) => void = () => undefined,
): Promise<OceanReferralLaunch> => {
  const launch = document.createElement('ocean-referral-launch');
  launch.settings = SETTINGS;
  change(launch);
  const form = document.createElement('form');
  form.append(document.createElement('button'));
  form.firstElementChild?.append('Send referral');
  launch.append(form);
  document.body.append(launch);
  await until(() => allByRole(launch, 'note')[0]);
  return launch;
};

const STATES: Record<string, () => Promise<HTMLElement>> = {
  'a form with problems': async () => {
    const form = await openForm();
    saveButton(form).click();
    await until(() => allByRole(form, 'heading', 'There is a problem')[0]);
    return form;
  },
  'a form with a launch and its preview': async () => {
    const form = await openForm();
    form.value = { ...DRAFT, launch: SETTINGS };
    await until(() => allByRole(form, 'heading', 'Referral sent')[0]);
    return form;
  },
  'a portal’s form with header and footer': () => openLaunch(),
  'a confirmation with its countdown': async () => {
    const launch = await openLaunch((each) => (each.autoLaunch = 30));
    launch.confirm({ referralRef: 'a1b2' });
    await until(() => byRole(launch, 'button', 'Stay here'));
    return launch;
  },
  'a launch that failed': async () => {
    const launch = await openLaunch((each) => {
      each.integrationId = 'any';
      each.backend = {
        createLaunch: () => Promise.reject(new BackendError('unavailable', 'Closed.')),
      } as unknown as OceanReferralLaunch['backend'];
    });
    launch.confirm({ referralRef: 'a1b2' });
    (await until(() => byRole(launch, 'button', 'Continue to NI Booking'))).click();
    await until(() =>
      [...elementsIn(launch)].some((each) =>
        readText(each.shadowRoot).includes('could not be opened'),
      ),
    );
    return launch;
  },
};

const BOXES =
  'button:not(.link, .print), input:not([type=checkbox], [type=radio], [type=file]), select, textarea, .notice, .confirmation, .primary, .countdown, .banner, .preview-form';

describe('In forced colours', () => {
  let element: HTMLElement;
  before(() => forceColours(true));
  after(() => forceColours(false));
  afterEach(() => element.remove());

  for (const [state, bring] of Object.entries(STATES))
    it(`${state} passes axe, and each box has an edge`, async () => {
      element = await bring();
      expect(await violationsIn(element)).to.deep.equal([]);
      const boxes = [...elementsIn(element)].filter(
        (each) => each.checkVisibility() && each.getRootNode() !== document && each.matches(BOXES),
      );
      expect(boxes).not.to.have.length(0);
      expect(edgeless(boxes)).to.deep.equal([]);
    });
});
