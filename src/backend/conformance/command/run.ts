/** Runs the suite on a server and prints what comes of it. */
import { within } from '../within.js';
import { httpSubject, NotTried } from '../http/index.js';
import type { HttpRequirement, HttpSubject } from '../http/index.js';
import { Api } from '../http/api.js';
import { BrokenExchange, Recorder } from '../http/recorder.js';
import type { Exchange } from '../http/recorder.js';
import { foundByName, registeredBy, removeAll } from './left-behind.js';
import { ExchangeView } from './show-exchange.js';
import type { Settings } from './settings.js';

/** How many of the requests before the last one are named. */
const FEW = 5;

const ID_WIDTH = 34;

export interface Output {
  /** Prints one line. */
  print(line: string): void;
}

type Outcome = 'kept' | 'broken' | 'not tried';

/** One run of the command. */
export class Run {
  private readonly subject: HttpSubject;
  private readonly view: ExchangeView;
  private readonly counts: Record<Outcome, number> = { kept: 0, broken: 0, 'not tried': 0 };
  /** Where the requests of the requirement that is being tried begin, and end. */
  private begin = 0;
  private end = 0;
  private stopped = false;

  constructor(
    private readonly settings: Settings,
    private readonly output: Output,
  ) {
    const { baseUrl, headers, siteNumber, otherSiteNumber } = settings;
    const { requestUrl, failingRequestUrl } = settings;
    this.subject = httpSubject({
      ...{ baseUrl, headers, siteNumber, otherSiteNumber },
      ...(requestUrl !== undefined && { requestUrl }),
      ...(failingRequestUrl !== undefined && { failingRequestUrl }),
      tried: () => {
        this.end = this.exchanges.length;
      },
    });
    this.view = new ExchangeView(this.subject.recorder, headers);
  }

  /** Gives the exit code. */
  async run(): Promise<number> {
    const { baseUrl, requirements } = this.settings;
    const unreachable = await this.findUnreachable();
    if (unreachable !== undefined) {
      this.output.print(unreachable);
      return 1;
    }
    this.output.print(`Conformance of ${baseUrl}: ${requirements.length} requirements\n`);
    for (const requirement of requirements) {
      if (this.stopped) break;
      await this.try(requirement);
    }
    const { kept, broken, 'not tried': skipped } = this.counts;
    const sum = `${kept} kept, ${broken} broken${skipped ? `, ${skipped} not tried` : ''}`;
    this.output.print(`\n${sum}${this.stopped ? '; interrupted' : ''}.`);
    const clean = await this.cleanUp();
    if (this.stopped) return 130;
    return broken > 0 || !clean ? 1 : 0;
  }

  /** Ends the run after what is under way; it still cleans up. */
  stop(): void {
    this.stopped = true;
    void this.subject.recorder.close();
  }

  private get exchanges(): readonly Exchange[] {
    return this.subject.recorder.exchanges;
  }

  /** A sentence, where nothing could be kept: no server there, or it wants credentials. */
  private async findUnreachable(): Promise<string | undefined> {
    const { baseUrl } = this.settings;
    try {
      const query = { limit: 1 };
      const { status } = await this.subject.api.send('GET', ['integrations'], { query });
      return status === 401 || status === 403
        ? `${baseUrl} refuses to list its integrations (${status}). Give credentials: --header 'authorization: …'.`
        : undefined;
    } catch {
      const last = this.exchanges.at(-1);
      return [`There is no answer from ${baseUrl}.`, ...(last ? this.view.whole(last) : [])].join(
        '\n',
      );
    }
  }

  private async try({ id, title, run }: HttpRequirement): Promise<void> {
    this.begin = this.end = this.exchanges.length;
    try {
      await within(this.settings.timeLimit, run(this.subject));
      this.tell('kept', id, title);
    } catch (thrown) {
      if (this.stopped) return;
      if (thrown instanceof NotTried) this.tell('not tried', id, `${title} (${thrown.message})`);
      else {
        this.tell('broken', id, title);
        this.explain(thrown);
      }
    }
  }

  private tell(outcome: Outcome, id: string, title: string): void {
    this.counts[outcome] += 1;
    const word = outcome === 'broken' ? 'BROKEN' : outcome;
    this.output.print(`${word.padEnd(9)}  ${id.padEnd(ID_WIDTH)}  ${title}`);
  }

  /** Why a requirement is broken, with the request that shows it and the ones before. */
  private explain(thrown: unknown): void {
    const asked = this.exchanges.slice(
      this.begin,
      // One that took too long has not come to its end.
      this.end > this.begin ? this.end : undefined,
    );
    const shown = thrown instanceof BrokenExchange ? thrown.exchange : asked.at(-1);
    const before = asked.slice(0, shown ? asked.lastIndexOf(shown) : 0);
    const left = this.settings.verbose ? 0 : Math.max(0, before.length - FEW);
    const lines = [
      this.view.masked(thrown instanceof Error ? thrown.message : String(thrown)),
      ...(left > 0 ? [`  (${left} more before)`] : []),
      ...before
        .slice(left)
        .flatMap((one) =>
          this.settings.verbose ? this.view.whole(one) : [`  ${this.view.line(one)}`],
        ),
      ...(shown ? this.view.whole(shown) : []),
    ];
    for (const line of lines) this.output.print(`           ${line}`);
    this.output.print('');
  }

  /** Deletes what is left of what the run has made, and says so. */
  private async cleanUp(): Promise<boolean> {
    const { recorder, api } = this.subject;
    // A requirement that took too long, or was interrupted, may still be about to make something.
    await recorder.close();
    const sweeper = new Api(api.options, new Recorder());
    const { count, left } = registeredBy(this.exchanges);
    // Whoever keeps all requirements makes nothing that it does not list.
    const unsaid =
      this.counts.broken > 0 || this.stopped
        ? await foundByName(sweeper, [...this.exchanges]).catch(() => [])
        : [];
    const kept = await removeAll(sweeper, [...left, ...unsaid]);
    const logos = this.exchanges.filter(
      ({ method, url, answer }) =>
        method === 'POST' && url.pathname.endsWith('/logos') && (answer?.status ?? 500) < 300,
    ).length;
    const words = (number: number, what: string) => `${number} ${what}${number === 1 ? '' : 's'}`;
    this.output.print(
      `Registered ${words(count, 'integration')}; ` +
        (kept.length === 0
          ? 'all are deleted.'
          : `${words(kept.length, 'integration')} could not be deleted: ${kept.join(', ')}.`),
    );
    if (logos > 0)
      this.output.print(
        `Uploaded ${words(logos, 'logo')}, which stay: the contract deletes no logo.`,
      );
    return kept.length === 0;
  }
}
