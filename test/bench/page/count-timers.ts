/**
 * Counts a page's timers: those that were set and have neither run, if they run once, nor been cleared. Stands before all other
 * scripts of a page.
 */

declare global {
  interface Window {
    pendingTimers(): number;
  }
}

const pending = new Set<number>();
const native = {
  setTimeout: window.setTimeout.bind(window),
  setInterval: window.setInterval.bind(window),
  clearTimeout: window.clearTimeout.bind(window),
};

/** The two kinds share their ids: either clears what the other has set. */
const clear = (id?: number): void => {
  native.clearTimeout(id);
  if (id !== undefined) pending.delete(id);
};

Object.assign(window, {
  setTimeout(run: () => void, wait?: number): number {
    const id = native.setTimeout(() => {
      pending.delete(id);
      run();
    }, wait);
    pending.add(id);
    return id;
  },
  setInterval(run: () => void, wait?: number): number {
    const id = native.setInterval(run, wait);
    pending.add(id);
    return id;
  },
  clearTimeout: clear,
  clearInterval: clear,
});

window.pendingTimers = () => pending.size;

export {};
