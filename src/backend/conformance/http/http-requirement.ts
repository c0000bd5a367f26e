/** Requirements that only HTTP shows, of the same kind as the others: they also speak to the raw API. */
import { RestBackend } from '../../rest.js';
import type { IntegrationDraft } from '../../../integration/schema.js';
import { isObject } from '../../rest/problem.js';
import type { ConformanceSubject } from '../trial.js';
import { randomWord, Trial } from '../trial.js';
import { Api } from './api.js';
import type { ApiAnswer, ApiOptions, ApiRequest } from './api.js';
import { Recorder } from './recorder.js';

/** A server, by its address. */
export interface HttpSubject extends ConformanceSubject {
  readonly api: Api;
  readonly recorder: Recorder;
  /** Another site that the same credentials may speak for. Without it, it is not tried that sites are kept apart. */
  readonly otherSiteNumber?: string;
}

export interface HttpSubjectOptions
  extends
    Partial<ApiOptions>,
    Pick<ConformanceSubject, 'requestUrl' | 'failingRequestUrl' | 'logo' | 'tried'> {
  baseUrl: string;
  otherSiteNumber?: string;
  fetch?: typeof fetch;
}

/** The suite's subject for a server: `RestBackend` before it, each request recorded. */
export const httpSubject = ({
  baseUrl,
  headers = [],
  siteNumber,
  fetch,
  ...subject
}: HttpSubjectOptions): HttpSubject => {
  const recorder = new Recorder(fetch);
  return {
    ...subject,
    recorder,
    api: new Api({ baseUrl, headers, siteNumber }, recorder),
    createBackend: () =>
      new RestBackend({
        baseUrl,
        siteNumber,
        headers: () => headers.map(([name, value]): [string, string] => [name, value]),
        fetch: recorder.fetch,
      }),
  };
};

/** Thrown by a requirement that cannot be tried on this subject. The message says what it needs. */
export class NotTried extends Error {
  override readonly name = 'NotTried';
}

export class HttpTrial extends Trial {
  constructor(
    backend: RestBackend,
    override readonly subject: HttpSubject,
  ) {
    super(backend, subject);
  }

  get api(): Api {
    return this.subject.api;
  }

  /** Registers on the wire. What is made, whether it should be or not, is deleted at the end. */
  async post(draft: IntegrationDraft | undefined, request: ApiRequest = {}): Promise<ApiAnswer> {
    const answer = await this.api.send('POST', ['integrations'], {
      json: draft,
      ...request,
      headers: { 'idempotency-key': randomWord(), ...request.headers },
    });
    if (answer.status < 300 && isObject(answer.json) && typeof answer.json['id'] === 'string')
      this.made.add(answer.json['id']);
    return answer;
  }

  read(id: string): Promise<ApiAnswer> {
    return this.api.send('GET', ['integrations', id]);
  }
}

export interface HttpRequirement {
  readonly id: string;
  readonly title: string;
  run(subject: HttpSubject): Promise<void>;
}

export const httpRequirement = (
  id: string,
  title: string,
  test: (trial: HttpTrial) => Promise<void>,
): HttpRequirement => ({
  id,
  title,
  run: async (subject) => {
    const trial = new HttpTrial((await subject.createBackend()) as RestBackend, subject);
    try {
      await test(trial);
    } finally {
      subject.tried?.();
      await trial.cleanUp();
    }
  },
});
