/**
 * Lets a browser test see which files were downloaded: a command of the test runner, `downloads`, which gives the names of those
 * that this run has saved. Where a browser saves nothing by itself, it does from the first such command on.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { CACHE } from './paths.mjs';

let folder;

/** Where this run saves. The folder goes with the run. */
export function downloadFolder() {
  if (folder) return folder;
  mkdirSync(CACHE, { recursive: true });
  folder = mkdtempSync(path.join(CACHE, 'downloads-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Chromium is set to the folder here, other engines from their start. */
export const downloads = () => {
  /** Kept, as what a session sets lasts as long as it does. */
  const sessions = new WeakMap();
  return {
    name: 'downloads',
    async executeCommand({ command, session }) {
      if (command !== 'downloads') return undefined;
      const page = session.browser.getPage(session.id);
      if (session.browser.name === 'Chrome' && !sessions.has(page)) {
        const client = await page.createCDPSession();
        sessions.set(page, client);
        const browserContextId = page.browserContext().id;
        const where = { behavior: 'allow', downloadPath: downloadFolder(), browserContextId };
        await client.send('Browser.setDownloadBehavior', where);
      }
      return readdirSync(downloadFolder());
    },
  };
};
