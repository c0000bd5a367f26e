/** Rows about what a launched system, or someone in its place, says to the host. */
import { expect } from '@open-wc/testing';
import { MOST_HEIGHT } from '../../../src/launch/frame/smart-messaging.js';
import { readText, until } from '../../support/queries.js';
import { Stage, build, pause, statusOf } from './corpus.js';
import type { Check, FrameRow } from './corpus.js';
import { ORIGINS, Puppet, iframeOf, loadOf, openFrame, messageByHand } from './launched.js';

const dataOf = (row: FrameRow): unknown => row.event?.data;

/** Says the row's message, and waits until it has been heard. */
const said = async (row: FrameRow, activities?: readonly string[]): Promise<Stage> => {
  const stage = await Stage.of(row, activities && { activities });
  await stage.say(dataOf(row));
  await stage.settle();
  return stage;
};

/** One answer, of the status, and the iframe stays. */
const answered =
  (status: unknown): Check =>
  async (row) => {
    const stage = await said(row);
    expect(stage.answers.map(statusOf)).to.deep.equal([status]);
    if (status === 'failure') {
      const { statusDetail } = stage.answers[0]?.payload as { statusDetail: { text: string } };
      expect(statusDetail.text).to.be.a('string').and.not.equal('');
      expect(stage.names).to.deep.equal([]);
    }
    stage.expectOpen();
  };

/** One answer that says, as FHIR does, that this is not supported. */
const unsupported: Check = async (row) => {
  await answered('failure')(row);
  const stage = await said(row);
  const [answer] = stage.answers as { payload: { outcome: { issue: { code: string }[] } } }[];
  expect(answer?.payload.outcome.issue[0]?.code).to.equal('not-supported');
};

const ignored: Check = async (row) => {
  const stage = await said(row);
  stage.expectUntouched();
  expect(stage.element.droppedMessages).to.equal(1);
};

/** The activity is told to the page, which may do it, and answered once. */
const activity: Check = async (row) => {
  const { payload } = dataOf(row) as { payload: Record<string, unknown> };
  const stage = await said(row);
  expect(stage.names).to.deep.equal(['ocean-launch-activity']);
  expect(stage.events[0]?.detail).to.deep.equal(payload);
  expect(stage.events[0]).to.include({ bubbles: true, cancelable: true });
  expect(stage.answers.map(statusOf)).to.deep.equal(['success']);
  stage.expectOpen();
};

const ready: Check = async (row) => {
  const stage = await said(row);
  expect(stage.names).to.deep.equal(['ocean-launch-ready']);
  expect(stage.events[0]?.detail).to.deep.equal({ handshake: true });
  stage.expectOpen();
};

/** As `event` says, made by hand: no browser gives a message such an origin. */
const synthetic: Check = async (row) => {
  const stage = await Stage.of(row);
  const { origin, data } = row.event as { origin: string; data: unknown };
  const source = stage.iframe.contentWindow;
  window.dispatchEvent(messageByHand({ origin, source, data }));
  if (origin === null) window.dispatchEvent(messageByHand({ source, data }));
  expect(stage.element.droppedMessages).to.equal(origin === null ? 2 : 1);
  await stage.settle();
  stage.expectUntouched();
};

/** The launched system is on a host below another one, and that other one speaks from the very same frame. */
const parentDomain: Check = async (row) => {
  const stage = await Stage.of(row, { url: `${ORIGINS.child}/puppet` });
  const { handle, element, iframe } = stage;
  const moved = loadOf(element);
  await stage.puppet.run(
    (to) => void setTimeout(() => (location.href = to)),
    `${ORIGINS.near}/puppet`,
  );
  await moved;
  const other = await Puppet.hold(iframe.contentWindow);
  await other.say({ ...(dataOf(row) as object), messagingHandle: handle });
  await until(() => element.droppedMessages === 1);
  expect(other.messages).to.deep.equal([]);
  stage.expectUntouched();
};

/** Someone else says what would close the launch, in a way of its own. */
const elsewhere =
  (say: (stage: Stage, data: unknown) => unknown): Check =>
  async (row) => {
    const stage = await Stage.of(row);
    await say(stage, dataOf(row));
    await pause(50);
    await stage.settle();
    stage.expectUntouched();
  };

