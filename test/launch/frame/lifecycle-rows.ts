/** Rows about what the host sends, and about the iframe: what it may do, what becomes of it, and what the sender sees. */
import { expect } from '@open-wc/testing';
import { executeServerCommand, resetMouse, sendKeys, setViewport } from '@web/test-runner-commands';
import { SmartMessaging } from '../../../src/launch/frame/smart-messaging.js';
import type { OceanLaunchFrame } from '../../../src/launch/frame/launch-frame.js';
import { allByRole, byRole, nameOf, readText, until } from '../../support/queries.js';
import { Stage, pause, watch } from './corpus.js';
import type { Check, FrameRow } from './corpus.js';
import { elementOf, hostPage } from './host-page.js';
import {
  ORIGINS,
  Puppet,
  SETTINGS,
  eventsOf,
  iframeOf,
  loadOf,
  openFrame,
  messageByHand,
} from './launched.js';
import { nest } from './message-rows.js';

const redirectTo = (url: string): string => `${ORIGINS.app}/redirect?to=${encodeURIComponent(url)}`;

/** What a launched system's server was asked for, by a part of the URL. */
const requestsOf = async (part: string): Promise<{ url: string; referer?: string }[]> => {
  const answer = await fetch(`${ORIGINS.app}/requests?of=${encodeURIComponent(part)}`);
  return (await answer.json()) as { url: string; referer?: string }[];
};

const requestOf = (messageType: string, messageId: string, more: object = {}) => ({
  messagingHandle: 'a-handle',
  messageId,
  messageType,
  payload: {},
  ...more,
});

// What the host sends

const exactOrigin: Check = async () => {
  const targets: unknown[] = [];
  const frame = { postMessage: (_message: unknown, target: unknown) => targets.push(target) };
  const nothing = () => undefined;
  const messaging = new SmartMessaging({
    origin: ORIGINS.app,
    handle: 'a-handle',
    frame: () => frame,
    activities: () => ['a'],
    ready: nothing,
    done: nothing,
    launch: () => true,
    resize: nothing,
    reference: nothing,
  });
  messaging.loaded();
  for (const [index, type] of [
    'status.handshake',
    'ui.launchActivity',
    'ui.x',
    'fhir.http',
    'ui.done',
  ].entries())
    for (const origin of [ORIGINS.app, ORIGINS.evil])
      messaging.receive({
        origin,
        source: frame as unknown as Window,
        ports: [],
        data: requestOf(type, `m-${index}`, { origin: ORIGINS.evil }),
      });
  expect(targets).to.deep.equal(Array.from({ length: 6 }, () => ORIGINS.app));
};

const beforeLoad: Check = async () => {
  const element = await openFrame({ url: `${ORIGINS.app}/slow-puppet` });
  const early: unknown[] = [];
  // The empty page that is there at first has the origin of this one.
  iframeOf(element)?.contentWindow?.addEventListener('message', ({ data }) => early.push(data));
  await loadOf(element);
  const puppet = await Puppet.hold(iframeOf(element)?.contentWindow);
  await until(() => puppet.messages.length > 0);
  expect(early).to.deep.equal([]);
  expect(puppet.messages.map(({ messageType }) => messageType)).to.deep.equal(['status.handshake']);
};

/** The launched system moves on to another origin, which is told nothing and heard in nothing. */
const movedOn: Check = async () => {
  const watched = watch();
  try {
    const url = redirectTo(`${ORIGINS.evil}/puppet`);
    const element = await openFrame({ url, handle: 'a-handle' });
    const events = eventsOf(element);
    await loadOf(element);
    const puppet = await Puppet.hold(iframeOf(element)?.contentWindow);
    expect(await puppet.run(() => location.origin)).to.equal(ORIGINS.evil);
    await puppet.say(requestOf('status.handshake', 'm-1'));
    await puppet.say(requestOf('ui.done', 'm-2'));
    await until(() => element.droppedMessages === 2);
    await pause(100);
    expect(puppet.messages, 'nothing reaches it').to.deep.equal([]);
    expect(events).to.deep.equal([]);
    expect(iframeOf(element)).not.to.equal(null);
    // The mismatch is reported once for each launch URL's origin, without what was said.
    const told = watched.warnings.filter((warning) => warning.includes('another origin'));
    expect(told.length).to.be.at.most(1);
    expect(told.join()).not.to.include('ui.done');
  } finally {
    watched.stop();
  }
};

