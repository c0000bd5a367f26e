/** The URL of one launch: whose it is, what it carries, how long it is good, and that nobody else gets to see it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inspect } from 'node:util';
import { BackendError, isBackendError } from '../../../src/backend/backend-error.js';
import type { BackendErrorKind } from '../../../src/backend/backend-error.js';
import type { IntegrationBackend } from '../../../src/backend/backend.js';
import { InvalidLaunchUrl, LaunchAddress } from '../../../src/launch/url/launch-url.js';
import { builtLaunchUrl } from '../../../src/launch/url/permitted.js';
import type { LaunchSubject } from '../../../src/launch/url/permitted.js';

type Answer = { url: string; expiresAt?: string };
type CreateLaunch = IntegrationBackend['createLaunch'];

const backendOf = (createLaunch?: CreateLaunch): IntegrationBackend =>
  ({ createLaunch }) as unknown as IntegrationBackend;

/** A backend that gives the answers one after the other, the last one again and again; and what it was asked. */
const answering = (...answers: (Answer | BackendErrorKind)[]) => {
  const asked: unknown[] = [];
  const backend = backendOf((target) => {
    const answer = answers[Math.min(asked.length, answers.length - 1)];
    asked.push(target);
    return typeof answer === 'object'
      ? Promise.resolve(answer)
      : Promise.reject(new BackendError(answer ?? 'unavailable', 'Refused.'));
  });
  return { backend, asked };
};

const subject = (more: Partial<LaunchSubject> = {}): LaunchSubject => ({
  baseLaunchUrl: 'https://book.example/start',
  referralRef: 'r1',
  integrationId: 'i1',
  ...more,
});

/** Everything that a log could show of an error. */
const allOf = (error: unknown): string =>
  [inspect(error, { depth: 10, showHidden: true }), String(error), (error as Error).stack].join();

const failureOf = async (address: LaunchAddress): Promise<unknown> =>
  address.get().then(
    (url) => assert.fail(`There is a URL: ${url}`),
    (error: unknown) => error,
  );

describe('The URL that a widget builds', () => {
  const rows: readonly (readonly [string, Partial<LaunchSubject>, string | undefined])[] = [
    ['https://book.example/', {}, 'https://book.example/?referralRef=r1'],
    [
      'https://book.example/',
      { siteNumber: '1234' },
      'https://book.example/?referralRef=r1&siteNum=1234',
    ],
    [
      'https://book.example/a?from=ocean&from=%e9+x#/b?c=1',
      { siteNumber: '1' },
      'https://book.example/a?from=ocean&from=%e9+x&referralRef=r1&siteNum=1#/b?c=1',
    ],
    ['https://book.example/?flag', { referralRef: '' }, 'https://book.example/?flag'],
    [
      'https://book.example/',
      { referralRef: 'a&siteNum=9#b' },
      'https://book.example/?referralRef=a%26siteNum%3D9%23b',
    ],
    ['http://localhost:8080/start', {}, 'http://localhost:8080/start?referralRef=r1'],
    ['', {}, undefined],
    ['/start', {}, undefined],
    ['book.example', {}, undefined],
    ['//book.example/', {}, undefined],
    ['javascript:alert(1)', {}, undefined],
    ['JavaScript://book.example/%0aalert(1)', {}, undefined],
    ['data:text/html,x', {}, undefined],
    ['blob:https://book.example/1', {}, undefined],
    ['file:///etc/passwd', {}, undefined],
    ['https://ocean.example@evil.example/', {}, undefined],
    ['https://:secret@book.example/', {}, undefined],
    ['https://book.example/?hcn=1234567890', {}, undefined],
    ['https://book.example/#/a?patientName=x', {}, undefined],
  ];
  for (const [baseLaunchUrl, more, url] of rows)
    it(`of ${baseLaunchUrl || 'nothing'} ${JSON.stringify(more)}: ${url ?? 'none'}`, () =>
      assert.equal(builtLaunchUrl(subject({ baseLaunchUrl, ...more })), url));

  it('adds nothing but referralRef and siteNum', () => {
    const url = new URL(
      builtLaunchUrl(subject({ siteNumber: '1234', backend: answering('network').backend })) ?? '',
    );
    assert.deepEqual([...url.searchParams.keys()], ['referralRef', 'siteNum']);
  });
});

