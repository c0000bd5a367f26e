/** The deliveries are asked for while they can be seen, and not a moment longer: no timer and no request is left behind. */
import { expect } from '@open-wc/testing';
import { BackendError } from '../../../src/backend/backend-error.js';
import { MemoryBackend } from '../../../src/backend/memory.js';
import type { IntegrationBackend } from '../../../src/backend/backend.js';
import { SHORTEST } from '../../../src/management/activity/poll-schedule.js';
import { Poller } from '../../../src/management/activity/poller.js';
import { byRole, until } from '../../support/queries.js';
import { lookAgain, mount, show } from './activity-host.js';

/** Time as a test lets it pass; and the timers that wait. */
const useTime = () => {
  const { setTimeout: realSet, clearTimeout: realClear } = window;
  const realNow = Date.now;
  const waiting = new Map<number, { at: number; run: () => void }>();
  let now = realNow();
  let last = 0;
  Date.now = () => now;
  window.setTimeout = ((run: () => void, delay = 0) => {
    waiting.set(--last, { at: now + delay, run });
    return last;
  }) as never;
  window.clearTimeout = ((id: number) => void waiting.delete(id)) as never;
  return {
    waiting,
    /** Milliseconds until each timer's time. */
    waits: () => [...waiting.values()].map(({ at }) => at - now),
    async pass(milliseconds: number) {
      now += milliseconds;
      for (const [id, { at, run }] of [...waiting])
        if (at <= now) {
          waiting.delete(id);
          run();
        }
      for (let turn = 0; turn < 20; turn++) await Promise.resolve();
    },
    restore() {
      Object.assign(window, { setTimeout: realSet, clearTimeout: realClear });
      Date.now = realNow;
    },
  };
};

const hide = (hidden: boolean): void => {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
  lookAgain();
};

describe('polling', () => {
  let time: ReturnType<typeof useTime>;
  let poller: Poller | undefined;
  beforeEach(() => {
    time = useTime();
  });
  afterEach(() => {
    poller?.stop();
    time.restore();
    Reflect.deleteProperty(document, 'hidden');
  });

  it('backs off while nothing changes, and is quick again after an action', async () => {
    let asked = 0;
    poller = new Poller(async () => (asked++ === 0 ? 'changed' : 'same'));
    poller.start();
    await time.pass(0);
    expect([asked, ...time.waits()]).to.deep.equal([1, SHORTEST]);
    await time.pass(SHORTEST);
    expect([asked, ...time.waits()]).to.deep.equal([2, 2 * SHORTEST]);
    await time.pass(2 * SHORTEST);
    expect([asked, ...time.waits()]).to.deep.equal([3, 4 * SHORTEST]);
    poller.now();
    await time.pass(0);
    expect([asked, ...time.waits()]).to.deep.equal([4, 2 * SHORTEST]);
  });

  it('stops while the page is hidden, and asks at once when it is seen again', async () => {
    let asked = 0;
    poller = new Poller(async () => (asked++, 'same'));
    poller.start();
    await time.pass(0);
    hide(true);
    expect(time.waits()).to.deep.equal([]);
    poller.now();
    await time.pass(3_600_000);
    expect(asked).to.equal(1);
    hide(false);
    await time.pass(0);
    expect(asked).to.equal(2);
    expect(time.waits()).to.have.length(1);
  });

  it('goes on after an answer that came while the page was hidden only when it is seen', async () => {
    let answer: () => void = () => undefined;
    poller = new Poller(() => new Promise((resolve) => (answer = () => resolve('same'))));
    poller.start();
    hide(true);
    answer();
    await time.pass(0);
    expect(time.waits()).to.deep.equal([]);
  });

  it('leaves a server alone for as long as it asks, whatever the user does', async () => {
    let asked = 0;
    poller = new Poller(async () => {
      if (asked++ === 0) poller?.pauseFor(30);
      return asked === 1 ? 'failed' : 'same';
    });
    poller.start();
    await time.pass(0);
    expect(time.waits()).to.deep.equal([30_000]);
    poller.now();
    hide(true);
    hide(false);
    await time.pass(29_000);
    expect(asked).to.equal(1);
    await time.pass(1_000);
    expect(asked).to.equal(2);
  });

  it('ends where asking is of no use, until the user asks', async () => {
    let asked = 0;
    poller = new Poller(async () => (asked++, 'halted'));
    poller.start();
    await time.pass(0);
    lookAgain();
    await time.pass(3_600_000);
    expect([asked, ...time.waits()]).to.deep.equal([1]);
    poller.now();
    await time.pass(0);
    expect(asked).to.equal(2);
  });

  it('drops an answer that is older than what was done since', async () => {
    const answers: (() => void)[] = [];
    const signals: AbortSignal[] = [];
    poller = new Poller((signal) => {
      signals.push(signal);
      return new Promise((resolve) => answers.push(() => resolve('same')));
    });
    poller.start();
    poller.now();
    expect(signals.map(({ aborted }) => aborted)).to.deep.equal([true, false]);
    answers[0]?.();
    await time.pass(0);
    expect(time.waits()).to.deep.equal([]);
  });

  it('leaves nothing behind once it is stopped', async () => {
    let signal: AbortSignal | undefined;
    poller = new Poller((given) => {
      signal = given;
      return new Promise(() => undefined);
    });
    poller.start();
    poller.stop();
    expect(signal?.aborted).to.equal(true);
    lookAgain();
    poller.now();
    await time.pass(3_600_000);
    expect(time.waits()).to.deep.equal([]);
  });
});