/** The launch URL has the page's own origin: with that, it could take off its sandbox. */
const ownOrigin: Check = async (row) => {
  const watched = watch();
  try {
    const url = `${location.origin}/launched/puppet?${row.id}`;
    const element = await openFrame({ url, handle: 'a-handle' });
    const iframe = iframeOf(element);
    expect(iframe?.sandbox.contains('allow-same-origin')).to.equal(false);
    expect(iframe?.sandbox.contains('allow-scripts')).to.equal(true);
    await loadOf(element);
    const puppet = await Puppet.hold(iframe?.contentWindow);
    expect(await puppet.run(() => globalThis.origin)).to.equal('null');
    const reached = await puppet.run(() => {
      try {
        return parent.document.title;
      } catch (error) {
        return (error as Error).name;
      }
    });
    expect(reached).to.equal('SecurityError');
    await puppet.say(requestOf('ui.done', 'm-1'));
    await until(() => element.droppedMessages === 1);
    await pause(100);
    expect(puppet.messages, 'only "*" could reach it').to.deep.equal([]);
    expect(iframeOf(element)).to.equal(iframe);
    ownOriginWarnings.push(...watched.warnings.filter((text) => text.includes('own origin')));
    expect(ownOriginWarnings, 'told once, with the cure').to.have.length(1);
    expect(ownOriginWarnings[0]).to.include(`another origin than ${location.origin}`);
  } finally {
    watched.stop();
  }
};
const ownOriginWarnings: string[] = [];

const onlyContext: Check = async (row) => {
  const settings = { ...SETTINGS, clientSecret: 'hunter2', accessToken: 'hunter2' };
  const stage = await Stage.of(row, { settings, url: `${ORIGINS.app}/puppet?referralRef=R-77` });
  for (const [index, type] of ['status.handshake', 'ui.launchActivity', 'fhir.http'].entries())
    await stage.say({ ...requestOf(type, `m-${index}`), messagingHandle: stage.handle });
  await stage.settle();
  expect(stage.puppet.messages.length).to.be.greaterThan(3);
  for (const message of stage.puppet.messages) {
    expect([
      'messageId,messageType,messagingHandle,payload',
      'messageId,payload,responseToMessageId',
    ]).to.include(Object.keys(message).sort().join());
    expect(JSON.stringify(message)).not.to.match(/hunter2|R-77|localhost|https?:/);
  }
};

const opaqueUrl: Check = async (row) => {
  const url = `${ORIGINS.app}/puppet?own=%7E1&referralRef=R-77&siteNum=1234#part`;
  const stage = await Stage.of(row, { url });
  expect(stage.iframe.getAttribute('src')).to.equal(url);
  expect(await stage.puppet.run(() => location.href)).to.equal(url);
  for (const personal of ['hcn=1234567890', 'patientName=Roe', 'dob=1970-01-01']) {
    const element = await openFrame({ url: `${ORIGINS.app}/puppet?${personal}` });
    expect(iframeOf(element), personal).to.equal(null);
  }
};

const noReferrer: Check = async (row) => {
  const stage = await Stage.of(row, { url: `${ORIGINS.app}/puppet?referrer-${Date.now()}` });
  expect(stage.iframe.referrerPolicy).to.equal('no-referrer');
  expect(await stage.puppet.run(() => document.referrer)).to.equal('');
  const seen = await requestsOf(new URL(stage.iframe.src).search);
  expect(seen).to.have.length(1);
  expect(seen[0]?.referer).to.equal(undefined);
  expect(byRole(stage.element, 'link', 'Open in a new tab')).to.include({
    rel: 'noopener noreferrer',
  });
};

// What the sender sees where nothing answers

interface Seen {
  readonly text: string;
  readonly links: readonly string[];
  readonly events: readonly [string, unknown][];
}

