/** An integration's activity, as it is used: sending a test event, reading what came back, delivering again. */
import { expect } from '@open-wc/testing';
import { BackendError } from '../../../src/backend/backend-error.js';
import { MemoryBackend } from '../../../src/backend/memory.js';
import { useClipboard } from '../../support/clipboard.js';
import {
  allByRole,
  byLabel,
  byRole,
  choose,
  nameOf,
  readText,
  until,
} from '../../support/queries.js';
import { lookAgain, mount, show, withDeliveries } from './activity-host.js';
import type { ActivityHost } from './activity-host.js';
import { deliveries, delivery } from './made-up-deliveries.js';

const textOf = (host: ActivityHost): string => readText(host.shadowRoot);
const listOf = (host: ActivityHost): HTMLElement => byRole(host, 'list', 'Deliveries');
const itemsOf = (host: ActivityHost): HTMLElement[] =>
  allByRole(host, 'list', 'Deliveries').flatMap((list) => [...list.children] as HTMLElement[]);

const at = (label: string) => ({ requestUrl: `https://${label}.example.org/ocean` });

const send = async (host: ActivityHost): Promise<string> => {
  byRole(host, 'button', /^Send test event/).click();
  const heading = await until(() => byRole(host, 'heading', 'Result'));
  return readText(heading.parentElement);
};

describe('a test event', () => {
  it('is one of the integration’s events, by name', async () => {
    const { host } = await show({
      draft: { events: ['notify-add-appointment', 'add-service-request', 'of-a-newer-server'] },
    });
    await until(() => textOf(host).includes('Appointment booked'));
    const { options } = byLabel<HTMLSelectElement>(host, 'Event');
    expect([...options].map(({ text }) => text.trim())).to.deep.equal([
      'Appointment booked',
      'New referral sent',
      'of-a-newer-server',
    ]);
  });

  it('has codes for names where the names cannot be had', async () => {
    const backend = new MemoryBackend();
    backend.failures = { listEventTypes: 'unavailable' };
    const { host } = await show({ backend });
    await until(() => host.reported.includes('unavailable'));
    const { options } = byLabel<HTMLSelectElement>(host, 'Event');
    expect(options[0]?.text.trim()).to.equal('add-service-request');
  });

  it('is sent: status, time taken, and a delivery more in the list', async () => {
    const { host, backend, integration } = await show({
      draft: { events: ['add-service-request', 'notify-add-appointment'] },
    });
    expect(textOf(host)).to.contain('Nothing has been sent yet.');
    choose(byLabel(host, 'Event'), 'Appointment booked');
    const result = await send(host);
    expect(result).to.contain('Delivered HTTP 200, after 120 ms');
    expect(result).to.contain('Appointment booked');
    expect(host.said).to.deep.equal(['Test event: Delivered.']);
    await until(() => itemsOf(host).length === 1);
    expect(readText(itemsOf(host)[0])).to.match(/^Appointment booked Test .*Delivered HTTP 200/);
    const { items } = await backend.listDeliveries(integration.id);
    expect(items.map(({ eventType }) => eventType)).to.deep.equal(['notify-add-appointment']);
  });

  for (const [label, status, explanation] of [
    ['status-401', 'Failed HTTP 401', /refused the credentials/],
    ['status-404', 'Failed HTTP 404', /nothing at this address/],
    ['status-500', 'Failed HTTP 500', /had an internal error/],
    ['tls', 'Failed no answer', /TLS certificate/],
    ['timeout', 'Failed no answer, after 5 s', /did not answer in time/],
    ['unreachable', 'Failed no answer', /could not be reached/],
    ['redirect', 'Failed HTTP 302', /redirects/],
    ['html', 'Delivered HTTP 200', /web page, not JSON/],
    ['pending', 'Pending', /Waiting to be sent/],
  ] as const) {
    it(`to ${label} is explained`, async () => {
      const { host } = await show({ draft: at(label) });
      const result = await send(host);
      expect(result).to.contain(status);
      expect(result).to.match(explanation);
    });
  }

  it('that is delivered to an endpoint which fails the challenge says so', async () => {
    const backend = new MemoryBackend();
    const { host, integration } = await show({ backend, draft: at('mismatch') });
    await backend.checkEndpoint({ integrationId: integration.id });
    host.integration = await backend.getIntegration(integration.id);
    const result = await send(host);
    expect(result).to.match(/has not passed the check \(the challenge\)/);
  });

  it('shows the answer to who asks for it, as text', async () => {
    const { host } = await show({ draft: at('html') });
    await send(host);
    expect(textOf(host)).not.to.contain('Sign in</h1>');
    byRole(host, 'button', 'Show the answer: Test event').click();
    const answer = await until(() => byRole(host, 'region', 'Answer of the endpoint: Test event'));
    expect(answer.textContent).to.contain('<h1>Sign in</h1>');
    expect(answer.querySelector('h1')).to.equal(null);
    byRole(host, 'button', 'Hide the answer: Test event').click();
    await host.updateComplete;
    expect(textOf(host)).not.to.contain('Sign in</h1>');
  });

  it('that waits is followed until there is an answer', async () => {
    const backend = new MemoryBackend();
    const { host, integration } = await show({ backend, draft: at('pending') });
    expect(await send(host)).to.contain('Pending');
    const { items } = await backend.listDeliveries(integration.id);
    backend.touch(integration.id, at('receiver'));
    await backend.redeliver(items[0]?.id ?? '');
    lookAgain();
    const heading = byRole(host, 'heading', 'Result');
    await until(() => readText(heading.parentElement).includes('Delivered HTTP 200'));
    expect(host.said).to.include('Test event: Delivered.');
  });

  it('shows the sample that will be sent, and copies it', async () => {
    const clipboard = useClipboard();
    try {
      const { host, integration } = await show();
      byRole(host, 'button', 'Show sample payload').click();
      const block = await until(() => byRole(host, 'region', 'Sample payload (HL7 FHIR R4)'));
      const sample = JSON.parse(block.textContent) as { resourceType: string; type: string };
      expect([sample.resourceType, sample.type]).to.deep.equal(['Bundle', 'message']);
      expect(block.textContent).to.contain(integration.requestUrl);
      byRole(host, 'button', /^Copy Sample payload/).click();
      await until(() => clipboard.written.length === 1);
      expect(host.said).to.deep.equal(['Copied.']);
    } finally {
      clipboard.restore();
    }
  });

  it('that cannot be sent says why, and can be sent again', async () => {
    const { host, backend } = await show();
    backend.failNext(new BackendError('rate-limited', 'Too many.', { retryAfter: 7 }), {
      method: 'sendTestEvent',
    });
    const button = byRole(host, 'button', /^Send test event/);
    button.focus();
    button.click();
    const alert = await until(() => byRole(host, 'alert'));
    expect(readText(alert)).to.match(/could not be sent.*Too many requests.*Wait 7 seconds/);
    expect(host.reported).to.deep.equal(['rate-limited']);
    expect(host.shadowRoot?.activeElement).to.equal(button);
    await send(host);
    expect(allByRole(host, 'alert')).to.deep.equal([]);
  });

  it('is not sent twice by an impatient user', async () => {
    const backend = new MemoryBackend({ latency: 20 });
    const { host, integration } = await show({ backend });
    const button = byRole(host, 'button', /^Send test event/);
    button.click();
    button.click();
    await until(() => byRole(host, 'heading', 'Result'));
    expect((await backend.listDeliveries(integration.id)).items).to.have.length(1);
  });

  it('needs an event', async () => {
    const { host, integration } = await show();
    host.integration = { ...integration, events: [] };
    await host.updateComplete;
    expect(textOf(host)).to.contain('No events are selected for this integration.');
    expect(allByRole(host, 'button', /^Send test event/)).to.deep.equal([]);
  });
});