/** Notes which requests are under way. */
const watched = (underWay: Set<AbortSignal>) => (backend: MemoryBackend) =>
  new Proxy<IntegrationBackend>(backend, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      const method = member as (...given: unknown[]) => Promise<unknown>;
      return async (...given: unknown[]) => {
        const { signal } = given.at(-1) as { signal: AbortSignal };
        underWay.add(signal);
        try {
          return await method.apply(target, given);
        } finally {
          underWay.delete(signal);
        }
      };
    },
  });

describe('a row that is closed', () => {
  for (const [title, end] of [
    ['closed', (host: HTMLElement & { close(): void }) => host.close()],
    ['taken out', (host: HTMLElement) => host.remove()],
  ] as const) {
    it(`leaves no request when it is ${title}`, async () => {
      const underWay = new Set<AbortSignal>();
      const backend = new MemoryBackend();
      const { host } = await show({
        backend,
        sent: 60,
        draft: { requestUrl: 'https://status-500.example.org/' },
        through: watched(underWay),
      });
      backend.latency = Infinity;
      byRole(host, 'button', /^Send test event/).click();
      byRole(host, 'button', /^Redeliver all/).click();
      byRole(host, 'button', 'Show older').click();
      host.shadowRoot?.querySelector<HTMLElement>('.delivery [aria-label^="Redeliver:"]')?.click();
      lookAgain();
      await until(() => underWay.size === 5);
      end(host);
      await until(() => underWay.size === 0);
      const reported = [...host.reported];
      lookAgain();
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(underWay.size).to.equal(0);
      expect(host.reported).to.deep.equal(reported);
    });
  }

  it('leaves no timer, also where the server asked to wait', async () => {
    const backend = new MemoryBackend();
    const { host } = await mount({ backend, sent: 1 });
    await until(() => byRole(host, 'list'));
    backend.failures = {
      listDeliveries: new BackendError('rate-limited', 'Too many.', { retryAfter: 40 }),
    };
    const time = useTime();
    try {
      lookAgain();
      await time.pass(0);
      await time.pass(0);
      expect(time.waits().length).to.be.greaterThan(0);
      host.close();
      expect(time.waits()).to.deep.equal([]);
    } finally {
      time.restore();
    }
  });
});