const SLOW: Readonly<Record<string, string>> = {
  'frame-xfo-deny': `${ORIGINS.app}/denied?x=1`,
  'frame-ancestors': `${ORIGINS.app}/no-ancestors`,
  'frame-404': `${ORIGINS.app}/not-there`,
  'frame-dns': 'http://nowhere.invalid/',
  'frame-silent': `${ORIGINS.app}/silent`,
};

/** All that waits waits at the same time: eight seconds, or fifteen for what never loads. */
const waitForAll = async (): Promise<Record<string, Seen>> => {
  const seen: Record<string, Seen> = {};
  await Promise.all(
    Object.entries(SLOW).map(async ([id, url]) => {
      const element = document.createElement('ocean-launch-frame');
      const events = eventsOf(element);
      Object.assign(element, { settings: SETTINGS, url });
      document.body.append(element);
      await until(() => events.length > 0);
      await element.updateComplete;
      seen[id] = {
        text: readText(element.shadowRoot?.querySelector('.notice')),
        links: allByRole(element, 'link').map((link) => (link as HTMLAnchorElement).href),
        events: events.map(({ type, detail }) => [type, detail]),
      };
      element.remove();
    }),
  );
  return seen;
};

let waiting: Promise<Record<string, Seen>> | undefined;

const offeredInTab = async (id: string): Promise<void> => {
  waiting ??= waitForAll();
  const seen = (await waiting)[id];
  expect(seen?.text).to.equal(
    'Booking may not appear on this page. If you do not see it, open it in a new tab.',
  );
  expect(seen?.links).to.deep.equal([SLOW[id], SLOW[id]]);
  expect(seen?.events).to.deep.equal([['ocean-launch-ready', { handshake: false }]]);
};

const refused: Check = async () => {
  await offeredInTab('frame-xfo-deny');
  await offeredInTab('frame-ancestors');
  await offeredInTab('frame-silent');
};

const policy: Check = async () => {
  const { page, element, close } = await hostPage();
  const { document: host } = page;
  const warnings: string[] = [];
  page.console.warn = (...values: unknown[]) => warnings.push(values.join(' '));
  const meta = host.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = "frame-src 'self'";
  host.head.append(meta);
  const events = eventsOf(element);
  const url = `${ORIGINS.app}/answering?referralRef=R-77`;
  Object.assign(element, { settings: SETTINGS, url });
  await until(() => events.length > 0);
  expect(events.map(({ type, detail }) => [type, detail])).to.deep.equal([
    ['ocean-launch-failed', { reason: 'frame-blocked' }],
  ]);
  expect(iframeOf(element)).to.equal(null);
  expect(readText(element.shadowRoot?.querySelector('.notice'))).to.equal(
    'Booking cannot be shown on this page. To continue, open it in a new tab.',
  );
  expect(element.shadowRoot?.querySelector<HTMLAnchorElement>('.notice a')?.href).to.equal(url);
  const told = warnings.filter((warning) => warning.includes('frame-src'));
  expect(told).to.have.length(1);
  expect(told[0]).to.include(`Add ${ORIGINS.app} to frame-src`).and.not.include('R-77');
  close();
};

// What the iframe may do

const navigatesInside: Check = async (row) => {
  const stage = await Stage.of(row);
  await stage.say({
    messagingHandle: stage.handle,
    messageId: 'm-1',
    messageType: 'status.handshake',
  });
  await stage.settle();
  const loaded = loadOf(stage.element);
  await stage.puppet.run(() => void setTimeout(() => (location.search = '?step2')));
  await loaded;
  const second = await Puppet.hold(stage.iframe.contentWindow);
  await until(() => second.messages.length > 0);
  expect(second.messages[0]).to.include({ messageType: 'status.handshake' });
  await second.say({
    messagingHandle: stage.handle,
    messageId: 'm-1',
    messageType: 'status.handshake',
  });
  await until(() => second.answersTo('m-1').length > 0);
  expect(stage.names, 'ready once').to.deep.equal(['ocean-launch-ready']);
  stage.expectOpen();
  await second.say({ messagingHandle: stage.handle, messageId: 'm-2', messageType: 'ui.done' });
  await until(() => stage.names.includes('ocean-launch-done'));
};

