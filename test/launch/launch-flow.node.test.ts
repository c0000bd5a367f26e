/** How a launch is carried out, without a DOM: what is requested, what the host hears in which order, where the browser is sent. */
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { BackendError } from '../../src/backend/backend-error.js';
import type { BackendErrorKind } from '../../src/backend/backend-error.js';
import type { IntegrationBackend } from '../../src/backend/backend.js';
import type { LaunchMode } from '../../src/launch/launch-events.js';
import { LaunchFlow } from '../../src/launch/launch-flow.js';
import type { LaunchSubject } from '../../src/launch/url/permitted.js';

/** What judges a URL loads on demand: whoever asks for it later has it later. */
const tick = async (): Promise<void> => {
  await import('../../src/launch/url/permitted.js');
  await new Promise((resolve) => setTimeout(resolve));
};

const EVENTS = [
  'ocean-referral-confirmed',
  'ocean-launch',
  'ocean-launch-done',
  'ocean-launch-failed',
  'ocean-launch-cancelled',
] as const;

const BUILT = 'https://book.example/start?referralRef=r1';
const once = (number: number): string => `https://book.example/${number}?launch=token`;

/** A URL, or the kind of an error. */
type Made = string | Promise<string>;

interface Setting {
  /** What `createLaunch` gives, one after the other, the last one again; left out, the backend creates no launches. */
  readonly made?: readonly Made[];
  readonly subject?: Partial<LaunchSubject> | null;
  /** The host cancels `ocean-launch`. */
  readonly takesOver?: boolean;
  readonly frameLoads?: boolean;
  /** The browser opens no tab. */
  readonly tabBlocked?: boolean;
}

const flows: LaunchFlow[] = [];

/** What is still requested is given up, and no timer is left. */
afterEach(() => flows.splice(0).forEach((flow) => flow.abort()));

const setUp = (setting: Setting = {}) => {
  const { made, takesOver, frameLoads = true, tabBlocked } = setting;
  const asked: AbortSignal[] = [];
  const backend = {
    createLaunch: async (_target: unknown, { signal }: { signal: AbortSignal }) => {
      asked.push(signal);
      const answer = (await made?.[Math.min(asked.length, made.length) - 1]) ?? 'unavailable';
      if (!answer.includes(':'))
        throw new BackendError(answer as BackendErrorKind, 'A failure of the test.');
      return { url: answer };
    },
  } as unknown as IntegrationBackend;
  const heard: string[] = [];
  const host = Object.assign(new EventTarget(), {
    updates: 0,
    requestUpdate(): void {
      this.updates += 1;
    },
  });
  for (const type of EVENTS)
    host.addEventListener(type, (event) => {
      const { detail } = event as CustomEvent<Record<string, unknown>>;
      const { url, mode, reason, activityType } = detail;
      heard.push(
        [type.replace('ocean-', ''), mode, reason, activityType, url].filter(Boolean).join(' '),
      );
      if (type === 'ocean-launch' && takesOver) event.preventDefault();
    });
  const sent: string[] = [];
  const now: { subject: Partial<LaunchSubject> | null } = { subject: setting.subject ?? {} };
  if (setting.subject === null) now.subject = null;
  const flow = new LaunchFlow(
    host,
    {
      subject: (referralRef) =>
        now.subject
          ? {
              baseLaunchUrl: 'https://book.example/start',
              referralRef,
              integrationId: 'i1',
              backend: made ? backend : undefined,
              ...now.subject,
            }
          : undefined,
      loadFrame: async () => frameLoads,
    },
    (url, mode) => {
      if (tabBlocked) return false;
      sent.push(`${mode} ${url}`);
      return true;
    },
  );
  flows.push(flow);
  const confirm = async (referralRef = 'r1'): Promise<void> => {
    flow.confirm(referralRef);
    flow.update();
    await tick();
  };
  return { flow, heard, sent, asked, confirm, host, now };
};

/** A click on a link or a button, as the confirmation passes it on. */
const clickOn = (localName: 'a' | 'button'): Event =>
  Object.defineProperty(new Event('click', { cancelable: true }), 'currentTarget', {
    value: { localName },
  });

const CONFIRMED = 'referral-confirmed';

interface Row {
  readonly setting?: Setting;
  readonly mode?: LaunchMode;
  readonly click?: 'a' | 'button';
  readonly heard: readonly string[];
  readonly sent?: readonly string[];
  readonly state: string;
  /** Whether the link is followed by the browser itself. */
  readonly followed?: boolean;
}

