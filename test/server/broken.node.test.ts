/** The reference server, broken in one way at a time: the conformance command finds out each. */
import { describe } from 'node:test';
import { RestBackend } from '../../src/backend/rest.js';
import {
  AUTHORIZATION,
  SITE_NUMBER,
  findsOutBrokenServers,
} from '../backend/broken-server-suite.js';
import { BrokenServer } from '../backend/broken-servers.js';
import type { Fault } from '../backend/broken-servers.js';
import { reachingOut, startTestServer } from './reference-server.js';

/** Credentials are the deployment's: a gateway before the server asks for them. */
const gateway: Fault = {
  name: 'asks for credentials',
  breaks: [],
  serve: () => (asked, forward) => {
    if (asked.headers.get('authorization') === AUTHORIZATION) return forward(asked);
    const headers = new Headers({ 'content-type': 'application/problem+json' });
    const text = JSON.stringify({ title: 'No credentials, or no good ones.', status: 401 });
    return Promise.resolve({ status: 401, headers, text });
  },
};

describe('the reference server, where it is broken', () => {
  findsOutBrokenServers(async () => {
    const server = await startTestServer(reachingOut);
    const front = await BrokenServer.start(server.baseUrl, gateway);
    return {
      baseUrl: front.baseUrl,
      backend: new RestBackend({ baseUrl: server.baseUrl, siteNumber: SITE_NUMBER }),
      stop: async () => {
        await front.stop();
        await server.stop();
      },
    };
  });
});