const nestedStranger: Check = async (row) => {
  const stage = await Stage.of(row);
  const inner = await nest(stage, `${ORIGINS.evil}/puppet`);
  await inner.run(
    (data) => {
      for (const target of [parent.parent, top]) target?.postMessage(data, '*');
    },
    { messagingHandle: stage.handle, messageId: 'm-1', messageType: 'ui.done', payload: {} },
  );
  await stage.settle();
  stage.expectUntouched();
};

const formToTop: Check = async (row) => {
  const stage = await Stage.of(row);
  const stolen = `/stolen-${Date.now()}`;
  await stage.puppet.run((action) => {
    const form = document.createElement('form');
    Object.assign(form, { target: '_top', action });
    document.body.append(form);
    form.submit();
    try {
      (top as Window).location = action;
    } catch {
      // As it should be.
    }
  }, `${ORIGINS.evil}${stolen}`);
  await pause(300);
  await stage.settle();
  stage.expectUntouched();
  expect(await requestsOf(stolen)).to.deep.equal([]);
  for (const token of ['allow-top-navigation', 'allow-top-navigation-by-user-activation'])
    expect(stage.iframe.sandbox.contains(token)).to.equal(false);
};

const popupsOpener: Check = async (row) => {
  const stage = await Stage.of(row);
  const stolen = `/stolen-${Date.now()}`;
  await stage.puppet.run(async (url) => {
    const opened = open(url) as Window;
    Object.assign(globalThis, { opened });
    await new Promise((resolve) => setTimeout(resolve, 500));
  }, `${ORIGINS.app}/puppet`);
  const popup = await stage.puppet.holdAnother((port) =>
    (globalThis as unknown as { opened: Window }).opened.postMessage('puppet', '*', [port]),
  );
  const outcomes = await popup.run((url) => {
    const frame = opener as Window;
    return [frame.parent, frame.top].map((target) => {
      try {
        (target as Window).location = url;
        return 'asked for';
      } catch (error) {
        return (error as Error).name;
      }
    });
  }, `${ORIGINS.evil}${stolen}`);
  expect(outcomes).to.have.length(2);
  await popup.run((data) => (opener as Window).parent.postMessage(data, '*'), {
    messagingHandle: stage.handle,
    messageId: 'm-1',
    messageType: 'ui.done',
    payload: {},
  });
  await pause(300);
  await stage.settle();
  stage.expectUntouched();
  expect(await requestsOf(stolen)).to.deep.equal([]);
  await popup.run(() => void setTimeout(close));
};

/** Names of the files that this run of tests has saved. The first time that it is asked, saving begins. */
const downloads = (): Promise<string[]> => executeServerCommand<string[], null>('downloads');

/** Some engines ask for the file before they refuse it: what counts is that it is not saved, while one that is allowed is. */
const download: Check = async (row) => {
  await downloads();
  const stage = await Stage.of(row);
  expect(stage.iframe.sandbox.contains('allow-downloads')).to.equal(false);
  const ask = (puppet: Puppet, name: string): Promise<void> =>
    puppet.run((as) => {
      const link = document.createElement('a');
      Object.assign(link, { href: `/download?as=${as}`, download: as });
      document.body.append(link);
      link.click();
    }, name);
  const [refused, allowed] = ['refused', 'allowed'].map((name) => `${name}-${Date.now()}.txt`);
  await ask(stage.puppet, String(refused));
  await stage.settle();
  stage.expectUntouched();

  const other = document.createElement('iframe');
  const loaded = new Promise((resolve) => other.addEventListener('load', resolve));
  other.sandbox.add(...stage.iframe.sandbox, 'allow-downloads');
  other.src = `${ORIGINS.app}/puppet`;
  document.body.append(other);
  await loaded;
  await ask(await Puppet.hold(other.contentWindow), String(allowed));
  let saved: string[] = [];
  for (let tries = 0; tries < 400 && !saved.includes(String(allowed)); tries += 1) {
    await pause(50);
    saved = await downloads();
  }
  other.remove();
  expect(saved).to.include(allowed).and.not.to.include(refused);
};