const ROWS: Readonly<Record<string, Row>> = {
  'a built URL, in this tab, by a script': {
    heard: [`launch self ${BUILT}`, 'launch-done self'],
    sent: [`self ${BUILT}`],
    state: 'done',
  },
  'a built URL, in a new tab, by a button': {
    mode: 'blank',
    click: 'button',
    heard: [`launch blank ${BUILT}`, 'launch-done blank'],
    sent: [`blank ${BUILT}`],
    state: 'done',
  },
  'a built URL, by a link: the browser follows it': {
    click: 'a',
    heard: [`launch self ${BUILT}`, 'launch-done self'],
    state: 'done',
    followed: true,
  },
  'a link, which the host takes over': {
    setting: { takesOver: true },
    click: 'a',
    heard: [`launch self ${BUILT}`],
    state: 'done',
  },
  'a script, which the host takes over': {
    setting: { takesOver: true },
    heard: [`launch self ${BUILT}`],
    state: 'done',
  },
  'an iframe': {
    mode: 'iframe',
    click: 'button',
    heard: [`launch iframe ${BUILT}`],
    state: 'framed',
  },
  'a link that opens the iframe is not followed': {
    mode: 'iframe',
    click: 'a',
    heard: [`launch iframe ${BUILT}`],
    state: 'framed',
  },
  'an iframe that can’t be loaded': {
    setting: { frameLoads: false },
    mode: 'iframe',
    heard: [`launch iframe ${BUILT}`, 'launch-failed unavailable'],
    state: 'failed',
  },
  'a new tab that the browser blocks': {
    setting: { tabBlocked: true },
    mode: 'blank',
    heard: [`launch blank ${BUILT}`, 'launch-failed new-tab-blocked'],
    state: 'failed',
  },
  'a URL that the backend made': {
    setting: { made: [once(1)] },
    heard: [`launch self ${once(1)}`, 'launch-done self'],
    sent: [`self ${once(1)}`],
    state: 'done',
  },
  'a link to a URL that the backend made': {
    setting: { made: [once(1)] },
    click: 'a',
    heard: [`launch self ${once(1)}`, 'launch-done self'],
    state: 'done',
    followed: true,
  },
  'a backend that creates no launches': {
    setting: { made: ['unsupported'] },
    heard: [`launch self ${BUILT}`, 'launch-done self'],
    sent: [`self ${BUILT}`],
    state: 'done',
  },
  'a backend that failed before, and does not now': {
    setting: { made: ['network', once(2)] },
    click: 'a',
    heard: [`launch self ${once(2)}`, 'launch-done self'],
    sent: [`self ${once(2)}`],
    state: 'done',
  },
  ...Object.fromEntries(
    (['network', 'unavailable', 'forbidden', 'unauthorized', 'not-found', 'timeout'] as const).map(
      (kind): [string, Row] => [
        `a backend that fails: ${kind}`,
        {
          setting: { made: [kind] },
          click: 'a',
          heard: ['launch-failed unavailable'],
          state: 'failed',
        },
      ],
    ),
  ),
  ...Object.fromEntries(
    [
      'javascript:alert(1)',
      'data:text/html,x',
      'https://user@once.example/',
      'https://once.example/?hcn=1234567890',
    ].map((url): [string, Row] => [
      `a URL of the backend’s that may not be opened: ${url}`,
      { setting: { made: [url] }, heard: ['launch-failed invalid-url'], state: 'failed' },
    ]),
  ),
  'a base launch URL that may not be opened': {
    setting: { subject: { baseLaunchUrl: 'javascript:alert(1)' } },
    heard: ['launch-failed invalid-url'],
    state: 'failed',
  },
  'nothing to launch': {
    setting: { subject: null },
    click: 'a',
    heard: [],
    state: 'confirmed',
  },
};

describe('Going on', () => {
  for (const [name, row] of Object.entries(ROWS))
    it(name, async () => {
      const { flow, heard, sent, confirm } = setUp(row.setting);
      await confirm();
      const click = row.click && clickOn(row.click);
      await flow.open(row.mode ?? 'self', click);
      assert.deepEqual(heard, [CONFIRMED, ...row.heard]);
      assert.deepEqual(sent, row.sent ?? []);
      assert.equal(flow.state.name, row.state);
      if (click) assert.equal(click.defaultPrevented, !row.followed);
    });

  it('does nothing before the referral is confirmed', async () => {
    const { flow, heard, sent } = setUp();
    flow.update();
    await flow.open('self');
    assert.deepEqual([heard, sent, flow.state.name], [[], [], 'idle']);
  });

  it('is one launch, however often it is pressed', async () => {
    let answer = (_url: string): void => undefined;
    const { flow, heard, confirm, asked } = setUp({
      made: [new Promise((resolve) => (answer = resolve))],
    });
    await confirm();
    const presses = [flow.open('self'), flow.open('self', clickOn('button')), flow.open('blank')];
    assert.equal(flow.state.name, 'launching');
    answer(once(1));
    await Promise.all(presses);
    assert.deepEqual(heard, [CONFIRMED, `launch self ${once(1)}`, 'launch-done self']);
    assert.equal(asked.length, 1);
  });

  it('goes nowhere where it was aborted before the URL came, and can be tried again', async () => {
    let answer = (_url: string): void => undefined;
    const first = new Promise<string>((resolve) => (answer = resolve));
    const { flow, heard, sent, confirm, asked } = setUp({ made: [first, once(2)] });
    await confirm();
    const opened = flow.open('self');
    flow.abort();
    answer(once(1));
    await opened;
    await tick();
    assert.equal(asked[0]?.aborted, true);
    assert.deepEqual([heard, sent, flow.state.name], [[CONFIRMED], [], 'confirmed']);
    await flow.open('self');
    assert.deepEqual(sent, [`self ${once(2)}`]);
  });
});

