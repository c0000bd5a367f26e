/** SMART Web Messaging, the host's side: what is done and answered for each message, and what is dropped. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { sandboxOf } from '../../../src/launch/frame/sandbox.js';
import {
  MOST_HEIGHT,
  SmartMessaging,
  randomId,
} from '../../../src/launch/frame/smart-messaging.js';

const ORIGIN = 'https://app.example.com';
const HANDLE = 'a-handle-of-this-launch';

type Message = Record<string, unknown>;

/** A host with a frame that writes down what it is sent. */
const launch = ({ activities = [] as string[], begins = true } = {}) => {
  const sent: { message: Message; origin: unknown }[] = [];
  const did: unknown[][] = [];
  const clock = { now: 0 };
  const source = {
    postMessage: (message: Message, origin: unknown) => sent.push({ message, origin }),
  };
  const messaging = new SmartMessaging(
    {
      origin: ORIGIN,
      handle: HANDLE,
      frame: () => source,
      activities: () => activities,
      ready: () => did.push(['ready']),
      done: (activity) => did.push(['done', ...(activity ? [activity] : [])]),
      launch: (activity) => (did.push(['launch', activity]), begins),
      resize: (height) => did.push(['resize', height]),
      reference: (reference) => did.push(['reference', reference]),
    },
    () => clock.now,
  );
  const receive = (data: unknown, event: object = {}) =>
    messaging.receive({ source: source as never, origin: ORIGIN, ports: [], data, ...event });
  return {
    messaging,
    sent,
    did,
    clock,
    receive,
    answers: () => sent.map(({ message }) => message),
  };
};

const request = (messageType: string, payload?: unknown, more: object = {}) => ({
  messagingHandle: HANDLE,
  messageId: 'm-1',
  messageType,
  ...(payload === undefined ? {} : { payload }),
  ...more,
});

const activity = (activityType: string, activityParameters?: unknown) => ({
  activityType,
  activityParameters,
});