const anotherFrame = async (url: string): Promise<HTMLIFrameElement> => {
  const frame = document.createElement('iframe');
  frame.src = url;
  document.body.append(frame);
  await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  return frame;
};

const sibling = elsewhere(async (_stage, data) => {
  const frame = await anotherFrame(`${ORIGINS.app}/puppet`);
  const puppet = await Puppet.hold(frame.contentWindow);
  await puppet.say(data);
  await pause(20);
  expect(puppet.messages).to.deep.equal([]);
  frame.remove();
});

const popup = elsewhere(async (_stage, data) => {
  const opened = open(`${ORIGINS.app}/puppet`);
  if (!opened) throw new Error('No pop-up opened.');
  const puppet = await Puppet.holdLate(opened);
  await puppet.run((message) => (opener as Window).postMessage(message, '*'), data);
  await pause(20);
  expect(puppet.messages).to.deep.equal([]);
  opened.close();
});

/** Code for a launched page: frames the URL, and hands the port on to it. */
export const nest = async (stage: { puppet: Puppet }, url: string): Promise<Puppet> => {
  await stage.puppet.run(
    (src) =>
      new Promise((resolve) => {
        const frame = document.createElement('iframe');
        frame.src = src;
        frame.onload = () => resolve(undefined);
        document.body.append(frame);
      }),
    url,
  );
  return stage.puppet.holdAnother((port) => frames[0]?.postMessage('puppet', '*', [port]));
};

const nested = elsewhere(async (stage, data) => {
  const inner = await nest(stage, `${ORIGINS.app}/puppet`);
  await inner.run((message) => parent.parent.postMessage(message, '*'), data);
});

const withPort: Check = async (row) => {
  const stage = await Stage.of(row);
  const { puppet } = stage;
  const heard: unknown[] = [];
  const listen = ({ ports: [port] }: MessageEvent) => {
    if (port) port.onmessage = ({ data }) => heard.push(data);
  };
  addEventListener('message', listen);
  await puppet.run((data) => {
    const { port1, port2 } = new MessageChannel();
    Object.assign(globalThis, { port1 });
    parent.postMessage(data, '*', [port2]);
  }, dataOf(row));
  await stage.settle();
  await puppet.run(() => (globalThis as unknown as MessageChannel).port1.postMessage('hello'));
  await pause(200);
  removeEventListener('message', listen);
  expect(heard, 'the port is closed').to.deep.equal([]);
  stage.expectUntouched();
  expect(stage.element.droppedMessages).to.equal(1);
};

const previous: Check = async (row) => {
  const stage = await Stage.of(row);
  const { element, iframe, puppet } = stage;
  const source = iframe.contentWindow;
  // As it goes, and long after it has gone.
  await puppet.run((data) => {
    addEventListener('pagehide', () => parent.postMessage(data, '*'));
  }, dataOf(row));
  element.url = `${ORIGINS.app}/puppet?again`;
  await element.updateComplete;
  const frame = iframeOf(element);
  expect(frame).not.to.equal(iframe);
  await loadOf(element);
  const data = dataOf(row);
  window.dispatchEvent(messageByHand({ origin: ORIGINS.app, source, data }));
  await pause(50);
  expect(stage.names).to.deep.equal([]);
  expect(iframeOf(element)).to.equal(frame);
  expect(element.droppedMessages).to.equal(0);
};

const worker = elsewhere(async (stage, data) => {
  const channel = new BroadcastChannel('launch');
  new BroadcastChannel('launch').postMessage(data);
  channel.postMessage(data);
  await stage.puppet.run((message) => new BroadcastChannel('launch').postMessage(message), data);
  channel.close();
  const { port1 } = new MessageChannel();
  for (const source of [port1, null])
    window.dispatchEvent(messageByHand({ origin: ORIGINS.app, source, data }));
});

