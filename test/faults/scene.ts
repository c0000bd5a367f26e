/** One row at work: a proxy and a site of its own, a user's visit, and what most rows ask for. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Page } from 'puppeteer-core';
import { RestBackend } from '../../src/backend/rest.js';
import type { Integration, IntegrationDraft } from '../../src/integration/schema.js';
import type { Action, Fault, FaultyProxy } from './faulty-proxy.js';
import type { OpenOptions } from './page/host.js';
import type { Row } from './row.js';
import { newPage } from './stage.js';
import type { Place, Stage } from './stage.js';
import { Visit } from './visit.js';

export interface VisitOptions {
  /** A page and a browser's profile of its own: for what would stay behind. */
  readonly fresh?: boolean;
  /** What the host's page or the browser has done before the library comes. */
  readonly before?: (page: Page) => Promise<unknown>;
  readonly address?: string;
}

/** Milliseconds that the client is given where a row's fault is that nothing comes. */
export const SHORT = 2_000;

export const UNCONFIRMED = /We could not confirm that this was saved\..*it will not be saved twice/;
export const NOT_SAVED = /Your changes are not saved\./;

let sites = 20_000;

export class Scene {
  readonly site = String(sites++);
  readonly proxy: FaultyProxy;
  private readonly visits: Visit[] = [];
  /** At the page of the place. */
  private current?: Visit;

  constructor(
    readonly row: Row,
    readonly stage: Stage,
    private readonly place: Place,
  ) {
    this.proxy = place.proxy;
  }

  /** The reference server itself, past the proxy. */
  get server(): RestBackend {
    return new RestBackend({ baseUrl: this.stage.baseUrl, siteNumber: this.site });
  }

  /** The client alone, through the proxy, for rows about what no widget shows yet. */
  client(options: { timeLimit?: number } = {}): RestBackend {
    return new RestBackend({
      baseUrl: `${this.proxy.origin}/api/ocean`,
      siteNumber: this.site,
      timeLimit: SHORT,
      ...options,
    });
  }

  options(options: Partial<OpenOptions> = {}): OpenOptions {
    return { baseUrl: `${this.proxy.origin}/api/ocean`, site: this.site, ...options };
  }

  /** An integration that the server has. */
  stored(changes: Partial<IntegrationDraft> = {}): Promise<Integration> {
    return this.server.registerIntegration(
      { ...STORED, ...changes },
      { idempotencyKey: randomUUID() },
    );
  }

  /** Someone else changes it, past the proxy. */
  change(id: string, changes: Partial<IntegrationDraft>, version: string): Promise<Integration> {
    return this.server.updateIntegration(id, { ...STORED, ...changes }, { version });
  }

  async all(): Promise<Integration[]> {
    return (await this.server.listIntegrations({})).items;
  }

  /** The site has no integration any more. */
  async empty(): Promise<void> {
    for (const { id, version } of await this.all())
      await this.server.deleteIntegration(id, { version });
  }

  /** The page begins anew; whoever was there before has left. */
  async visit({ fresh = false, before, address }: VisitOptions = {}): Promise<Visit> {
    const own = fresh || before !== undefined;
    if (!own && this.current) await this.leave(this.current);
    const page = own ? await newPage(this.stage.browser) : this.place.page;
    await before?.(page);
    const visit = await Visit.start(page, address ?? `${this.proxy.origin}/`, async () => {
      if (own) return page.browserContext().close();
      await page.evaluate(() => sessionStorage.clear());
      await page.goto('about:blank');
      this.current = undefined;
    });
    this.visits.push(visit);
    if (!own) this.current = visit;
    return visit;
  }

  /** The user leaves, and nothing was let slip. */
  async leave(visit: Visit): Promise<void> {
    this.visits.splice(this.visits.indexOf(visit), 1);
    await visit.verify();
    await visit.end();
  }

  /** A form for a new integration, ready to be filled in. */
  async registering(options: Partial<OpenOptions> = {}, visit?: Visit): Promise<Visit> {
    const user = visit ?? (await this.visit());
    await user.open(this.options(options));
    await user.ask('ready');
    return user;
  }

  /** A form that has been filled in whole, and what stands in it. */
  async filledIn(
    options: Partial<OpenOptions> = {},
    visit?: Visit,
  ): Promise<{ user: Visit; whole: Record<string, unknown> }> {
    const user = await this.registering(options, visit);
    await user.ask('fillIn');
    const whole = await user.ask('contents');
    assert.equal(whole['Password'], 'typed-and-not-saved');
    assert.equal(whole['Logo'], 'northern.png');
    assert.match(String(whole['Confirmation message (override)']), /<strong>.*<em>us<\/em>/);
    return { user, whole };
  }

