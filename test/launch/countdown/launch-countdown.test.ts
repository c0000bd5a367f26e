/** The countdown in a launch: seen, stopped, extended, announced twice, and counted only while its stop can be seen. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { OceanReferralLaunch } from '../../../src/launch/referral-launch.js';
import { violationsIn } from '../../support/accessible.js';
import {
  SETTINGS,
  focusedIn,
  listen,
  mountLaunch,
  openConfirmed,
  openLaunch,
  proceedOf,
  saidBy,
  settingsBackend,
  textOf,
  useSeconds,
  useStay,
  useWarnings,
} from '../../support/launches.js';
import type { LaunchOptions } from '../../support/launches.js';
import { allByRole, byRole, nameOf, until } from '../../support/queries.js';

let seconds: ReturnType<typeof useSeconds>;
let stay: ReturnType<typeof useStay>;
let warnings: ReturnType<typeof useWarnings>;

beforeEach(() => {
  seconds = useSeconds();
  stay = useStay();
  warnings = useWarnings();
});
afterEach(() => {
  for (const each of [seconds, stay, warnings]) each.restore();
});

/** Confirmed, and what counts down is loaded, whether it counts or not. */
const asked = async (
  autoLaunch: number | undefined,
  options: LaunchOptions = {},
): Promise<OceanReferralLaunch> => {
  const launch = await openConfirmed({
    ...options,
    change: (each) => {
      if (autoLaunch !== undefined) each.autoLaunch = autoLaunch;
      options.change?.(each);
    },
  });
  await until(() => launch.shadowRoot?.querySelector('[role=status]'));
  await launch.updateComplete;
  return launch;
};

/** The same, and it counts. */
const counting = async (
  autoLaunch: number,
  options: LaunchOptions = {},
): Promise<OceanReferralLaunch> => {
  const launch = await asked(autoLaunch, options);
  await until(() => launch.shadowRoot?.querySelector('.countdown'));
  return launch;
};

const shownLeft = (launch: Element): number | undefined => {
  const [, left] = /Opens automatically in (\d+) seconds?\./.exec(textOf(launch)) ?? [];
  return left === undefined ? undefined : Number(left);
};

const stayOf = (launch: Element) => byRole(launch, 'button', 'Stay here');

