/**
 * A webhook handler to copy: answers the challenge by which Ocean validates an endpoint, and takes the events that follow.
 *
 * Node's own modules only, and no comment but the file's name: the page that shows it speaks English or French. It logs no
 * more of an event than its type, as the rest may be health information. A body is decoded when it is whole, as a chunk
 * may end inside a letter; a request that breaks off is caught, as it would end the process.
 */

/** The example's source, as an ES module. `PORT` in the environment sets the port, which it prints. */
export const challengeHandler = `// ocean-webhook.mjs
import { createServer } from 'node:http';

const LIMIT = 10_000_000;

async function receive(event) {
  console.log(event?.type ?? event?.resourceType);
}

async function read(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= LIMIT) chunks.push(chunk);
  }
  return size <= LIMIT ? Buffer.concat(chunks).toString() : undefined;
}

async function answer(request) {
  if (request.method !== 'POST') return [405];
  const text = await read(request);
  if (text === undefined) return [413];
  let message;
  try {
    message = JSON.parse(text);
  } catch {
    return [400];
  }
  const challenge = message?.challenge;
  if (typeof challenge === 'string') return [200, JSON.stringify({ challenge })];
  await receive(message);
  return [204];
}

const server = createServer(async (request, response) => {
  const [status, body] = await answer(request).catch(() => [500]);
  response.writeHead(status, body ? { 'Content-Type': 'application/json' } : {});
  response.end(body);
});

server.listen(process.env.PORT ?? 8080, () => {
  console.log('http://localhost:%d', server.address().port);
});
`;
