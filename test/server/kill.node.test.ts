/**
 * Killed in the midst of writes, a hundred times, the server loses no integration that it acknowledged and no delivery that it
 * recorded, makes nothing twice of one idempotency key, and sends no message twice under another id.
 */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { rm } from 'node:fs/promises';
import type { Integration } from '../../src/integration/schema.js';
import { Database } from '../../demo/server/store/database.js';
import { removeFolder, temporaryFolder } from './reference-server.js';
import { ask, backendOf, draft, register } from './requests.js';
import { bundleServer, startProcess } from './server-process.js';
import type { ServerProcess } from './server-process.js';

const KILLS = 100;
/** Each with a server and a database of its own. */
const LANES = 10;
const WRITERS = 3;

const EVENT = 'notify-patient-note-added';

/** Answers that a server gives before it is killed, and milliseconds after the last of them. */
const answersInLife = (): number => 1 + Math.floor(Math.random() * 12);
const lastMoment = (): number => Math.random() * 8;

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** An endpoint that notes which ids came, by the path that each integration has for itself. */
class Receiver {
  readonly ids = new Map<string, string[]>();
  private readonly server: Server = createServer((request, response) => {
    const { url = '' } = request;
    request.resume().on('end', () => {
      this.ids.set(url, [...(this.ids.get(url) ?? []), String(request.headers['webhook-id'])]);
      response.writeHead(204).end();
    });
  });

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** What one lane's clients were told. */
class Ledger {
  private count = 0;
  private awaited?: { answers: number; reached: () => void };
  /** Names by the ids that were acknowledged. */
  readonly integrations = new Map<string, string>();
  readonly deliveries = new Set<string>();
  /** Registrations whose answer was lost; they are sent again under the same key. */
  readonly unanswered: string[] = [];

  constructor(private readonly lane: number) {}

  /** Resolves after so many answers more. */
  after(answers: number): Promise<void> {
    return new Promise((reached) => (this.awaited = { answers, reached }));
  }

  noteIntegration(id: string, name: string): void {
    this.integrations.set(id, name);
    this.noteAnswer();
  }

  noteDelivery(id: string): void {
    this.deliveries.add(id);
    this.noteAnswer();
  }

  nextName(): string {
    return this.unanswered.shift() ?? `Lane ${this.lane}, number ${(this.count += 1)}`;
  }

  private noteAnswer(): void {
    if (this.awaited && (this.awaited.answers -= 1) === 0) this.awaited.reached();
  }
}

/** Registers and sends, one thing after another, until the server is gone. */
const writeUntilGone = async (
  server: ServerProcess,
  receiver: Receiver,
  ledger: Ledger,
): Promise<void> => {
  for (;;) {
    const name = ledger.nextName();
    const requestUrl = `${receiver.address}/${encodeURIComponent(name)}`;
    let made;
    try {
      made = await register(server, draft({ name, requestUrl }), { 'idempotency-key': name });
    } catch {
      ledger.unanswered.push(name);
      return;
    }
    assert.equal(made.status, 201, made.text);
    const id = String(made.json?.['id']);
    ledger.noteIntegration(id, name);
    let sent;
    try {
      const event = { method: 'POST', body: { eventType: EVENT } };
      sent = await ask(server, `/integrations/${id}/test-events`, event);
    } catch {
      return;
    }
    assert.equal(sent.status, 201, sent.text);
    ledger.noteDelivery(String(sent.json?.['id']));
  }
};

const allIntegrations = async (server: ServerProcess): Promise<Integration[]> => {
  const items: Integration[] = [];
  let cursor: string | undefined;
  do {
    const page = await backendOf(server).listIntegrations({ limit: 200, cursor });
    items.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return items;
};

const pendingOf = async (server: ServerProcess, id: string): Promise<number> => {
  const { json } = await ask(server, `/integrations/${id}/deliveries?status=pending&limit=1`);
  return Number(json?.['total']);
};

interface Recorded {
  readonly id: string;
  readonly requestUrl: string;
  readonly status: string;
}

/** From the file itself, while nobody else has it. */
const recordedIn = async (folder: string): Promise<Recorded[]> => {
  const url = pathToFileURL(path.join(folder, 'ocean.db')).href;
  const database = await Database.open({ url });
  const rows = await database.read(
    `SELECT d.id, d.status, i.request_url FROM deliveries d JOIN integrations i ON i.id = d.integration_id`,
  );
  await database.close();
  return rows.map((row) => ({
    id: row['id'] as string,
    requestUrl: row['request_url'] as string,
    status: row['status'] as string,
  }));
};

describe(`a server that is killed ${KILLS} times`, () => {
  const receiver = new Receiver();
  let file: string;
  before(async () => {
    await receiver.start();
    file = await bundleServer();
  });
  after(async () => {
    await receiver.stop();
    await rm(path.dirname(file), { recursive: true, force: true });
  });

  const runLane = async (lane: number): Promise<{ ledger: Ledger; recorded: Recorded[] }> => {
    const folder = await temporaryFolder();
    const ledger = new Ledger(lane);
    for (let kill = 0; kill < KILLS / LANES; kill++) {
      const server = await startProcess(file, folder);
      const enough = ledger.after(answersInLife());
      const writers = Array.from({ length: WRITERS }, () =>
        writeUntilGone(server, receiver, ledger),
      );
      await enough;
      await wait(lastMoment());
      assert.equal(await server.kill('SIGKILL'), null);
      await Promise.all(writers);
    }

    // The last server lives until everything that was recorded is delivered.
    const server = await startProcess(file, folder);
    const listed = new Map((await allIntegrations(server)).map(({ id, name }) => [id, name]));
    for (const [id, name] of ledger.integrations)
      assert.equal(listed.get(id), name, `the acknowledged ${name} is lost`);
    const names = new Set(listed.values());
    assert.equal(names.size, listed.size, 'a registration that was sent again was made twice');
    for (const id of listed.keys()) while ((await pendingOf(server, id)) > 0) await wait(200);
    assert.equal(await server.kill('SIGTERM'), 0);
    const recorded = await recordedIn(folder);
    await removeFolder(folder);
    return { ledger, recorded };
  };

  it('loses nothing, makes nothing twice, and sends nothing under two ids', async (test) => {
    const lanes = await Promise.all(Array.from({ length: LANES }, (_, lane) => runLane(lane)));
    const recorded = lanes.flatMap((lane) => lane.recorded);
    const acknowledged = lanes.flatMap(({ ledger }) => [...ledger.deliveries]);
    const known = new Map(recorded.map((one) => [one.id, one]));
    for (const id of acknowledged) assert.ok(known.has(id), 'an acknowledged delivery is lost');
    for (const { id, requestUrl, status } of recorded) {
      assert.equal(status, 'delivered');
      const came = receiver.ids.get(new URL(requestUrl).pathname) ?? [];
      assert.ok(came.includes(id), 'a delivery is said to be delivered and never came');
    }
    let repeated = 0;
    for (const ids of receiver.ids.values()) {
      assert.equal(new Set(ids).size, 1, 'a message came under two ids');
      for (const id of ids) assert.ok(known.has(id), 'a message was sent before it was recorded');
      repeated += ids.length - 1;
    }
    const registered = lanes.reduce((sum, { ledger }) => sum + ledger.integrations.size, 0);
    assert.ok(registered > KILLS, 'there should have been something to lose');
    test.diagnostic(
      `${KILLS} kills: ${registered} integrations and ${acknowledged.length} deliveries acknowledged, ` +
        `${recorded.length} recorded, ${repeated} sent again under the same id`,
    );
  });
});