  async editing(
    options: Partial<OpenOptions> = {},
    changes: Partial<IntegrationDraft> = {},
    visit?: Visit,
  ): Promise<{ user: Visit; stored: Integration }> {
    const stored = await this.stored(changes);
    const user = visit ?? (await this.visit());
    await user.open(this.options({ id: stored.id, ...options }));
    await user.ask('ready', stored.name);
    return { user, stored };
  }

  /** The widget has asked for this no more often than the row allows, and asked at all where `least` says so. */
  assertSends(action: Action, least = 1): void {
    const { length } = this.proxy.sends(action);
    const { sendsAtMost } = this.row;
    assert.ok(length >= least, `${action} was sent ${length} times, not ${least}`);
    assert.ok(length <= sendsAtMost, `${action} was sent ${length} times, not ${sendsAtMost}`);
  }

  /** Whoever saves the same again says so: the server cannot take it for another. */
  assertSameKey(): void {
    const keys = this.proxy.sends('save').map(({ headers }) => headers['idempotency-key']);
    assert.ok(keys[0]);
    assert.deepEqual(new Set(keys), new Set([keys[0]]));
  }

  /** The last body that was sent to be saved has what the user typed, the secret included. */
  lastSaved(): IntegrationDraft {
    return JSON.parse(this.proxy.sends('save').at(-1)?.body ?? '{}') as IntegrationDraft;
  }

  /** Saving again, with nothing typed again, gives one integration; its secret went along. */
  async savesInTheEnd(user: Visit): Promise<void> {
    this.proxy.heal();
    await user.press('Register integration');
    await user.notice('The integration is registered.');
    const [integration, ...others] = await this.all();
    assert.deepEqual(others, []);
    assert.equal(integration?.name, 'Northern Imaging');
    const { authentication } = this.lastSaved();
    assert.equal(authentication.type === 'basic' && authentication.password, 'typed-and-not-saved');
    assert.equal(await user.savedTimes(), 1);
  }

  /**
   * The integration cannot be loaded: the user reads why in the form's place, nothing of the server's, and may try again.
   * @param says what is read besides "The integration could not be loaded."
   */
  async failsToLoad(
    says: RegExp,
    {
      fault = this.row.inject,
      options = {},
      recovers = true,
    }: { fault?: Fault; options?: Partial<OpenOptions>; recovers?: boolean } = {},
  ): Promise<Visit> {
    const stored = await this.stored();
    this.proxy.inject('load', fault);
    const user = await this.visit();
    await user.open(this.options({ id: stored.id, ...options }));
    assert.match(await user.alert(says), /^The integration could not be loaded\./);
    this.assertSends('load');
    if (recovers) await this.loadsInTheEnd(user);
    return user;
  }

  async loadsInTheEnd(user: Visit): Promise<void> {
    this.proxy.heal();
    await user.press('Try again');
    await user.ask('ready', 'Northern Imaging');
  }

  /**
   * A new integration cannot be saved: the notice says why and has the focus, all that was entered still stands, and
   * pressing again saves it once.
   */
  async failsToSave(
    heading: RegExp | string,
    says: RegExp,
    {
      fault = this.row.inject,
      options = {},
      registered = 0,
      least = 1,
    }: {
      fault?: Fault;
      options?: Partial<OpenOptions>;
      /** How many the server has after the failure. */
      registered?: number;
      least?: number;
    } = {},
  ): Promise<Visit> {
    const { user, whole } = await this.filledIn(options);
    this.proxy.inject('save', fault);
    await user.press('Register integration');
    const notice = await user.notice(heading);
    assert.match(notice, says);
    this.assertSends('save', least);
    assert.deepEqual(await user.ask('contents'), whole);
    assert.equal((await this.all()).length, registered);
    assert.equal(await user.savedTimes(), 0);
    return user;
  }

  /** Nothing was let slip on any page. */
  async verify(): Promise<void> {
    for (const visit of this.visits) await visit.verify();
  }

  async end(): Promise<void> {
    for (const visit of this.visits) await visit.end();
  }
}

/** Made-up data. */
export const STORED: IntegrationDraft = {
  module: 'ereferrals',
  name: 'Northern Imaging',
  requestUrl: 'https://hooks.northern-imaging.example/ocean',
  payload: { format: 'fhir-r4', guide: '0.11.1' },
  authentication: { type: 'basic', username: 'ocean', password: 'stored-at-the-server' },
  events: ['add-service-request'],
  enabled: true,
  launch: {
    companyName: 'Northern Health',
    baseLaunchUrl: 'https://book.northern.example/start',
    applicationName: 'Northern Booking',
    category: 'Diagnostic imaging',
  },
};