describe('LaunchAddress', () => {
  it('gives the backend’s URL, as it is', async () => {
    const url = 'https://other.example/go?launch=t1&x=%e9#f';
    const { backend, asked } = answering({ url });
    assert.equal(await new LaunchAddress(subject({ backend })).get(), url);
    assert.deepEqual(asked, [{ integrationId: 'i1', referralRef: 'r1' }]);
  });

  const BUILT = 'https://book.example/start?referralRef=r1&siteNum=7';
  const builders: readonly (readonly [string, Partial<LaunchSubject>])[] = [
    ['the backend does not support it', { backend: answering('unsupported').backend }],
    ['the backend has no such method', { backend: backendOf() }],
    ['there is no backend', {}],
    [
      'no integration is known',
      { integrationId: undefined, backend: answering('network').backend },
    ],
  ];
  for (const [why, more] of builders)
    it(`builds the URL where ${why}`, async () =>
      assert.equal(await new LaunchAddress(subject({ siteNumber: '7', ...more })).get(), BUILT));

  it('asks once for many that wait, and not again', async () => {
    const { backend, asked } = answering({ url: 'https://book.example/1' });
    const address = new LaunchAddress(subject({ backend }));
    const urls = await Promise.all([address.get(), address.get(), address.get()]);
    assert.deepEqual(new Set(urls), new Set(['https://book.example/1']));
    await address.get();
    assert.equal(asked.length, 1);
    assert.equal(address.url, 'https://book.example/1');
  });

  it('asks once more where the URL has expired', async () => {
    const { backend, asked } = answering(
      { url: 'https://book.example/1', expiresAt: '2026-01-01T00:05:00Z' },
      { url: 'https://book.example/2', expiresAt: '2026-01-01T00:10:00Z' },
    );
    let now = Date.parse('2026-01-01T00:00:00Z');
    const address = new LaunchAddress(subject({ backend }), () => now);
    assert.equal(await address.get(), 'https://book.example/1');
    now = Date.parse('2026-01-01T00:05:00Z');
    assert.equal(address.url, undefined);
    assert.equal(await address.get(), 'https://book.example/2');
    assert.equal(asked.length, 2);
  });

  it('takes what comes, where this machine’s clock is wrong: no asking without end', async () => {
    const { backend, asked } = answering({
      url: 'https://book.example/1',
      expiresAt: '2026-01-01T00:05:00Z',
    });
    const address = new LaunchAddress(subject({ backend }), () => Date.parse('2030-01-01'));
    assert.equal(await address.get(), 'https://book.example/1');
    assert.equal(asked.length, 1);
  });

  it('keeps a URL whose expiry can’t be read', async () => {
    const { backend, asked } = answering({ url: 'https://book.example/1', expiresAt: 'soon' });
    const address = new LaunchAddress(subject({ backend }));
    await address.get();
    await address.get();
    assert.equal(asked.length, 1);
  });

  it('asks for another once a one-time URL was opened', async () => {
    const { backend, asked } = answering(
      { url: 'https://book.example/1' },
      { url: 'https://book.example/2' },
    );
    const address = new LaunchAddress(subject({ backend }));
    await address.get();
    address.spend();
    assert.equal(address.url, undefined);
    assert.equal(await address.get(), 'https://book.example/2');
    assert.equal(asked.length, 2);
  });

  it('keeps one that it has built: it is good as often as it is wanted', async () => {
    const address = new LaunchAddress(subject({ siteNumber: '7' }));
    await address.get();
    address.spend();
    assert.equal(address.url, BUILT);
  });

  it('passes on what a backend fails with, and asks again the next time', async () => {
    const { backend, asked } = answering('rate-limited', { url: 'https://book.example/1' });
    const address = new LaunchAddress(subject({ backend }));
    const error = await failureOf(address);
    assert.ok(isBackendError(error));
    assert.equal(error.kind, 'rate-limited');
    assert.equal(await address.get(), 'https://book.example/1');
    assert.equal(asked.length, 2);
  });

  it('can be given up', async () => {
    const controller = new AbortController();
    const address = new LaunchAddress(subject({ backend: backendOf(() => new Promise(() => {})) }));
    const asked = address.get(controller.signal);
    controller.abort();
    await assert.rejects(asked, (error) => isBackendError(error) && error.kind === 'aborted');
  });

  const refused = [
    'javascript:alert("secret-token")',
    ' java\nscript:alert("secret-token")',
    'data:text/html,secret-token',
    'https://ocean.example:secret-token@evil.example/',
    'https://secret-token@evil.example/',
    '/relative?launch=secret-token',
    'secret-token',
    '',
    'https://book.example/?launch=secret-token&hcn=1234567890',
    'https://book.example/?launch=secret-token#dob=1970-01-01',
  ];
  for (const url of refused)
    it(`refuses ${url || 'an empty one'}, and tells it to nobody`, async () => {
      const { backend } = answering({ url });
      const error = await failureOf(new LaunchAddress(subject({ backend })));
      assert.ok(error instanceof InvalidLaunchUrl);
      assert.doesNotMatch(allOf(error), /secret-token|evil|book\.example|1234567890/);
    });

  it('refuses a base launch URL that is none, without telling it', async () => {
    const baseLaunchUrl = 'javascript:"secret-token"';
    const error = await failureOf(new LaunchAddress(subject({ baseLaunchUrl })));
    assert.ok(error instanceof InvalidLaunchUrl);
    assert.doesNotMatch(allOf(error), /secret-token/);
  });

  const odd: readonly (readonly [unknown, string | undefined])[] = [
    // As if the backend had no such method.
    [undefined, BUILT],
    [null, BUILT],
    // A backend that did not mean the widget to build one.
    ['https://book.example/', undefined],
    [7, undefined],
    [{}, undefined],
    [{ url: 7 }, undefined],
  ];
  for (const [answer, url] of odd)
    it(`${url ? 'builds the URL' : 'gives none'} where the answer is ${JSON.stringify(answer)}`, async () => {
      const backend = backendOf((() => Promise.resolve(answer)) as unknown as CreateLaunch);
      const address = new LaunchAddress(subject({ backend, siteNumber: '7' }));
      if (url) assert.equal(await address.get(), url);
      else assert.ok((await failureOf(address)) instanceof InvalidLaunchUrl);
    });
});

describe('A one-time token', () => {
  const made = (deployment: unknown, url: string): LaunchAddress =>
    new LaunchAddress(
      subject({
        backend: {
          createLaunch: async () => ({ url }),
          deployment,
        } as unknown as IntegrationBackend,
      }),
    );
  for (const deployment of [undefined, 'public', 'on-premise', 'lab', '', null])
    it(`never travels in the clear in a deployment that is ${String(deployment)}`, async () => {
      for (const url of [
        'http://book.example/?launch=t',
        'HTTP://localhost/?launch=t',
        'http://127.0.0.1:8080/',
      ])
        assert.ok((await failureOf(made(deployment, url))) instanceof InvalidLaunchUrl);
      assert.equal(
        await made(deployment, 'https://book.example/?launch=t').get(),
        'https://book.example/?launch=t',
      );
    });

  it('may in a development', async () => {
    const url = 'http://localhost:8080/?launch=t';
    assert.equal(await made('development', url).get(), url);
  });
});
