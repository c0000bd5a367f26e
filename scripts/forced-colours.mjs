/**
 * Lets a browser test be seen in forced colours (Windows' high contrast), which the runner's own `emulateMedia` can't with this
 * launcher: a command of the test runner, `forced-colours`, with true or false.
 */
export const forcedColours = () => {
  /** Kept, as what a session emulates lasts as long as it does. */
  const sessions = new WeakMap();
  return {
    name: 'forced-colours',
    async executeCommand({ command, payload, session }) {
      if (command !== 'forced-colours') return undefined;
      const page = session.browser.getPage(session.id);
      const features = [{ name: 'forced-colors', value: payload ? 'active' : 'none' }];
      if (session.browser.name !== 'Chrome') {
        await page.emulateMediaFeatures(features);
        return true;
      }
      if (!sessions.has(page)) sessions.set(page, await page.createCDPSession());
      await sessions.get(page).send('Emulation.setEmulatedMedia', { features });
      return true;
    },
  };
};