describe('The URL', () => {
  it('is at hand before the sender goes on, and not before the referral is confirmed', async () => {
    const { flow, confirm, asked, host } = setUp({ made: [once(1)] });
    flow.update();
    await tick();
    assert.deepEqual([flow.url, asked.length], [undefined, 0]);
    await confirm();
    assert.deepEqual([flow.url, asked.length], [once(1), 1]);
    assert.ok(host.updates > 0);
  });

  it('that failed to come ahead is told nobody', async () => {
    const { flow, confirm, heard } = setUp({ made: ['network'] });
    await confirm();
    assert.deepEqual([flow.url, flow.state.name, heard], [undefined, 'confirmed', [CONFIRMED]]);
  });

  it('of a backend’s is used once: each launch has its own', async () => {
    const { flow, confirm, sent, asked } = setUp({ made: [once(1), once(2), once(3)] });
    await confirm();
    await flow.open('blank');
    await tick();
    await flow.open('blank');
    await tick();
    assert.deepEqual(sent, [`blank ${once(1)}`, `blank ${once(2)}`]);
    assert.equal(asked.length, 3);
  });

  it('is requested for the next time once the iframe is closed or done', async () => {
    for (const end of ['close', 'finish'] as const) {
      const { flow, confirm, asked } = setUp({ made: [once(1), once(2)] });
      await confirm();
      await flow.open('iframe');
      assert.equal(asked.length, 1);
      flow[end]();
      await tick();
      assert.equal(asked.length, 2);
      assert.equal(flow.url, once(2));
    }
  });

  const changes: readonly (readonly [string, Partial<LaunchSubject>, again: boolean])[] = [
    ['nothing', {}, false],
    ['the base launch URL', { baseLaunchUrl: 'https://other.example/' }, true],
    ['the site', { siteNumber: '77' }, true],
    ['the integration', { integrationId: 'i2' }, true],
  ];
  for (const [name, change, again] of changes)
    it(`is ${again ? 'requested again' : 'kept'} where ${name} has changed`, async () => {
      const { flow, confirm, asked, now } = setUp({ made: [once(1), once(2)] });
      await confirm();
      now.subject = { ...change };
      flow.update();
      await tick();
      assert.equal(asked.length, again ? 2 : 1);
      assert.equal(flow.url, once(again ? 2 : 1));
    });

  it('is none where there is nothing to launch any more, and after a reset', async () => {
    const { flow, confirm, now } = setUp();
    await confirm();
    assert.equal(flow.url, BUILT);
    now.subject = null;
    flow.update();
    assert.equal(flow.url, undefined);
    now.subject = {};
    flow.update();
    await tick();
    assert.equal(flow.url, BUILT);
    flow.reset();
    flow.update();
    assert.deepEqual([flow.url, flow.state.name], [undefined, 'idle']);
  });

  it('is that of the next referral', async () => {
    const { flow, confirm } = setUp();
    await confirm();
    await confirm('r2');
    assert.equal(flow.url, 'https://book.example/start?referralRef=r2');
  });
});

describe('The end of a launch in the iframe', () => {
  type End = (flow: LaunchFlow) => void;
  const rows: readonly (readonly [string, End, heard: string, state: string])[] = [
    ['done', (flow) => flow.finish(), 'launch-done iframe', 'done'],
    [
      'done, with an activity',
      (flow) => flow.finish({ activityType: 'book' }),
      'launch-done iframe book',
      'done',
    ],
    ['closed', (flow) => flow.close(), 'launch-cancelled closed', 'confirmed'],
    ['blocked', (flow) => flow.fail('frame-blocked'), 'launch-failed frame-blocked', 'failed'],
  ];
  for (const [name, end, event, state] of rows)
    it(`${name}: fires once, and only then`, async () => {
      const { flow, heard, confirm } = setUp();
      await confirm();
      end(flow);
      assert.deepEqual(heard, [CONFIRMED]);
      await flow.open('iframe');
      end(flow);
      end(flow);
      assert.deepEqual(heard, [CONFIRMED, `launch iframe ${BUILT}`, event]);
      assert.equal(flow.state.name, state);
    });

  it('leaves the iframe open where it is only aborted', async () => {
    const { flow, confirm, heard } = setUp();
    await confirm();
    await flow.open('iframe');
    flow.abort();
    assert.equal(flow.state.name, 'framed');
    assert.equal(heard.length, 2);
  });
});

describe('Confirming', () => {
  it('fires once for each referral', async () => {
    const { confirm, heard } = setUp();
    await confirm();
    await confirm();
    await confirm('r2');
    assert.deepEqual(heard, [CONFIRMED, CONFIRMED]);
  });
});