/** What is done, and the status of what is answered; nothing at all where a message is dropped. */
const ROWS: readonly (readonly [
  title: string,
  data: unknown,
  did: unknown[][],
  status: 'none' | 'dropped' | 'success' | 'failure' | 'empty',
])[] = [
  ['a handshake', request('status.handshake', {}), [['ready']], 'empty'],
  ['a handshake without a payload', request('status.handshake'), [['ready']], 'empty'],
  ['ui.done', request('ui.done', {}), [['done']], 'success'],
  ['ui.done without a payload', request('ui.done'), [['done']], 'success'],
  [
    'ui.done with a listed activity',
    request('ui.done', activity('order-review', { a: 1 })),
    [['done', activity('order-review', { a: 1 })]],
    'success',
  ],
  ['ui.done with another activity', request('ui.done', activity('x')), [], 'failure'],
  [
    'ui.done with an activity that is no text',
    request('ui.done', { activityType: 7 }),
    [],
    'failure',
  ],
  [
    'a listed activity',
    request('ui.launchActivity', activity('order-review')),
    [['launch', activity('order-review')]],
    'success',
  ],
  ['another activity', request('ui.launchActivity', activity('toString')), [], 'failure'],
  ['an activity without a name', request('ui.launchActivity', {}), [], 'failure'],
  ['an unknown type', request('ui.selfDestruct', {}), [], 'failure'],
  ['a type of three parts', request('a.b.c', {}), [], 'failure'],
  ['another case', request('UI.DONE', {}), [], 'dropped'],
  ['spaces', request(' ui.done ', {}), [], 'dropped'],
  ['a line break', request('ui.done\n', {}), [], 'dropped'],
  ['no dot', request('done', {}), [], 'dropped'],
  ['__proto__', request('__proto__', {}), [], 'dropped'],
  ['constructor', request('constructor', {}), [], 'dropped'],
  ['a type of 201 characters', request(`ui.${'x'.repeat(198)}`, {}), [], 'dropped'],
  [
    'an id of 200 characters',
    request('ui.done', {}, { messageId: 'x'.repeat(200) }),
    [['done']],
    'success',
  ],
  [
    'an id of 201 characters',
    request('ui.done', {}, { messageId: 'x'.repeat(201) }),
    [],
    'dropped',
  ],
  ['an empty id', request('ui.done', {}, { messageId: '' }), [], 'dropped'],
  ['an id that is a number', request('ui.done', {}, { messageId: 1 }), [], 'dropped'],
  ['a payload that is a text', request('ui.done', 'now'), [], 'dropped'],
  ['a payload that is null', request('ui.done', null), [], 'dropped'],
  ['a payload that is a list', request('ui.done', []), [], 'dropped'],
  [
    'a request and response at once',
    request('ui.done', {}, { responseToMessageId: 'x' }),
    [],
    'dropped',
  ],
  ['another handle', request('ui.done', {}, { messagingHandle: 'nope' }), [], 'dropped'],
  [
    'another handle in a handshake',
    request('status.handshake', {}, { messagingHandle: '' }),
    [],
    'dropped',
  ],
  ['no handle', request('ui.done', {}, { messagingHandle: undefined }), [], 'dropped'],
  [
    'a response to nothing',
    { messageId: 'r', responseToMessageId: 'x', payload: {} },
    [],
    'dropped',
  ],
  ['resize', { type: 'resize', height: 640 }, [['resize', 640]], 'none'],
  ['resize to a fraction', { type: 'resize', height: 640.2 }, [['resize', 641]], 'none'],
  ['resize to too much', { type: 'resize', height: 1e9 }, [['resize', MOST_HEIGHT]], 'none'],
  ['resize to nothing', { type: 'resize', height: 0 }, [], 'dropped'],
  ['resize to below nothing', { type: 'resize', height: -1 }, [], 'dropped'],
  ['resize to NaN', { type: 'resize', height: NaN }, [], 'dropped'],
  ['resize without end', { type: 'resize', height: Infinity }, [], 'dropped'],
  ['resize to a text', { type: 'resize', height: '640' }, [], 'dropped'],
  ['a reference', { type: 'referral.submitted', ref: 'R-1' }, [['reference', 'R-1']], 'none'],
  ['a blank reference', { type: 'referral.submitted', ref: ' ' }, [], 'dropped'],
  ['a long reference', { type: 'referral.submitted', ref: 'x'.repeat(101) }, [], 'dropped'],
  ['a reference that is a number', { type: 'referral.submitted', ref: 7 }, [], 'dropped'],
  ['navigate', { type: 'navigate', url: 'https://evil.test' }, [], 'dropped'],
  ['something else', { type: 'webpackOk' }, [], 'dropped'],
  ['an object of a class', new (class Request {})(), [], 'dropped'],
  ['an object without a prototype', Object.create(null), [], 'dropped'],
  ['a date', new Date(), [], 'dropped'],
  ['an error', new Error('x'), [], 'dropped'],
  ['a map', new Map([['type', 'resize']]), [], 'dropped'],
  ['a list', [request('ui.done', {})], [], 'dropped'],
  ['a text', JSON.stringify(request('ui.done', {})), [], 'dropped'],
  ['null', null, [], 'dropped'],
  ['undefined', undefined, [], 'dropped'],
];

for (const [title, data, did, status] of ROWS) {
  test(`${title}: ${status}`, () => {
    const host = launch({ activities: ['order-review'] });
    host.receive(data);
    assert.deepEqual(host.did, did);
    assert.equal(host.messaging.dropped, status === 'dropped' ? 1 : 0);
    if (status === 'dropped' || status === 'none') return assert.deepEqual(host.sent, []);
    assert.equal(host.sent.length, 1);
    const [{ message, origin }] = host.sent as [(typeof host.sent)[0]];
    assert.equal(origin, ORIGIN);
    assert.equal(message.responseToMessageId, (data as Message).messageId);
    assert.match(String(message.messageId), /^[\da-f]{40}$/);
    assert.equal(message.messageType, undefined);
    const payload = message.payload as Message;
    if (status === 'empty') assert.deepEqual(payload, {});
    else assert.equal(payload.status, status);
    if (status === 'failure')
      assert.match(String((payload.statusDetail as Message).text), /^This host .+\.$/);
  });
}

