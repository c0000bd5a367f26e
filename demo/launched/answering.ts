/** A launched system that speaks SMART Web Messaging with the portal that shows it. */
import { arrive, element, isFramed, say } from './arrival.js';
import { SmartApp } from './smart-app.js';
import { TEXTS } from './texts.js';
import type { Pair } from './texts.js';

const main = arrive('answering');

/** The desk of the one who books: what can be asked of the portal, and what came of it. */
const openDesk = (): void => {
  const status = element('p', TEXTS.waiting);
  status.role = 'status';
  status.className = 'soft';
  const log = element('ol', '');

  const app = new SmartApp({
    connected: () => {
      say(status, TEXTS.connected);
      for (const button of buttons) button.disabled = false;
    },
    told: (line) => log.append(element('li', line)),
  });
  const button = (label: Pair, messageType: string, payload = {}): HTMLButtonElement => {
    const made = element('button', label);
    made.type = 'button';
    made.disabled = true;
    made.addEventListener('click', () => app.request(messageType, payload));
    return made;
  };
  const buttons = [
    button(TEXTS.finish, 'ui.done'),
    button(TEXTS.problems, 'ui.launchActivity', { activityType: 'problem-review' }),
    button(TEXTS.orders, 'ui.done', { activityType: 'order-review' }),
  ];
  buttons[0]?.classList.add('primary');

  const row = element('div', '', ...buttons);
  row.className = 'buttons';
  main.append(element('section', '', element('h2', TEXTS.work), status, row, log));
};

if (isFramed) openDesk();