/** Asks for the permission as a page does: `denied`, or what was got. Runs in the launched page. */
const askFor = async (name: string): Promise<string> => {
  interface Features {
    features(): string[];
    allowsFeature(name: string): boolean;
  }
  type Ask = (() => Promise<unknown>) | undefined;
  const { featurePolicy } = document as unknown as { featurePolicy?: Features };
  if (name !== 'storage-access' && featurePolicy?.allowsFeature(name)) return 'allowed by policy';
  const page = navigator as unknown as Record<
    string,
    Record<string, (given?: object) => Promise<unknown>>
  >;
  const asks: Record<string, Ask> = {
    camera: () => navigator.mediaDevices.getUserMedia({ video: true }),
    geolocation: () =>
      new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
    'clipboard-read': () => navigator.clipboard.readText(),
    usb: page.usb && (() => page.usb?.requestDevice?.({ filters: [] }) as Promise<unknown>),
    bluetooth:
      page.bluetooth &&
      (() => page.bluetooth?.requestDevice?.({ acceptAllDevices: true }) as Promise<unknown>),
    'display-capture': () => navigator.mediaDevices.getDisplayMedia(),
    midi: () => navigator.requestMIDIAccess(),
    'xr-spatial-tracking':
      page.xr &&
      (() =>
        (page.xr?.requestSession as unknown as (mode: string) => Promise<unknown>)('immersive-vr')),
    'screen-wake-lock': () => navigator.wakeLock.request('screen'),
    'publickey-credentials-get': () =>
      navigator.credentials.get({ publicKey: { challenge: new Uint8Array(16) } }),
    'storage-access': () => document.requestStorageAccess(),
    'idle-detection': async () => {
      const { IdleDetector } = globalThis as unknown as {
        IdleDetector: { requestPermission(): Promise<string> };
      };
      if ((await IdleDetector.requestPermission()) !== 'granted') throw new Error('denied');
    },
  };
  if (!(name in asks)) return 'nobody knows how to ask';
  const ask = asks[name];
  if (!ask) return 'denied';
  // Firefox takes 3 to 13 seconds, by chance, to refuse MIDI: so nobody knows whether a person or the browser did.
  const late = new Promise((resolve) => setTimeout(() => resolve('no answer'), 20_000));
  try {
    return `got ${String(await Promise.race([ask(), late]))}`;
  } catch {
    return 'denied';
  }
};

const permission: Check = async (row) => {
  const { permission: name } = row.setup as { permission: string };
  const stage = await Stage.of(row);
  expect(stage.iframe.getAttribute('allow')).to.equal('');
  expect(await stage.puppet.run(askFor, name)).to.equal('denied');
  await stage.settle();
  // An answer may take longer than the handshake is waited for.
  expect(stage.names.filter((event) => event !== 'ocean-launch-ready')).to.deep.equal([]);
  expect(stage.answers).to.deep.equal([]);
  stage.expectOpen();
};

// What the sender can do

const focusOf = (element: OceanLaunchFrame): string => {
  const focused = element.shadowRoot?.activeElement;
  return focused ? `${focused.localName} ${nameOf(focused)}`.trim() : '';
};

/** A launch whose iframe takes the focus again and again, which a user has moved to "Close". */
const withThief = async (row: FrameRow, url: string): Promise<Stage> => {
  await resetMouse();
  const stage = await Stage.of(row, { url });
  const close = byRole(stage.element, 'button', 'Close');
  const taken: Event[] = [];
  close.addEventListener('focusout', (event) => taken.push(event));
  close.focus();
  await stage.puppet.run(() => void setInterval(() => focus(), 50));
  await until(() => taken.length > 3);
  await until(() => focusOf(stage.element) === 'button Close');
  return stage;
};

/** Presses as a user does: once more where it went to the launched system, which had the focus just then. */
const pressUntil = async (press: string, there: () => boolean): Promise<void> => {
  for (let tries = 0; !there() && tries < 6; tries++) {
    await sendKeys({ press });
    await until(there, 1500).catch(() => undefined);
  }
  expect(there(), `${press} is of no use`).to.equal(true);
};