for (const messageType of [
  'scratchpad.create',
  'scratchpad.read',
  'scratchpad.delete',
  'fhir.http',
]) {
  test(`${messageType} is answered as FHIR says that it is not supported`, () => {
    const host = launch();
    host.receive(request(messageType));
    const [{ payload }] = host.answers() as [{ payload: Message }];
    const { resourceType, issue } = payload.outcome as { resourceType: string; issue: Message[] };
    assert.equal(resourceType, 'OperationOutcome');
    assert.equal(issue[0]?.code, 'not-supported');
    assert.equal(payload.status, 'failure');
  });
}

test('an activity that the host prevents is answered as failed', () => {
  const host = launch({ activities: ['a'], begins: false });
  host.receive(request('ui.launchActivity', activity('a')));
  assert.equal((host.answers()[0]?.payload as Message).status, 'failure');
});

test('a handshake without the handle is answered, and followed by the host’s own', () => {
  const host = launch();
  host.receive({ messageId: 'm-1', messageType: 'status.handshake', payload: {} });
  assert.equal(host.sent.length, 2);
  assert.equal(host.answers()[0]?.responseToMessageId, 'm-1');
  assert.equal(host.answers()[0]?.messagingHandle, undefined);
  assert.equal(host.answers()[1]?.messageType, 'status.handshake');
  assert.equal(host.answers()[1]?.messagingHandle, HANDLE);
  assert.deepEqual(host.did, [['ready']]);
});

const handshakeOf = (host: ReturnType<typeof launch>): Message => {
  host.messaging.loaded();
  const { message, origin } = host.sent.at(-1) ?? assert.fail('nothing was sent');
  assert.equal(origin, ORIGIN);
  return message;
};

test('each load sends a handshake with the handle, and an id of its own', () => {
  const host = launch();
  const [first, second] = [handshakeOf(host), handshakeOf(host)];
  for (const { messageId, ...rest } of [first, second]) {
    assert.equal(typeof messageId, 'string');
    assert.deepEqual(rest, {
      messagingHandle: HANDLE,
      messageType: 'status.handshake',
      payload: {},
    });
  }
  assert.notEqual(first.messageId, second.messageId);
});

for (const [title, response, ready] of [
  ['an answer', {}, true],
  ['an answer without a payload', { payload: undefined }, true],
  ['an answer of success', { payload: { status: 'success' } }, true],
  ['an answer with more to come', { additionalResponsesExpected: true }, true],
  ['a payload with a `then`', { payload: { then: 'x' } }, true],
  ['an error', { payload: { status: 'error' } }, false],
  ['a failure', { payload: { status: 'failure' } }, false],
] as const) {
  test(`${title} to the host’s handshake: ${ready ? 'ready' : 'not ready'}`, () => {
    const host = launch();
    const { messageId } = handshakeOf(host);
    host.receive({ messageId: 'r', responseToMessageId: messageId, payload: {}, ...response });
    assert.deepEqual(host.did, ready ? [['ready']] : []);
    assert.equal(host.messaging.dropped, 0);
  });
}

test('answers are taken until one says that no more will come', () => {
  const host = launch();
  const { messageId: responseToMessageId } = handshakeOf(host);
  const answer = (more?: boolean) =>
    host.receive({
      messageId: 'r',
      responseToMessageId,
      ...(more && { additionalResponsesExpected: true }),
    });
  answer(true);
  answer(true);
  answer();
  assert.equal(host.messaging.dropped, 0);
  answer();
  assert.equal(host.messaging.dropped, 1);
  assert.deepEqual(host.did, [['ready']], 'ready once');
});