describe('the deliveries', () => {
  it('come the newest first, with status, time taken and attempts', async () => {
    const all = deliveries(3, 1);
    all[1] = delivery(2, 'failed', { eventType: 'notify-add-appointment' });
    const { host } = await show({ through: withDeliveries(all) });
    await until(() => textOf(host).includes('Appointment booked'));
    expect(itemsOf(host).map((item) => readText(item.querySelector('.outcome')))).to.deep.equal([
      'Delivered HTTP 200, after 80 ms',
      'Failed HTTP 503, after 80 ms',
      'Delivered HTTP 200, after 80 ms',
    ]);
    const button = byRole(host, 'button', /^Attempts \(1\): Appointment booked/);
    expect(button.getAttribute('aria-expanded')).to.equal('false');
    button.click();
    await until(() => /had an internal error/.test(readText(itemsOf(host)[1])));
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    expect(readText(itemsOf(host)[1])).to.contain('Reference d2');
  });

  it('show no answer unless asked for', async () => {
    const secret = 'made-up patient';
    const attempt = { at: '2026-11-01T12:00:00Z', httpStatus: 500, answer: secret };
    const { host } = await show({
      through: withDeliveries([delivery(1, 'failed', { attempts: [attempt] })]),
    });
    byRole(host, 'button', /^Attempts/).click();
    const button = await until(() => byRole(host, 'button', /^Show the answer: attempt 1/));
    expect(textOf(host)).not.to.contain(secret);
    button.click();
    await until(() => textOf(host).includes(secret));
  });

  it('are filtered by outcome', async () => {
    const all = deliveries(4, 1);
    all[2] = delivery(2, 'failed');
    const { host } = await show({ through: withDeliveries(all) });
    const select = byLabel(host, 'Outcome');
    choose(select, 'Failed');
    await until(() => itemsOf(host).length === 1);
    expect(host.said).to.deep.equal(['1 delivery shown']);
    choose(select, 'Pending');
    await until(() => textOf(host).includes('No delivery has this outcome.'));
    byRole(host, 'button', 'Show all').click();
    await until(() => itemsOf(host).length === 4);
  });

  it('are a thousand: asked for page by page, and older ones on demand', async () => {
    const asked: { cursor?: string }[] = [];
    const { host } = await show({ through: withDeliveries(deliveries(1_000, 1), asked) });
    expect(itemsOf(host)).to.have.length(50);
    expect(asked).to.have.length(1);
    expect(textOf(host)).to.contain('50 of 1,000 deliveries shown');
    const older = byRole(host, 'button', 'Show older');
    older.focus();
    for (let held = 100; held <= 500; held += 50) {
      older.click();
      await until(() => itemsOf(host).length === held && readText(older) === 'Show older');
    }
    expect(host.shadowRoot?.activeElement).to.equal(older);
    expect(itemsOf(host)[0]?.textContent).to.contain('12:16:40');
    older.click();
    await until(() => allByRole(host, 'button', 'Back to the newest').length === 1);
    expect(itemsOf(host)).to.have.length(500);
    byRole(host, 'button', 'Back to the newest').click();
    await until(() => itemsOf(host).length === 50);
  });

  it('are live: new ones come on top, and are said once', async () => {
    const { host, backend, integration } = await show({ sent: 1 });
    await backend.sendTestEvent(integration.id, { eventType: 'add-service-request' });
    lookAgain();
    await until(() => itemsOf(host).length === 2);
    lookAgain();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(host.said).to.deep.equal(['1 new delivery.']);
  });

  it('do not move what is being read: new ones wait until they are asked for', async () => {
    const { host, backend, integration } = await show({ sent: 1 });
    const button = byRole(host, 'button', /^Attempts/);
    button.focus();
    await backend.sendTestEvent(integration.id, { eventType: 'add-service-request' });
    lookAgain();
    const waiting = await until(() => byRole(host, 'button', 'Show 1 new delivery'));
    expect(itemsOf(host)).to.have.length(1);
    expect(host.shadowRoot?.activeElement).to.equal(button);
    waiting.focus();
    waiting.click();
    await until(() => itemsOf(host).length === 2);
    // The button is gone, and the focus is not lost.
    await until(() => host.shadowRoot?.activeElement === byRole(host, 'heading', 'Deliveries'));
  });

  it('are delivered again, one at a time', async () => {
    const { host, backend, integration } = await show({ sent: 2, draft: at('status-500') });
    backend.touch(integration.id, at('receiver'));
    const [button] = allByRole(host, 'button', /^Redeliver: New referral sent/);
    button?.focus();
    button?.click();
    await until(() => readText(itemsOf(host)[0]).includes('Delivered HTTP 200'));
    expect(readText(itemsOf(host)[0])).to.contain('Attempts (2)');
    expect(readText(itemsOf(host)[1])).to.contain('Failed HTTP 500');
    expect(host.said.at(-1)).to.match(/^New referral sent, .*: Delivered$/);
    expect(host.shadowRoot?.activeElement).to.equal(button);
  });

  it('that cannot be delivered again say why, in their place', async () => {
    const { host, backend } = await show({ sent: 1 });
    backend.failNext('network', { method: 'redeliver' });
    byRole(host, 'button', /^Redeliver: /).click();
    await until(() => /cannot be reached/.test(readText(listOf(host))));
    expect(host.reported).to.deep.equal(['network']);
  });

  it('that failed are all delivered again, and how many went through is told', async () => {
    const { host, backend, integration } = await show({ sent: 130, draft: at('status-500') });
    backend.touch(integration.id, at('receiver'));
    backend.failNext('unavailable', { method: 'redeliver' });
    byRole(host, 'button', /^Redeliver all that failed/).click();
    const alert = await until(() => byRole(host, 'alert'));
    byRole(alert, 'button', 'Try again').click();
    await until(() => textOf(host).includes('Done. 130 delivered, 0 failed again.'));
    const { items } = await backend.listDeliveries(integration.id, { status: 'failed' });
    expect(items).to.deep.equal([]);
    await until(() => host.said.includes('130 delivered, 0 failed again.'));
  });

  it('that are all delivered again can be stopped', async () => {
    const backend = new MemoryBackend({ latency: 5 });
    const { host } = await show({ backend, sent: 60, draft: at('status-500') });
    byRole(host, 'button', /^Redeliver all that failed/).click();
    const stop = await until(() => byRole(host, 'button', /^Stop:/));
    await until(() => /Redelivering: \d+ of 60/.test(textOf(host)));
    stop.focus();
    stop.click();
    await until(() => /Stopped\. 0 delivered, \d+ failed again\./.test(textOf(host)));
    // The button is gone, and the focus is not lost.
    await until(() => {
      const focused = host.shadowRoot?.activeElement;
      return focused && nameOf(focused) === 'Redeliver what failed';
    });
  });
});