const focusThief: Check = async (row) => {
  await withThief(row, `${ORIGINS.app}/puppet`);
  const stage = await withThief(row, `${ORIGINS.near}/puppet`);
  const { element } = stage;
  const hasFocus = (button: string) => () => focusOf(element) === `button ${button}`;
  await pressUntil('Escape', hasFocus('Keep it open'));
  await pause(300);
  await until(hasFocus('Keep it open'));
  await pressUntil('Tab', hasFocus('Close'));
  // On a slow machine the time for the handshake has run out meanwhile, which is told too.
  const ended = () => stage.names.filter((name) => name !== 'ocean-launch-ready');
  await pressUntil('Enter', () => ended().length > 0);
  expect(ended()).to.deep.equal(['ocean-launch-cancelled']);
  expect(iframeOf(element)).to.equal(null);
};

const notOpened: Check = async () => {
  const ran = globalThis as unknown as { executed?: number };
  const frames = document.querySelectorAll('iframe').length;
  for (const url of [
    'about:srcdoc',
    'about:blank',
    'javascript:parent.executed=1',
    ' java\nscript:parent.executed=1',
    'data:text/html,<script>parent.executed=1</script>',
    'blob:https://app.example.com/x',
    'file:///etc/passwd',
    'ftp://app.example.com/',
    '//app.example.com/',
    '/launch',
    'launch',
    'https://',
    'https://someone:secret@app.example.com/',
  ]) {
    const element = document.createElement('ocean-launch-frame');
    const events = eventsOf(element);
    element.url = url;
    document.body.append(element);
    await element.updateComplete;
    expect(iframeOf(element), url).to.equal(null);
    expect(
      events.map(({ type, detail }) => [type, detail]),
      url,
    ).to.deep.equal([['ocean-launch-failed', { reason: 'invalid-url' }]]);
    const shown = readText(element.shadowRoot);
    expect(shown).to.include('cannot be opened because its address is not valid');
    expect(shown).not.to.include('secret');
    expect(allByRole(element, 'link'), url).to.deep.equal([]);
    element.remove();
  }
  expect(document.querySelectorAll('iframe')).to.have.length(frames);
  expect(ran.executed).to.equal(undefined);
};

/** Listeners and timers that are begun while `work` is done, and not ended by it. */
const leftBy = async (work: () => Promise<void>): Promise<string[]> => {
  const left = new Set<unknown>();
  const names = new Map<unknown, string>();
  const { setTimeout: set, clearTimeout: clear } = globalThis;
  const { addEventListener: add } = EventTarget.prototype;
  Object.assign(globalThis, {
    setTimeout: (run: () => void, delay?: number, ...rest: unknown[]) => {
      const id: unknown = set(() => (left.delete(id), run()), delay, ...rest);
      names.set(id, `timer of ${delay} ms`);
      if (delay) left.add(id);
      return id;
    },
    clearTimeout: (id: number) => (left.delete(id), clear(id)),
  });
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const signal = typeof options === 'object' ? options.signal : undefined;
    if (this === window || this === document) {
      names.set(listener, `listener for ${type}`);
      left.add(listener);
      signal?.addEventListener('abort', () => left.delete(listener));
    }
    add.call(this, type, listener, options);
  };
  try {
    await work();
  } finally {
    Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });
    EventTarget.prototype.addEventListener = add;
  }
  return [...left].map((each) => names.get(each) ?? '');
};

const removed: Check = async (row) => {
  const stage = await Stage.of(row);
  const source = stage.iframe.contentWindow;
  stage.element.remove();
  expect(document.contains(stage.iframe)).to.equal(false);
  expect(stage.iframe.contentWindow).to.equal(null);
  const { handle, element } = stage;
  const data = { messagingHandle: handle, messageId: 'm-1', messageType: 'ui.done', payload: {} };
  for (const from of [source, null])
    dispatchEvent(messageByHand({ origin: ORIGINS.app, source: from, data }));
  await pause(100);
  expect(stage.names).to.deep.equal([]);
  expect(element.droppedMessages).to.equal(0);

  let seen = 0;
  const left = await leftBy(async () => {
    const another = document.createElement('ocean-launch-frame');
    Object.assign(another, { url: `${ORIGINS.app}/puppet`, modal: true });
    document.body.append(another);
    await another.updateComplete;
    seen += another.shadowRoot?.querySelectorAll('iframe').length ?? 0;
    another.remove();
  });
  expect(seen).to.equal(1);
  expect(left).to.deep.equal([]);
};

