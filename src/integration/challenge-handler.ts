/** A webhook handler to copy: it answers the challenge by which Ocean validates an endpoint. Plain Node, no dependency. */

/** Longest body that the example reads, in bytes. */
const LIMIT = 1_000_000;

/** The example's source, as an ES module. `PORT` in the environment sets the port. */
export const challengeHandler = `import { createServer } from 'node:http';

createServer(async (request, response) => {
  if (request.method !== 'POST') return response.writeHead(405).end();
  let body = '';
  for await (const chunk of request) {
    body += chunk;
    if (body.length > ${LIMIT}) return response.writeHead(413).end();
  }
  let message;
  try {
    message = JSON.parse(body);
  } catch {
    return response.writeHead(400).end();
  }
  if (typeof message?.challenge === 'string') {
    response.writeHead(200, { 'content-type': 'application/json' });
    return response.end(JSON.stringify({ challenge: message.challenge }));
  }
  response.writeHead(204).end();
}).listen(process.env.PORT ?? 8080);
`;
