/** The guarded request, against real servers: what is connected to, what an answer may cost, and what went wrong. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createGuardedFetch } from '../../../demo/server/outbound/guarded-fetch.js';
import type {
  GuardOptions,
  Outcome,
  ResolvedAddress,
} from '../../../demo/server/outbound/guarded-fetch.js';
import { TimeIsOver } from '../../../demo/server/outbound/time-limit.js';
import { closedPort, makeCertificate, startEndpoint, startRawEndpoint } from './endpoint.js';
import type { AnswerOf, Certificate, TestEndpoint } from './endpoint.js';

const HOST = 'receiver.example.com';
const LOOPBACK: ResolvedAddress = { address: '127.0.0.1', family: 4 };

const ask = (
  url: string,
  options: Partial<GuardOptions> = {},
  signal: AbortSignal = new AbortController().signal,
): Promise<Outcome> =>
  createGuardedFetch({ allowLoopback: true, ...options })(
    { url, headers: { 'content-type': 'application/json' }, body: '{"é":1}' },
    signal,
  );

/** Answers what the test says next; closed with the test. */
const withEndpoint = async <T>(
  answer: AnswerOf,
  use: (endpoint: TestEndpoint) => Promise<T>,
  certificate?: Certificate,
): Promise<T> => {
  const endpoint = await startEndpoint(answer, certificate);
  try {
    return await use(endpoint);
  } finally {
    await endpoint.close();
  }
};

const ok: AnswerOf = (_received, response) => response.end('fine');

/** Gives each look-up the next of these answers, and counts. */
const scripted = (...answers: ResolvedAddress[][]) => {
  const asked: string[] = [];
  return {
    asked,
    resolve: async (hostname: string): Promise<ResolvedAddress[]> => {
      asked.push(hostname);
      return answers[asked.length - 1] ?? [];
    },
  };
};

describe('A guarded request', () => {
  let certificate: Certificate;
  before(async () => {
    certificate = await makeCertificate(HOST);
  });

  it('posts the body, and gives status, headers and answer', () =>
    withEndpoint(
      (_received, response) => response.writeHead(418, { 'retry-after': '7' }).end('no cofée'),
      async (endpoint) => {
        const { answer } = await ask(endpoint.url);
        assert.equal(answer?.status, 418);
        assert.equal(answer.headers['retry-after'], '7');
        assert.equal(answer.body, 'no cofée');
        assert.equal(answer.cut, undefined);
        const [received] = endpoint.received;
        assert.equal(received?.method, 'POST');
        assert.equal(received.body, '{"é":1}');
        assert.equal(received.headers['content-length'], '8');
        assert.equal(received.headers['accept-encoding'], 'identity');
      },
    ));

  it('connects to what the name resolved to, asked once', () =>
    withEndpoint(
      ok,
      async ({ port, received }) => {
        const { asked, resolve } = scripted([LOOPBACK]);
        const options = { resolve, certificates: certificate.cert };
        const { answer } = await ask(`https://${HOST}:${port}/hook`, options);
        assert.equal(answer?.body, 'fine');
        assert.deepEqual(asked, [HOST]);
        assert.equal(received[0]?.headers.host, `${HOST}:${port}`);
      },
      certificate,
    ));

  it('connects to nothing where a name resolves to this machine, and that is not allowed', () =>
    withEndpoint(
      ok,
      async (endpoint) => {
        const { port } = endpoint;
        for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1', '10.0.0.1']) {
          const { resolve } = scripted([{ address, family: address.includes(':') ? 6 : 4 }]);
          const options = { allowLoopback: false, resolve, certificates: certificate.cert };
          assert.deepEqual(await ask(`https://${HOST}:${port}/hook`, options), {
            failure: 'refused-address',
          });
        }
        assert.equal(endpoint.connections(), 0);
      },
      certificate,
    ));

  it('refuses a name of which one address is refused', () =>
    withEndpoint(
      ok,
      async (endpoint) => {
        const { port } = endpoint;
        for (const addresses of [
          [LOOPBACK, { address: '192.168.1.1', family: 4 }],
          [{ address: '169.254.169.254', family: 4 }, LOOPBACK],
        ]) {
          const { resolve } = scripted(addresses);
          const options = { resolve, certificates: certificate.cert };
          const outcome = await ask(`https://${HOST}:${port}/hook`, options);
          assert.deepEqual(outcome, { failure: 'refused-address' });
        }
        assert.equal(endpoint.connections(), 0);
      },
      certificate,
    ));

  it('gains nothing by a name that resolves otherwise the next time', () =>
    withEndpoint(
      ok,
      async (endpoint) => {
        const { asked, resolve } = scripted(
          [LOOPBACK],
          [{ address: '10.0.0.1', family: 4 }],
          [LOOPBACK],
        );
        const options = { resolve, certificates: certificate.cert };
        const url = `https://${HOST}:${endpoint.port}/hook`;
        assert.equal((await ask(url, options)).answer?.status, 200);
        assert.equal((await ask(url, options)).failure, 'refused-address');
        assert.equal((await ask(url, options)).answer?.status, 200);
        // Once for each request: there is no second look-up to answer otherwise.
        assert.equal(asked.length, 3);
        assert.equal(endpoint.connections(), 2);
      },
      certificate,
    ));

  it('refuses what the URL itself tells, and asks no name server', async () => {
    const { asked, resolve } = scripted();
    const names = ['metadata.google.internal', 'emr', 'emr.local', 'server.corp', 'localhost'];
    for (const host of [...names, '10.0.0.1', '[::1]', '169.254.169.254', '127.0.0.1'])
      assert.deepEqual(await ask(`https://${host}/hook`, { allowLoopback: false, resolve }), {
        failure: 'refused-address',
      });
    assert.deepEqual(await ask(`http://${HOST}/hook`, { resolve }), { failure: 'refused-address' });
    assert.deepEqual(asked, []);
  });

  it('reaches localhost by the system’s own resolver where this machine is allowed', () =>
    withEndpoint(ok, async ({ port }) => {
      assert.equal((await ask(`http://localhost:${port}/`)).answer?.body, 'fine');
    }));

  it('follows no redirect', () =>
    withEndpoint(ok, (target) =>
      withEndpoint(
        ({ path }, response) =>
          response
            .writeHead(path === '/same' ? 307 : 302, {
              location: path === '/same' ? '/hook' : target.url,
            })
            .end('moved'),
        async (endpoint) => {
          const { answer } = await ask(endpoint.url);
          assert.equal(answer?.status, 302);
          await ask(endpoint.url.replace('/hook', '/same'));
          assert.equal(endpoint.received.length, 2);
          assert.equal(target.connections(), 0);
        },
      ),
    ));

  it('keeps the first kilobytes of a huge answer, and closes the connection', () => {
    let closed: Promise<void> | undefined;
    let taken = 0;
    const endless: AnswerOf = (_received, response) => {
      const { socket } = response;
      closed = new Promise((resolve) => response.on('close', resolve));
      socket?.on('close', () => (taken = socket.bytesWritten));
      const more = (): void => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
      };
      response.on('drain', more);
      more();
    };
    return withEndpoint(endless, async (endpoint) => {
      const { answer } = await ask(endpoint.url);
      assert.equal(answer?.cut, 'too-long');
      assert.equal(answer.body.length, 16_384);
      await closed;
      // What the system's own buffers hold is sent before anyone knows.
      assert.ok(taken < 50e6, `${taken} bytes were sent`);
    });
  });

  it('does not unpack', () =>
    withEndpoint(
      (_received, response) =>
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(Buffer.from('1f8b0800', 'hex')),
      async ({ url }) => {
        assert.equal((await ask(url)).answer?.body.length, 4);
      },
    ));
});