const launchedTwice: Check = async () => {
  const at = `/puppet?${Date.now()}`;
  const element = await openFrame({ url: `${ORIGINS.app}${at}-first` });
  element.url = `${ORIGINS.app}${at}-second`;
  element.url = `${ORIGINS.app}${at}-third`;
  element.url = `${ORIGINS.app}${at}-third`;
  await element.updateComplete;
  element.requestUpdate();
  await element.updateComplete;
  expect(element.shadowRoot?.querySelectorAll('iframe')).to.have.length(1);
  await loadOf(element);
  const puppet = await Puppet.hold(iframeOf(element)?.contentWindow);
  expect(await puppet.run(() => location.search)).to.match(/-third$/);
  expect(await requestsOf(`${at}-second`)).to.deep.equal([]);
  expect(await requestsOf(`${at}-third`)).to.have.length(1);
};

const backButton: Check = async (row) => {
  const before = history.length;
  const stage = await Stage.of(row);
  expect(history.length, 'the launch adds nothing').to.equal(before);
  const forward = loadOf(stage.element);
  await stage.puppet.run(() => void setTimeout(() => (location.search = '?step2')));
  await forward;
  const back = loadOf(stage.element);
  history.back();
  await back;
  const puppet = await Puppet.hold(stage.iframe.contentWindow);
  expect(await puppet.run(() => location.search)).to.equal('');
  stage.expectOpen();
  await puppet.say({ messagingHandle: stage.handle, messageId: 'b', messageType: 'test.back' });
  await until(() => puppet.answersTo('b').length > 0);
};

/** Leaves a host page with an open frame, in a tab of its own, and comes back to it. */
const comesBack: Check = async () => {
  const address = new URL('host.html', import.meta.url);
  const tab = open(`${address.href}?launch`) as Window & typeof globalThis;
  try {
    const launch = async (element: OceanLaunchFrame) => {
      const events = eventsOf(element);
      element.url ??= `${ORIGINS.app}/answering`;
      await until(
        () => events.some(({ type }) => type === 'ocean-launch-ready') || statusIn(element),
      );
      expect(element.shadowRoot?.querySelectorAll('iframe')).to.have.length(1);
    };
    const statusIn = (element: OceanLaunchFrame) =>
      iframeOf(element) && readText(element.shadowRoot?.querySelector('.opening')) === '';
    await launch(await elementOf(tab));
    tab.location.href = `${address.href}?elsewhere`;
    await until(
      () => tab.location.search === '?elsewhere' && tab.document.readyState === 'complete',
    );
    tab.history.back();
    await until(() => tab.location.search === '?launch' && tab.document.readyState === 'complete');
    await launch(await elementOf(tab));
  } finally {
    tab.close();
  }
};

/** The page that frames the host page can't drive the launch; that it may frame it at all is the host's to say (`frame-ancestors`). */
const framedByStranger: Check = async () => {
  const frame = document.createElement('iframe');
  frame.src = `${ORIGINS.app}/puppet`;
  document.body.append(frame);
  await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  const stranger = await Puppet.hold(frame.contentWindow);
  await stranger.run(
    (src) =>
      new Promise((resolve) => {
        const inner = document.createElement('iframe');
        inner.src = src;
        inner.onload = () => resolve(undefined);
        document.body.append(inner);
      }),
    new URL('host.html', import.meta.url).href,
  );
  const page = frame.contentWindow?.frames[0] as Window & typeof globalThis;
  const element = await elementOf(page);
  const events = eventsOf(element);
  Object.assign(element, { messagingHandle: 'a-handle', url: `${ORIGINS.port}/puppet` });
  await element.updateComplete;
  await loadOf(element);
  await stranger.run((data) => frames[0]?.postMessage(data, '*'), requestOf('ui.done', 'm-1'));
  const puppet = await Puppet.hold(iframeOf(element)?.contentWindow);
  await puppet.say(requestOf('test.sentinel', 'm-2'));
  await until(() => puppet.answersTo('m-2').length > 0);
  expect(events).to.deep.equal([]);
  expect(iframeOf(element)).not.to.equal(null);
  frame.remove();
};