const done: Check = async (row) => {
  const launcher = document.createElement('button');
  document.body.append(launcher);
  launcher.focus();
  const stage = await Stage.of(row);
  expect(document.activeElement, 'the focus goes in').to.equal(stage.element);
  await stage.say(dataOf(row));
  await until(() => stage.names.includes('ocean-launch-done'));
  expect(iframeOf(stage.element)).to.equal(null);
  expect(document.activeElement, 'the focus comes back').to.equal(launcher);
  expect(stage.names).to.deep.equal(['ocean-launch-done']);
  expect(stage.events[0]?.detail).to.deep.equal({ mode: 'iframe' });
  await until(() => stage.answers.length > 0);
  expect(stage.answers.map(statusOf)).to.deep.equal(['success']);
  launcher.remove();
};

const twice: Check = async (row) => {
  const stage = await Stage.of(row);
  await stage.puppet.run((data) => {
    parent.postMessage(data, '*');
    parent.postMessage(data, '*');
  }, dataOf(row));
  await until(() => stage.names.length > 0);
  await until(() => stage.answers.length > 0);
  await pause(50);
  expect(stage.names).to.deep.equal(['ocean-launch-done']);
  expect(stage.answers).to.have.length(1);
};

/** Answers to the host's handshake: the first makes it ready, and they are taken until one says that no more will come. */
const answers: Check = async (row) => {
  const stage = await said(row);
  const { element } = stage;
  expect(stage.names).to.deep.equal(['ocean-launch-ready']);
  const last = { ...(dataOf(row) as object), additionalResponsesExpected: undefined };
  const more = row.id === 'frame-multi-response';
  await stage.say(last);
  await stage.settle();
  expect(element.droppedMessages, 'a second answer').to.equal(more ? 0 : 1);
  await stage.say(last);
  await stage.settle();
  expect(element.droppedMessages, 'a third answer').to.equal(more ? 1 : 2);
  expect(stage.names, 'ready once').to.deep.equal(['ocean-launch-ready']);
  expect(stage.answers, 'answers are not answered').to.deep.equal([]);
};

const resize: Check = async (row) => {
  const stage = await said(row);
  const { iframe } = stage;
  expect(iframe.getBoundingClientRect().height).to.equal(640);
  await stage.say({ type: 'resize', height: 1e6 });
  await stage.settle();
  expect(iframe.getBoundingClientRect().height).to.equal(MOST_HEIGHT);
  expect(stage.answers).to.deep.equal([]);
};

const reference: Check = async (row) => {
  const stage = await said(row);
  await stage.say(dataOf(row));
  await stage.say({ type: 'referral.submitted', ref: '<img src=x onerror=alert(1)>' });
  await stage.settle();
  expect(stage.names).to.deep.equal(['ocean-launch-reference', 'ocean-launch-reference']);
  expect(stage.events[0]?.detail).to.deep.equal({ reference: 'R-123' });
  expect(readText(stage.element.shadowRoot)).to.include('<img src=x onerror=alert(1)>');
  expect(stage.element.shadowRoot?.querySelector('img')).to.equal(null);
};

/** A huge or odd message must not keep the page from painting. Heard by hand, as the clock counts what else the machine does. */
const expectNoFreeze = ({ element, iframe }: Stage, row: FrameRow): void => {
  const data = build(dataOf(row));
  const source = iframe.contentWindow ?? iframeOf(element)?.contentWindow ?? null;
  const times = [1, 2, 3].map(() => {
    const start = performance.now();
    window.dispatchEvent(messageByHand({ origin: ORIGINS.app, source, data }));
    return performance.now() - start;
  });
  expect(Math.min(...times)).to.be.lessThan(50);
};

const malformed: Check = async (row) => {
  const stage = await said(row, []);
  if (row.expected === 'error') expect(stage.answers.map(statusOf)).to.deep.equal(['failure']);
  else {
    stage.expectUntouched();
    expect(stage.element.droppedMessages).to.equal(1);
  }
  stage.expectOpen();
  expectNoFreeze(stage, row);
};

/** Browsers refuse to send what is so deep: the deepest that they do send is sent, and the row's own is made by hand. */
const deep: Check = async (row) => {
  const stage = await Stage.of(row);
  const depth = await stage.puppet.run(() => {
    for (let wanted = 10_000; ; wanted = Math.floor(wanted * 0.8)) {
      let nested: object = {};
      for (let level = 0; level < wanted; level += 1) nested = { nested };
      try {
        parent.postMessage(nested, '*');
        return wanted;
      } catch {
        // Not so deep, then.
      }
    }
  });
  expect(depth).to.be.greaterThan(500);
  await stage.settle();
  stage.expectUntouched();
  expect(stage.element.droppedMessages).to.equal(1);
  expectNoFreeze(stage, row);
  stage.expectUntouched();
};