describe('A guarded request that goes wrong', () => {
  let certificate: Certificate;
  before(async () => {
    certificate = await makeCertificate(HOST);
  });
  const closers: (() => Promise<void>)[] = [];
  after(() => Promise.all(closers.map((close) => close())));

  it('tells that nobody listens, or that the name has no address', async () => {
    const port = await closedPort();
    assert.deepEqual(await ask(`http://127.0.0.1:${port}/`), { failure: 'unreachable' });
    assert.deepEqual(await ask(`https://${HOST}/`, scripted([])), { failure: 'unreachable' });
    const resolve = async (): Promise<ResolvedAddress[]> => {
      throw Object.assign(new Error('not found'), { code: 'ENOTFOUND' });
    };
    assert.deepEqual(await ask(`https://${HOST}/`, { resolve }), { failure: 'unreachable' });
  });

  const GARBLED = {
    'is no HTTP': 'SSH-2.0-OpenSSH_9.2\r\n',
    'is nothing': '',
    'has endless headers': `HTTP/1.1 200 OK\r\n${'x-more: 0123456789\r\n'.repeat(2_000)}\r\n`,
    'has two lengths': 'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab',
    'switches protocols':
      'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: other\r\n\r\n',
  };
  for (const [what, bytes] of Object.entries(GARBLED))
    it(`tells of an answer that ${what}`, async () => {
      const { url, close } = await startRawEndpoint(bytes, { end: true });
      closers.push(close);
      assert.deepEqual(await ask(url), { failure: 'unreachable' });
    });

  it('keeps the status of an answer that breaks off', async () => {
    const bytes = 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf';
    const { url, close } = await startRawEndpoint(bytes, { end: true });
    closers.push(close);
    const { answer } = await ask(url);
    assert.deepEqual([answer?.status, answer?.body, answer?.cut], [200, 'half', 'unreachable']);
  });

  it('tells of a certificate that is not trusted, or is of another name, and sends nothing', () =>
    withEndpoint(
      ok,
      async (endpoint) => {
        const options = scripted([LOOPBACK], [LOOPBACK]);
        const { port, url } = endpoint;
        assert.deepEqual(await ask(url), { failure: 'tls' });
        assert.deepEqual(await ask(`https://${HOST}:${port}/`, options), { failure: 'tls' });
        const trusting = { ...options, certificates: certificate.cert };
        const other = await ask(`https://other.example.com:${port}/`, trusting);
        assert.deepEqual(other, { failure: 'tls' });
        assert.deepEqual(endpoint.received, []);
      },
      certificate,
    ));

  it('tells of a server without TLS', () =>
    withEndpoint(ok, async ({ port }) => {
      assert.deepEqual(await ask(`https://127.0.0.1:${port}/`), { failure: 'tls' });
    }));

  it('fails with the signal’s reason before an answer begins', () =>
    withEndpoint(
      () => undefined,
      async ({ url }) => {
        const controller = new AbortController();
        const asked = ask(url, {}, controller.signal);
        controller.abort(new TimeIsOver());
        await assert.rejects(asked, TimeIsOver);
        await assert.rejects(ask(url, {}, AbortSignal.abort(new Error('gone'))), /gone/);
      },
    ));

  it('keeps what came of an answer that does not end in time', async () => {
    const controller = new AbortController();
    await withEndpoint(
      (_received, response) => {
        response.writeHead(202);
        response.write('a drop');
        setTimeout(() => controller.abort(new TimeIsOver()), 300);
      },
      async ({ url }) => {
        const { answer } = await ask(url, {}, controller.signal);
        assert.deepEqual([answer?.status, answer?.body, answer?.cut], [202, 'a drop', 'timeout']);
      },
    );
  });
});
