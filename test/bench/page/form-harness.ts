/** What a measured page of the form offers to the benchmark: mounts and removes it, and times mounts and keystrokes. */
import type { IntegrationBackend } from '../../../src/backend/backend.js';
import { eventTypes } from '../event-types.js';
import { countsOf, renderedInTask, timeMount } from './mount-times.js';
import type { MountTimes } from './mount-times.js';
import { painted } from './painted.js';
import { stubBackend } from './stub-backend.js';

/** Milliseconds. */
export interface KeyTimes {
  /** Listeners and the rendering that they ask for. */
  script: number;
  /** Styles and layout. */
  layout: number;
  /** From the key event's own time to the end of the next frame. */
  painted: number;
}

export interface Harness {
  mount(events: number): Promise<MountTimes>;
  unmount(): void;
  /** Mounts until rendered and laid out, and removes, so many times. */
  cycle(count: number, events: number): Promise<void>;
  /** Puts the focus into a control, after what stands in it. */
  focus(id: string): void;
  /** The times of the oldest keystroke not asked for yet, once it is painted. */
  nextKey(): Promise<KeyTimes>;
  counts(): { elements: number; nodes: number; shownEvents: number };
  valueOf(id: string): string;
}

declare global {
  interface Window {
    harness: Harness;
  }
}

type Form = HTMLElement & { backend?: IntegrationBackend };

const { tag = '' } = document.documentElement.dataset;
const stage = document.createElement('main');
document.body.append(stage);

let form: Form | undefined;

const root = (): ShadowRoot => {
  if (!form?.shadowRoot) throw new Error('The form is not mounted.');
  return form.shadowRoot;
};

const control = (id: string): HTMLInputElement => {
  const found = root().getElementById(id);
  if (!(found instanceof HTMLInputElement)) throw new Error(`There is no field #${id}.`);
  return found;
};

const backends = new Map<number, { backend: IntegrationBackend; last: string }>();
const backendWith = (events: number) => {
  let made = backends.get(events);
  if (!made) {
    const types = eventTypes(events);
    made = { backend: stubBackend(types), last: `event-${types.at(-1)?.code}` };
    backends.set(events, made);
  }
  return made;
};

const layOut = (): void => void form?.getBoundingClientRect();

const keys: Promise<KeyTimes>[] = [];
let pressed = 0;
let begun = 0;
addEventListener('keydown', ({ timeStamp }) => (pressed = timeStamp), true);
// Microtasks run after each listener, so that what the form renders in them lies between the first and the last.
addEventListener('input', () => (begun = performance.now()), true);
addEventListener('input', () => {
  const ran = performance.now();
  layOut();
  const laidOut = performance.now();
  const from = pressed;
  keys.push(
    painted().then(() => ({
      script: ran - begun,
      layout: laidOut - ran,
      painted: performance.now() - from,
    })),
  );
});

window.harness = {
  async mount(events) {
    const { backend, last } = backendWith(events);
    return timeMount(async () => {
      form = document.createElement(tag);
      form.backend = backend;
      stage.append(form);
      await renderedInTask(() => form?.shadowRoot?.getElementById(last) != null);
    }, layOut);
  },
  unmount() {
    form?.remove();
    form = undefined;
  },
  async cycle(count, events) {
    for (let done = 0; done < count; done++) {
      await this.mount(events);
      this.unmount();
    }
    await painted();
  },
  focus(id) {
    const field = control(id);
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
  },
  async nextKey() {
    const key = keys.shift();
    if (!key) throw new Error('No key was pressed that changed a field.');
    return key;
  },
  counts() {
    return {
      ...countsOf(root()),
      shownEvents: [...root().querySelectorAll<HTMLElement>('.group-events > .choice')].filter(
        (choice) => choice.checkVisibility(),
      ).length,
    };
  },
  valueOf: (id) => control(id).value,
};