test('the same id is acted on and answered once', () => {
  const host = launch({ activities: ['a'] });
  host.receive(request('ui.launchActivity', activity('a')));
  host.receive(request('ui.launchActivity', activity('a')));
  host.receive(request('ui.done'));
  assert.equal(host.did.length, 1);
  assert.equal(host.sent.length, 1);
  assert.equal(host.messaging.dropped, 2);
});

test('a page that is loaded anew may count from one again', () => {
  const host = launch({ activities: ['a'] });
  host.receive(request('ui.launchActivity', activity('a')));
  host.messaging.loaded();
  host.receive(request('ui.launchActivity', activity('a')));
  assert.equal(host.did.length, 2);
});

test('a reference is told once', () => {
  const host = launch();
  for (const ref of ['A', 'A', 'B', 'A']) host.receive({ type: 'referral.submitted', ref });
  assert.deepEqual(host.did, [
    ['reference', 'A'],
    ['reference', 'B'],
  ]);
});

test('what comes from another window is none of ours', () => {
  const host = launch();
  const port = { closed: 0, close: () => (port.closed += 1) };
  for (const source of [null, { postMessage: () => assert.fail('was answered') }])
    host.receive(request('ui.done'), { source, ports: [port] });
  assert.deepEqual(host.did, []);
  assert.equal(port.closed, 0);
  assert.equal(host.messaging.dropped, 0);
});

test('another origin is dropped, and told once, without what it said', (context) => {
  const warn = context.mock.method(console, 'warn', () => undefined);
  const host = launch();
  const origins = ['https://example.com', 'https://app.example.com:444', 'http://app.example.com'];
  for (const origin of [...origins, `${ORIGIN}/`, '', '*', 'null', 'file://', null, undefined])
    host.receive(request('ui.done', { name: 'Jane Roe' }), { origin });
  assert.deepEqual(host.did, []);
  assert.deepEqual(host.sent, []);
  assert.equal(host.messaging.dropped, 10);
  assert.equal(warn.mock.callCount(), 1);
  assert.doesNotMatch(String(warn.mock.calls[0]?.arguments[0]), /Jane|done|evil/);
});

test('ports are closed, and what came with them is dropped', () => {
  const host = launch();
  const port = { closed: 0, close: () => (port.closed += 1) };
  host.receive(request('ui.done'), { ports: [port, port] });
  assert.equal(port.closed, 2);
  assert.deepEqual(host.did, []);
  assert.equal(host.messaging.dropped, 1);
});

test('a flood: at most 40 answers in any second, the rest is dropped, and then it goes on', () => {
  const host = launch();
  const times: number[] = [];
  for (let index = 0; index < 10_000; index += 1) {
    host.clock.now = index / 5;
    const before = host.sent.length;
    host.receive(request('status.handshake', {}, { messageId: `m-${index}` }));
    if (host.sent.length > before) times.push(host.clock.now);
  }
  for (const start of times)
    assert.ok(times.filter((time) => time >= start && time < start + 1000).length <= 40);
  assert.ok(host.sent.length <= 60, `${host.sent.length} answers in two seconds`);
  assert.equal(host.messaging.dropped, 10_000 - host.sent.length);
  assert.deepEqual(host.did, [['ready']]);
  host.clock.now += 1000;
  host.receive(request('ui.done', {}, { messageId: 'last' }));
  assert.deepEqual(host.did.at(-1), ['done']);
});

test('a flood of references is held back alike', () => {
  const host = launch();
  for (let index = 0; index < 1000; index += 1)
    host.receive({ type: 'referral.submitted', ref: `R-${index}` });
  assert.ok(host.did.length <= 40);
});