describe('the activity, when something is amiss', () => {
  it('says that the deliveries are on their way', async () => {
    const { host } = await mount({ backend: new MemoryBackend({ latency: Infinity }) });
    await until(() => byRole(host, 'status'));
    expect(textOf(host)).to.contain('Loading the deliveries…');
    host.remove();
  });

  it('says why the deliveries could not be loaded, and tries again', async () => {
    const backend = new MemoryBackend();
    backend.failures = { listDeliveries: 'unavailable' };
    const { host } = await mount({ backend, sent: 1 });
    const button = await until(() => byRole(host, 'button', 'Try again'));
    expect(readText(byRole(host, 'alert'))).to.match(
      /could not be loaded.*The service has a problem/,
    );
    button.focus();
    button.click();
    await until(() => host.reported.length === 2);
    expect(host.shadowRoot?.activeElement).to.equal(button);
    backend.failures = {};
    button.click();
    await until(() => itemsOf(host).length === 1);
    await until(() => host.shadowRoot?.activeElement === byRole(host, 'heading', 'Deliveries'));
  });

  it('keeps what is shown, and says that it may be out of date', async () => {
    const { host, backend } = await show({ sent: 2 });
    backend.failures = { listDeliveries: 'network' };
    lookAgain();
    await until(() => /may be out of date/.test(readText(byRole(host, 'alert'))));
    expect(itemsOf(host)).to.have.length(2);
    lookAgain();
    await new Promise((resolve) => setTimeout(resolve, 30));
    // Told once, not with each vain question.
    expect(host.reported).to.deep.equal(['network']);
  });

  it('says when it asks again, where the server asks to wait', async () => {
    const backend = new MemoryBackend();
    backend.failNext(new BackendError('rate-limited', 'Too many.', { retryAfter: 40 }), {
      method: 'listDeliveries',
    });
    const { host } = await mount({ backend, sent: 1 });
    await until(() => /asked us to wait\. We will try again at/.test(textOf(host)));
    expect(allByRole(host, 'button', 'Try again')).to.deep.equal([]);
    // Not even a look at the page makes it ask sooner.
    lookAgain();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(itemsOf(host)).to.have.length(0);
  });

  it('says that the session has ended', async () => {
    const backend = new MemoryBackend();
    backend.failures = { listDeliveries: 'unauthorized' };
    const { host } = await mount({ backend });
    await until(() => /Your session has ended/.test(textOf(host)));
    byRole(host, 'button', 'Try again');
  });

  it('shows nothing to press to who may not see the deliveries', async () => {
    const backend = new MemoryBackend();
    backend.failures = { listDeliveries: 'forbidden' };
    const { host } = await mount({ backend, sent: 1 });
    await until(() => /do not have permission to see/.test(textOf(host)));
    expect(allByRole(host, 'button')).to.deep.equal([]);
    expect(allByRole(host, 'list')).to.deep.equal([]);
  });

  it('takes away what sends, once the right to send is lost', async () => {
    const { host, backend } = await show({ sent: 1 });
    backend.failures = { sendTestEvent: 'forbidden' };
    const button = byRole(host, 'button', /^Send test event/);
    button.focus();
    button.click();
    await until(() => /no longer have permission to send/.test(textOf(host)));
    expect(allByRole(host, 'button', /Redeliver|Send/)).to.deep.equal([]);
    expect(itemsOf(host)).to.have.length(1);
    await until(() => host.shadowRoot?.activeElement === byRole(host, 'heading', /^Activity of/));
  });

  it('lets who may not send look', async () => {
    const { host } = await show({ sent: 1, mayAct: false });
    expect(textOf(host)).to.contain('You can view deliveries, but you cannot send any.');
    expect(allByRole(host, 'button', /Redeliver|Send/)).to.deep.equal([]);
    expect(itemsOf(host)).to.have.length(1);
  });

  it('begins anew with another backend', async () => {
    const { host } = await show({ sent: 2 });
    const other = new MemoryBackend();
    const integration = await other.registerIntegration(
      { ...host.integration, events: ['add-service-request'] },
      { idempotencyKey: 'other' },
    );
    host.integration = { ...integration, id: host.integration.id };
    host.backend = withDeliveries(deliveries(3, 1))(other);
    await until(() => itemsOf(host).length === 3);
  });
});
