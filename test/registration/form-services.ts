/** What the form's controllers need, without a DOM: an element that hears events, and a backend made of the given methods. */
import { BackendError } from '../../src/backend/backend-error.js';
import type { BackendErrorOptions, BackendErrorKind } from '../../src/backend/backend-error.js';
import type { IntegrationBackend } from '../../src/backend/backend.js';
import { call } from '../../src/backend/call.js';
import type { Integration } from '../../src/integration/schema.js';
import type { FormServices } from '../../src/registration/model/form-services.js';
import { FormStore } from '../../src/registration/model/form-store.js';
import { FakeHost } from '../support/fake-host.js';

export class FakeElement extends FakeHost {
  private readonly target = new EventTarget();
  /** Names of the events that were fired, in order. */
  readonly fired: string[] = [];

  addEventListener(...args: Parameters<EventTarget['addEventListener']>): void {
    this.target.addEventListener(...args);
  }

  removeEventListener(...args: Parameters<EventTarget['removeEventListener']>): void {
    this.target.removeEventListener(...args);
  }

  dispatchEvent(event: Event): boolean {
    this.fired.push(event.type);
    return this.target.dispatchEvent(event);
  }
}

export interface FakeServices extends FormServices {
  /** Kinds of the errors that were reported, in order. */
  readonly reported: string[];
}

/** @param methods of the backend; left out, there is no backend */
export const fakeServices = (
  methods?: Partial<IntegrationBackend>,
  store = new FormStore(() => undefined),
): FakeServices => {
  const value = methods as IntegrationBackend | undefined;
  const reported: string[] = [];
  return {
    store,
    reported,
    backend: {
      value,
      call: (request, signal) => call(value, request, signal),
      report: (thrown) => {
        const error = thrown as BackendError;
        reported.push(error.kind);
        return error;
      },
      forgetSessionEnd: () => undefined,
    },
  };
};

export const backendError = (kind: BackendErrorKind, options?: BackendErrorOptions): BackendError =>
  new BackendError(kind, `A ${kind} error of the test.`, options);

/** A promise with its ends in hand. */
export const deferred = <T>() => {
  let resolve!: (value: T) => void;
  let reject!: (error: unknown) => void;
  const promise = new Promise<T>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
};

/** Until all that is settled has been taken up. */
export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

export const STORED: Integration = {
  id: '7',
  version: '3',
  module: 'ereferrals',
  name: 'North',
  requestUrl: 'https://hooks.example.org/x',
  payload: { format: 'ocean-json' },
  authentication: { type: 'none' },
  events: ['add-service-request'],
  enabled: true,
  endpoint: { status: 'verified' },
  launch: null,
};