describe('The countdown', () => {
  it('is off unless it is asked for', async () => {
    const launch = await openConfirmed();
    expect(allByRole(launch, 'button', 'Stay here')).to.have.length(0);
    expect(seconds.running()).to.equal(0);
  });

  it('does not begin before the referral is sent', async () => {
    const launch = await openLaunch({ change: (each) => (each.autoLaunch = 30) });
    await until(() => launch.shadowRoot?.querySelector('[role=status]'));
    await launch.updateComplete;
    expect(seconds.running()).to.equal(0);
  });

  it('may be asked for late, and no longer, where the sender has not stopped it', async () => {
    const launch = await openConfirmed();
    launch.setAttribute('auto-launch', '30');
    await until(() => shownLeft(launch) === 30);
    await seconds.pass(3);
    launch.removeAttribute('auto-launch');
    await until(() => shownLeft(launch) === undefined);
    expect(seconds.running()).to.equal(0);
    await seconds.pass(60);
    expect(stay.followed).to.deep.equal([]);
  });

  it('shows the seconds, and goes on at the end', async () => {
    const launch = await counting(30);
    const heard = listen(launch, { cancel: false });
    expect(shownLeft(launch)).to.equal(30);
    expect(stayOf(launch)).to.exist;
    await seconds.pass(29);
    expect(shownLeft(launch)).to.equal(1);
    expect(textOf(launch)).to.include('in 1 second.');
    expect(stay.followed).to.deep.equal([]);
    await seconds.pass(1);
    await until(() => stay.followed.length === 1);
    expect(stay.followed[0]).to.deep.equal({
      url: 'https://book.northern-imaging.example/start?from=ocean&referralRef=a1b2-c3d4',
      target: '',
    });
    expect(heard.map(({ type }) => type)).to.deep.equal(['ocean-launch', 'ocean-launch-done']);
    expect(seconds.running()).to.equal(0);
    await until(() => textOf(launch).includes('You were taken to NI Booking.'));
    expect(shownLeft(launch)).to.equal(undefined);
  });

  it('is told before it goes on, and left to the host that cancels that', async () => {
    const launch = await counting(20);
    const heard = listen(launch);
    await seconds.pass(20);
    await until(() => heard.length === 1);
    expect(heard[0]?.type).to.equal('ocean-launch');
    expect(stay.followed).to.deep.equal([]);
  });

  it('is twenty seconds at least, and says so to the developer', async () => {
    const launch = await counting(3);
    expect(shownLeft(launch)).to.equal(20);
    expect(warnings.said.filter((text) => text.includes('20 seconds at least'))).to.have.length(1);
  });

  it('is off for what is no number, and says so to the developer', async () => {
    const launch = await asked(undefined, {
      change: (each) => each.setAttribute('auto-launch', 'soon'),
    });
    expect(allByRole(launch, 'button', 'Stay here')).to.have.length(0);
    expect(warnings.said.filter((text) => text.includes('a number of seconds'))).to.have.length(1);
  });

  it('is off for a new tab, with one warning: browsers would block it', async () => {
    const launch = await asked(30, { change: (each) => (each.target = 'blank') });
    expect(allByRole(launch, 'button', 'Stay here')).to.have.length(0);
    launch.requestUpdate();
    await launch.updateComplete;
    expect(warnings.said.filter((text) => text.includes('can’t open a new tab'))).to.have.length(1);
    expect(seconds.running()).to.equal(0);
  });

  it('ends where the launch is to open a new tab from now on: browsers would block it', async () => {
    const launch = await counting(30);
    launch.target = 'blank';
    await until(() => shownLeft(launch) === undefined);
    expect(seconds.running()).to.equal(0);
  });

  it('is announced at the start and near the end, and not each second', async () => {
    const launch = await counting(30);
    const said: string[] = [];
    const listener = new MutationObserver(() => {
      if (saidBy(launch) && said.at(-1) !== saidBy(launch)) said.push(saidBy(launch));
    });
    listener.observe(launch.shadowRoot as ShadowRoot, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    await until(() => said.length === 1);
    await seconds.pass(12);
    await new Promise((resolve) => setTimeout(resolve, 600));
    await seconds.pass(8);
    await until(() => said.length === 2);
    await seconds.pass(9);
    await new Promise((resolve) => setTimeout(resolve, 600));
    listener.disconnect();
    expect(said).to.deep.equal([
      'In 30 seconds you will be taken to NI Booking. To stop, choose “Stay here”. For more time, choose “Add time”.',
      '10 seconds left.',
    ]);
    // What changes each second is no live region.
    expect(launch.shadowRoot?.querySelector('.countdown')?.closest('[role], [aria-live]')).to.equal(
      null,
    );
  });

  it('can be stopped: the focus goes to the way on, and the host is told', async () => {
    const launch = await counting(30);
    const heard = listen(launch);
    await seconds.pass(5);
    stayOf(launch).focus();
    stayOf(launch).click();
    await until(() => focusedIn() === proceedOf(launch));
    expect(heard).to.have.length(1);
    expect(heard[0]).to.include({ type: 'ocean-launch-cancelled', target: launch });
    expect(heard[0]?.detail).to.deep.equal({ reason: 'stopped' });
    expect(shownLeft(launch)).to.equal(undefined);
    await until(() => saidBy(launch) === 'The countdown is stopped.');
    await seconds.pass(60);
    expect(heard).to.have.length(1);
    // The way on is there as before.
    proceedOf(launch).click();
    expect(heard.at(-1)?.type).to.equal('ocean-launch');
  });

  it('does not begin again for the same referral, and does for the next', async () => {
    const launch = await counting(30);
    stayOf(launch).click();
    await launch.updateComplete;
    launch.confirm({ referralRef: 'a1b2-c3d4' });
    launch.settings = { ...SETTINGS };
    await launch.updateComplete;
    expect(shownLeft(launch)).to.equal(undefined);
    launch.confirm({ referralRef: 'next' });
    await until(() => shownLeft(launch) === 30);
  });

  it('can be extended, as often as it is asked for', async () => {
    const launch = await counting(30);
    await seconds.pass(25);
    const more = byRole(launch, 'button', 'Add time');
    more.click();
    await until(() => shownLeft(launch) === 35);
    more.click();
    await until(() => shownLeft(launch) === 65);
    await until(() => saidBy(launch) === '65 seconds left.');
    await seconds.pass(64);
    expect(stay.followed).to.have.length(0);
    await seconds.pass(1);
    await until(() => stay.followed.length === 1);
  });

  it('ends when the sender goes on', async () => {
    const launch = await counting(30);
    const heard = listen(launch);
    proceedOf(launch).click();
    await until(() => heard.length === 1);
    await seconds.pass(60);
    expect(heard).to.have.length(1);
    expect(shownLeft(launch)).to.equal(undefined);
  });

  it('can be stopped with the keyboard alone', async () => {
    const launch = await counting(30);
    await until(() => nameOf(focusedIn() as Element) === 'Referral sent');
    const reached: string[] = [];
    while (reached.at(-1) !== 'Stay here' && reached.length < 9) {
      await sendKeys({ press: 'Tab' });
      reached.push(nameOf(focusedIn() as Element));
    }
    expect(reached).to.deep.equal([
      'Copy Referral reference',
      'Continue to NI Booking',
      'Stay here',
    ]);
    await sendKeys({ press: ' ' });
    await until(() => shownLeft(launch) === undefined);
    await until(() => nameOf(focusedIn() as Element) === 'Continue to NI Booking');
  });

  it('passes axe', async () => {
    expect(await violationsIn(await counting(30))).to.deep.equal([]);
    expect(
      await violationsIn(await counting(30, { settings: { ...SETTINGS, useIframe: true } })),
    ).to.deep.equal([]);
  });

  it('speaks French', async () => {
    const launch = await asked(20, { lang: 'fr' });
    await until(() => textOf(launch).includes('Ouverture automatique dans 20 secondes.'));
    expect(byRole(launch, 'button', 'Rester ici')).to.exist;
    await seconds.pass(19);
    expect(textOf(launch)).to.include('dans 1 seconde.');
  });
});

describe('The countdown waits', () => {
  const hide = (hidden: boolean): void => {
    if (hidden)
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    else Reflect.deleteProperty(document, 'visibilityState');
  };
  afterEach(() => hide(false));

  it('while the tab is hidden', async () => {
    const launch = await counting(20);
    await seconds.pass(5);
    hide(true);
    await seconds.pass(100);
    expect(shownLeft(launch)).to.equal(15);
    expect(stay.followed).to.have.length(0);
    hide(false);
    await seconds.pass(15);
    await until(() => stay.followed.length === 1);
  });

  const ways: [
    how: string,
    hidden: (launch: HTMLElement) => void,
    shown: (launch: HTMLElement) => void,
  ][] = [
    [
      'the launch is hidden',
      (launch) => (launch.hidden = true),
      (launch) => (launch.hidden = false),
    ],
    [
      'a dialog of the portal’s stands in the way: what is around it is not displayed',
      (launch) => ((launch.parentElement as HTMLElement).style.display = 'none'),
      (launch) => ((launch.parentElement as HTMLElement).style.display = ''),
    ],
    [
      'what is around it is not visible',
      (launch) => ((launch.parentElement as HTMLElement).style.visibility = 'hidden'),
      (launch) => ((launch.parentElement as HTMLElement).style.visibility = ''),
    ],
  ];
  for (const [how, hidden, shown] of ways)
    it(`while its stop can’t be seen: ${how}`, async () => {
      const launch = await counting(20);
      hidden(launch);
      await seconds.pass(100);
      expect(stay.followed).to.have.length(0);
      shown(launch);
      expect(shownLeft(launch)).to.equal(20);
      await seconds.pass(20);
      await until(() => stay.followed.length === 1);
    });

  it('for the settings', async () => {
    let answer = (): void => undefined;
    const backend = settingsBackend(SETTINGS);
    const { getLaunchSettings } = backend;
    backend.getLaunchSettings = async (...asked) => {
      await new Promise<void>((resolve) => (answer = resolve));
      return getLaunchSettings(...asked);
    };
    const launch = await mountLaunch({ backend, change: (each) => (each.autoLaunch = 20) });
    launch.confirm({ referralRef: 'r1' });
    await until(() => textOf(launch).includes('Checking for a next step'));
    expect(seconds.running()).to.equal(0);
    answer();
    await until(() => shownLeft(launch) === 20);
  });

  it('for ever, and is not announced, where there is nowhere to go to', async () => {
    const launch = await mountLaunch({
      settings: { ...SETTINGS, baseLaunchUrl: 'javascript:alert(1)' },
      change: (each) => (each.autoLaunch = 20),
    });
    launch.confirm({ referralRef: 'r1' });
    await until(() => textOf(launch).includes('There is nothing else to do here.'));
    await seconds.pass(60);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(saidBy(launch)).to.equal('');
    expect(stay.followed).to.have.length(0);
  });

  it('while the launch is out of the page, and leaves no timer there', async () => {
    const launch = await counting(20);
    await seconds.pass(5);
    const page = launch.parentElement as HTMLElement;
    launch.remove();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(seconds.running()).to.equal(0);
    page.append(launch);
    await launch.updateComplete;
    expect(seconds.running()).to.equal(1);
    await seconds.pass(15);
    await until(() => stay.followed.length === 1);
  });
});
