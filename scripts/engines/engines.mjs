/** The engines that tests run in besides Chromium. */
import { firefoxLauncher, missingFirefox } from './firefox.mjs';
import { missingWebKit, webkitLauncher } from './webkit.mjs';

/** By the name of the command: its name in the table, what is missing to run it in one sentence, and how it is started. */
export const ENGINES = {
  firefox: { name: 'Firefox', missing: missingFirefox, launcher: firefoxLauncher },
  webkit: { name: 'WebKit', missing: missingWebKit, launcher: webkitLauncher },
};