/** The host is trusted; but its styles don't reach inside, and there is no field that a browser could fill in. */
const hostStyles: Check = async (row) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('button, a, iframe { position: fixed; opacity: 0; } input { display: none }');
  document.adoptedStyleSheets = [sheet];
  try {
    const { element } = await Stage.of(row);
    byRole(element, 'button', 'Close').click();
    await element.updateComplete;
    const inside = element.shadowRoot?.querySelectorAll('button, a, iframe') ?? [];
    expect(inside.length).to.be.greaterThan(4);
    for (const part of inside)
      expect(getComputedStyle(part)).to.include({ position: 'static', opacity: '1' });
    expect(element.shadowRoot?.querySelector('input, textarea, select, form')).to.equal(null);
  } finally {
    document.adoptedStyleSheets = [];
  }
};

/** Without any script: the browser can't block a plain link. */
const plainLink: Check = async (row) => {
  const stage = await Stage.of(row);
  const link = byRole<HTMLAnchorElement>(stage.element, 'link', 'Open in a new tab');
  expect(link).to.include({
    href: stage.iframe.src,
    target: '_blank',
    rel: 'noopener noreferrer',
  });
};

const zoomed: Check = async (row) => {
  const { innerWidth: width, innerHeight: height } = window;
  try {
    for (const modal of [false, true]) {
      const { element, iframe } = await Stage.of(row, { modal });
      // 640 by 512 at 200 %.
      await setViewport({ width: 320, height: 256 });
      await until(() => innerWidth === 320 && innerHeight === 256);
      const root = document.documentElement;
      expect(root.scrollWidth, 'nothing to scroll sideways').to.be.at.most(320);
      const whole = element.shadowRoot?.querySelector('.frame') as HTMLElement;
      const box = whole.getBoundingClientRect();
      expect(box.width).to.be.at.most(320);
      expect(box.height, 'all of it on one screen').to.be.at.most(257);
      expect(iframe.getBoundingClientRect().height).to.be.at.least(96);
      for (const scroller of [whole, element.shadowRoot?.querySelector('dialog')])
        if (scroller) expect(scroller.scrollHeight - scroller.clientHeight).to.be.at.most(1);
      for (const control of [...allByRole(element, 'button'), ...allByRole(element, 'link')]) {
        control.scrollIntoView({ block: 'nearest' });
        const { left, right, top: upper, bottom, height: high } = control.getBoundingClientRect();
        expect(left >= 0 && right <= 320 && upper >= 0 && bottom <= 256, nameOf(control)).to.equal(
          true,
        );
        expect(high).to.be.at.least(24);
      }
      element.remove();
      await setViewport({ width, height });
    }
  } finally {
    await setViewport({ width, height });
  }
};

/** By row. */
export const lifecycleChecks: Readonly<Record<string, Check>> = {
  'frame-out-origin': exactOrigin,
  'frame-out-before-load': beforeLoad,
  'frame-out-after-nav': movedOn,
  'frame-out-opaque': ownOrigin,
  'frame-out-secret': onlyContext,
  'frame-out-url': opaqueUrl,
  'frame-out-referrer': noReferrer,
  'frame-xfo-deny': refused,
  'frame-host-csp': policy,
  'frame-404': () => offeredInTab('frame-404'),
  'frame-dns': () => offeredInTab('frame-dns'),
  'frame-redirect-evil': movedOn,
  'frame-nav-back': navigatesInside,
  'frame-nested-evil': nestedStranger,
  'frame-topnav-form': formToTop,
  'frame-opener': popupsOpener,
  'frame-download': download,
  'frame-focus-steal': focusThief,
  'frame-same-origin': ownOrigin,
  'frame-srcdoc': notOpened,
  'frame-closing': removed,
  'frame-relaunch': launchedTwice,
  'frame-back-button': backButton,
  'frame-bfcache': comesBack,
  'frame-clickjack-widget': framedByStranger,
  'frame-ui-redress': hostStyles,
  'frame-popup-blocked': plainLink,
  'frame-zoom': zoomed,
};

/** Whether a row asks for a permission of the browser's. */
export const isPermission = ({ setup }: FrameRow): boolean =>
  typeof setup === 'object' && setup !== null && 'permission' in setup;

export const permissionCheck: Check = permission;