test('ids are forgotten after a while, so that a long session costs nothing', () => {
  const host = launch();
  const next = (messageId: string) => {
    host.clock.now += 1000;
    host.receive(request('ui.x', {}, { messageId }));
  };
  for (let index = 0; index <= 200; index += 1) next(`m-${index}`);
  assert.equal(host.sent.length, 201);
  next('m-200');
  assert.equal(host.sent.length, 201, 'the newest is known');
  next('m-0');
  assert.equal(host.sent.length, 202, 'the oldest is not');
});

test('fields are read by name, and what is in them is never walked', () => {
  const host = launch();
  const read: PropertyKey[] = [];
  const watched = <T extends object>(target: T): T =>
    new Proxy(target, {
      get: (of, name, self): unknown => (read.push(name), Reflect.get(of, name, self)),
      ownKeys: () => assert.fail('keys were listed'),
      has: () => assert.fail('a key was looked for'),
    });
  host.receive(watched(request('fhir.http', watched({ bundle: watched({}), toJSON: 1 }))));
  assert.equal(host.sent.length, 1);
  assert.ok(read.length < 20, read.join());
  assert.ok(!read.includes('bundle') && !read.includes('toJSON'));
});

test('no message reaches Object.prototype', () => {
  const host = launch();
  for (const text of [
    '{"__proto__":{"polluted":1},"type":"resize","height":1}',
    '{"constructor":{"prototype":{"polluted":1}}}',
    `{"messagingHandle":"${HANDLE}","messageId":"__proto__","messageType":"ui.done"}`,
  ])
    host.receive(JSON.parse(text));
  assert.equal(({} as Message).polluted, undefined);
  assert.deepEqual(host.did, [['resize', 1], ['done']]);
});

test('random ids are long, and each another', () => {
  const ids = new Set(Array.from({ length: 100 }, randomId));
  assert.equal(ids.size, 100);
  for (const id of ids) assert.match(id, /^[\da-f]{40}$/);
});

test('the sandbox: the least that works', () => {
  const page = 'https://portal.example.org';
  const least = 'allow-scripts allow-forms allow-popups';
  const sandbox = (url: string, settings?: object) => sandboxOf(new URL(url), page, settings);
  assert.equal(sandbox('https://app.example.com/launch'), `${least} allow-same-origin`);
  assert.equal(sandbox('https://portal.example.org/launch'), least);
  assert.equal(sandbox('https://portal.example.org:444/'), `${least} allow-same-origin`);
  assert.equal(
    sandbox('https://app.example.com/', { allowTopNavigation: true }),
    `${least} allow-same-origin allow-top-navigation-by-user-activation`,
  );
  assert.equal(
    sandbox('https://app.example.com/', { allowTopNavigation: 'yes' }),
    `${least} allow-same-origin`,
  );
});

test('every type of message is of one budget, resizing too', () => {
  for (const kind of ['resize', 'mixed']) {
    const { receive, did, clock, messaging } = launch();
    for (let sent = 0; sent < 20_000; sent += 1) {
      if (kind === 'mixed' && sent % 3 === 1)
        receive({ type: 'referral.submitted', ref: `r${sent}` });
      else if (kind === 'mixed' && sent % 3 === 2)
        receive(request('status.handshake', {}, { messageId: `m${sent}` }));
      else receive({ type: 'resize', height: 100 + (sent % 5_000) });
    }
    assert.ok(did.length <= 21, `${kind}: ${did.length}`);
    assert.ok(messaging.dropped >= 19_970, kind);
    clock.now += 1_000;
    did.length = 0;
    receive({ type: 'resize', height: 77 });
    assert.deepEqual(did, [['resize', 77]]);
  }
});

test('a height that changes nothing takes nothing of the budget', () => {
  const { receive, did, messaging } = launch();
  for (let sent = 0; sent < 20_000; sent += 1) receive({ type: 'resize', height: 640 });
  receive(request('ui.done'));
  assert.deepEqual(did, [['resize', 640], ['done']]);
  assert.equal(messaging.dropped, 0);
});
