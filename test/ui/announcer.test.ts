/** What is said to a screen reader: the newest only, once the user pauses, and gone again after a while. */
import { expect, fixture } from '@open-wc/testing';
import { LitElement } from 'lit';
import { Announcer } from '../../src/ui/announcer.js';
import { until } from '../support/queries.js';

class SayingElement extends LitElement {
  readonly announcer = new Announcer(this);

  protected override render() {
    return this.announcer.render();
  }

  get said(): string {
    return this.shadowRoot?.querySelector('[role=status]')?.textContent ?? '';
  }
}
customElements.define('saying-element', SayingElement);

/** Timers of ten seconds and more run when the test says so. */
const useLongTimers = () => {
  const { setTimeout, clearTimeout } = window;
  const waiting = new Map<number, () => void>();
  let last = 1_000_000;
  Object.assign(window, {
    setTimeout: (task: () => void, delay = 0, ...rest: unknown[]) => {
      if (delay < 10_000) return setTimeout(task, delay, ...rest);
      waiting.set((last += 1), task);
      return last;
    },
    clearTimeout: (id?: number) => {
      if (id === undefined || !waiting.delete(id)) clearTimeout(id);
    },
  });
  return {
    waiting,
    pass: () => {
      for (const task of waiting.values()) task();
      waiting.clear();
    },
    restore: () => void Object.assign(window, { setTimeout, clearTimeout }),
  };
};

let timers: ReturnType<typeof useLongTimers>;
let element: SayingElement;

describe('Announcer', () => {
  beforeEach(async () => {
    timers = useLongTimers();
    element = await fixture<SayingElement>('<saying-element></saying-element>');
  });
  afterEach(() => timers.restore());

  it('says the newest only, as it is when it is said', async () => {
    let count = 1;
    element.announcer.announce(() => 'Never heard');
    element.announcer.announce(() => `${count} events are shown`);
    count = 2;
    expect(element.said).to.equal('');
    await until(() => element.said === '2 events are shown');
  });

  it('leaves nothing behind for whoever reads the page later', async () => {
    element.announcer.announce(() => 'Copied');
    await until(() => element.said === 'Copied');
    timers.pass();
    await element.updateComplete;
    expect(element.said).to.equal('');
  });

  it('keeps what is new from going with what was before', async () => {
    element.announcer.announce(() => 'Copied');
    await until(() => element.said === 'Copied');
    element.announcer.announce(() => 'Saved');
    expect(timers.waiting.size).to.equal(0);
    await until(() => element.said === 'Saved');
    expect(timers.waiting.size).to.equal(1);
  });

  it('leaves no timer, and no words, when its element leaves the page', async () => {
    element.announcer.announce(() => 'Copied');
    await until(() => element.said === 'Copied');
    const page = element.parentElement;
    element.remove();
    expect(timers.waiting.size).to.equal(0);
    page?.append(element);
    await element.updateComplete;
    expect(element.said).to.equal('');
  });
});