/** Whatever comes of it, no key reaches what all objects share. */
const safe =
  (check: Check): Check =>
  async (row) => {
    await check(row);
    expect(({} as Record<string, unknown>).polluted).to.equal(undefined);
    expect(Object.prototype.hasOwnProperty.call(Object.prototype, 'polluted')).to.equal(false);
  };

const strangersFlood: Check = async (row) => {
  const { repeat = 0, data } = row.event ?? {};
  const url = `${ORIGINS.app}/redirect?to=${encodeURIComponent(`${ORIGINS.evil}/puppet`)}`;
  const element = await openFrame({ url });
  await loadOf(element);
  const puppet = await Puppet.hold(iframeOf(element)?.contentWindow);
  const warnings: unknown[] = [];
  const { warn } = console;
  console.warn = (...values: unknown[]) => warnings.push(values);
  try {
    await puppet.run(
      (text, count) => {
        for (let index = 0; index < count; index += 1) parent.postMessage(text, '*');
      },
      data,
      repeat,
    );
    await until(() => element.droppedMessages === repeat);
  } finally {
    console.warn = warn;
  }
  expect(warnings.length).to.be.at.most(1);
  expect(puppet.messages).to.deep.equal([]);
  expect(iframeOf(element)).not.to.equal(null);
};

const handshakeFlood: Check = async (row) => {
  const stage = await Stage.of(row);
  const { repeat = 0, data } = row.event ?? {};
  const { element, puppet } = stage;
  // Of one id, and each of its own.
  for (const own of [false, true]) {
    const [answered, dropped] = [stage.answers.length, element.droppedMessages];
    await puppet.run(
      (message, count, ownId) => {
        for (let index = 0; index < count; index += 1)
          parent.postMessage(
            { ...(message as object), ...(ownId && { messageId: `n-${index}` }) },
            '*',
          );
      },
      data,
      repeat,
      own,
    );
    await until(() => {
      const taken = stage.answers.length - answered;
      return taken + element.droppedMessages - dropped === repeat && taken > 0;
    });
    expect(stage.answers.length - answered).to.be.at.most(own ? 400 : 1);
  }
  expect(stage.names).to.deep.equal(['ocean-launch-ready']);
};

/** By row; else by category. */
export const messageChecks: Readonly<Record<string, Check>> = {
  'frame-handshake-host': answers,
  'frame-handshake-ext': ready,
  'frame-ui-done': done,
  'frame-ui-launch': activity,
  'frame-ui-launch-order': activity,
  'frame-ui-launch-custom': answered('failure'),
  'frame-scratch-create': unsupported,
  'frame-scratch-read': unsupported,
  'frame-scratch-update': unsupported,
  'frame-fhir-http': unsupported,
  'frame-multi-response': answers,
  'frame-resize': resize,
  'frame-confirmation': reference,
  'frame-o-parent': parentDomain,
  'wrong-origin': synthetic,
  'frame-s-sibling': sibling,
  'frame-s-popup': popup,
  'frame-s-top': elsewhere((_stage, data) => postMessage(data, '*')),
  'frame-s-null': elsewhere((_stage, data) =>
    dispatchEvent(messageByHand({ origin: ORIGINS.app, source: null, data })),
  ),
  'frame-s-nested': nested,
  'frame-s-port': withPort,
  'frame-s-old': previous,
  'frame-s-worker': worker,
  'wrong-handle': ignored,
  'frame-m-dup': twice,
  'frame-m-deep': deep,
  malformed,
  'frame-p-proto': safe(answered('failure')),
  'frame-p-ctor': safe(ignored),
  'frame-p-type': safe(ignored),
  'frame-p-type2': safe(ignored),
  'frame-p-type3': safe(ignored),
  'frame-p-id': safe(answered(undefined)),
  'frame-p-then': safe(ready),
  'navigation-by-message': ignored,
  'frame-flood-100k': strangersFlood,
  'frame-flood-handshake': handshakeFlood,
};
