/**
 * Systems to launch in browser tests: small servers on two ports of this machine, each reached under several host names, which are
 * so many origins. Their pages do what a test tells them over a message port, or nothing.
 *
 * `/launched-systems.json` of the test runner's server tells where they are.
 */
import { createServer } from 'node:http';

/** Runs functions that a test sends, and tells it each message that the page receives. */
const PUPPET = `
  const received = [];
  let told;
  addEventListener('message', ({ data, origin, source, ports }) => {
    if (data === 'puppet' && ports.length) {
      told = ports[0];
      told.onmessage = async ({ data: { id, code, values }, ports }) => {
        let answer;
        try {
          answer = { value: await (0, eval)('(' + code + ')')(...values, ...ports) };
        } catch (error) {
          answer = { error: String(error) };
        }
        told.postMessage({ id, ...answer });
      };
      for (const message of received) told.postMessage(message);
      return;
    }
    const message = { message: data, origin, fromParent: source === parent };
    received.push(message);
    told?.postMessage(message);
  });
`;

/** An app that speaks SMART Web Messaging. */
const ANSWERING = `
  addEventListener('message', ({ data, origin, source }) => {
    if (source !== parent || data?.messageType !== 'status.handshake') return;
    parent.postMessage(
      { messageId: 'answer-1', responseToMessageId: data.messageId, payload: {} },
      origin,
    );
  });
`;

const FORM =
  '<h1>A launched system</h1><label>Name <input /></label> <button type="button">Save</button>';

/** HTML that is XML as well. */
const page = (script = '', body = FORM) => `<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" lang="en">
<head><title>A launched system</title><script>//<![CDATA[
${script}
//]]></script></head>
<body>${body}</body>
</html>
`;

/** What each path answers: status, headers, body, or after how many milliseconds. */
const ANSWERS = {
  '/puppet': () => ({ body: page(PUPPET) }),
  '/slow-puppet': () => ({ body: page(PUPPET), after: 500 }),
  '/answering': () => ({ body: page(ANSWERING) }),
  '/silent': () => ({ body: page() }),
  '/denied': () => ({ body: page(ANSWERING), headers: { 'x-frame-options': 'DENY' } }),
  '/no-ancestors': () => ({
    body: page(ANSWERING),
    headers: { 'content-security-policy': "frame-ancestors 'none'" },
  }),
  '/redirect': ({ searchParams }) => ({
    status: 302,
    headers: { location: searchParams.get('to') ?? '/puppet' },
  }),
  '/never': () => undefined,
  '/download': ({ searchParams }) => ({
    body: 'made up',
    headers: {
      'content-type': 'text/plain',
      'content-disposition': `attachment; filename="${searchParams.get('as')}"`,
    },
  }),
};

const REMEMBERED = 2000;

/** Starts the servers; each has seen the requests that `/requests?of=part-of-a-url` tells. */
export async function startLaunchedSystems() {
  const requests = [];
  const answer = (request, response) => {
    const url = new URL(request.url ?? '/', 'http://launched.invalid');
    const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
    if (url.pathname === '/requests') {
      const part = url.searchParams.get('of') ?? '';
      response.writeHead(200, {
        'content-type': 'application/json',
        'access-control-allow-origin': '*',
      });
      return response.end(JSON.stringify(requests.filter((seen) => seen.url.includes(part))));
    }
    requests.push({
      url: request.url,
      host: request.headers.host,
      referer: request.headers.referer,
    });
    if (requests.length > REMEMBERED) requests.shift();
    const found = ANSWERS[url.pathname];
    const given = found ? found(url) : { status: 404, body: page('', '<h1>Not found</h1>') };
    if (!given) return undefined;
    return setTimeout(() => {
      response.writeHead(given.status ?? 200, { ...headers, ...given.headers });
      response.end(given.body);
    }, given.after ?? 0);
  };
  const servers = await Promise.all(
    [0, 1].map(
      () =>
        new Promise((resolve) => {
          const server = createServer(answer).listen(0, '127.0.0.1', () => resolve(server));
        }),
    ),
  );
  return {
    ports: servers.map((server) => server.address().port),
    close() {
      for (const server of servers) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}

/** A plugin of the test runner's server. */
export function launchedSystems() {
  let systems;
  return {
    name: 'launched-systems',
    async serverStart() {
      systems = await startLaunchedSystems();
    },
    serverStop() {
      systems?.close();
    },
    serve({ path }) {
      // A launched system of the page's own origin. As XML, since the runner puts a script of its own into HTML.
      if (path === '/launched/puppet') return { body: page(PUPPET), type: 'application/xhtml+xml' };
      if (path !== '/launched-systems.json') return undefined;
      return { body: JSON.stringify({ ports: systems.ports }), type: 'json' };
    },
  };
}
