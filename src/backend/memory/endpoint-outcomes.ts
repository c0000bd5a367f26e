/** What comes of asking an endpoint, by the first label of its host name: see the table at `MemoryBackend`. */
import type { Delivery } from '../backend.js';
import type { Endpoint } from '../../integration/schema.js';

type Attempt = Delivery['attempts'][number];

/** Milliseconds that a check of a `slow.` host takes, besides the backend's latency. */
export const SLOW_CHECK = 4_000;

export interface EndpointOutcome {
  readonly check: Pick<Endpoint, 'status' | 'httpStatus' | 'reason'>;
  readonly delivery: Pick<Delivery, 'status'> & Omit<Attempt, 'at'>;
  /** Milliseconds. */
  readonly delay?: number;
}

const SIGN_IN_PAGE = '<!doctype html><title>Sign in</title><h1>Sign in</h1>';

const verified: EndpointOutcome = {
  check: { status: 'verified', httpStatus: 200, reason: null },
  delivery: { status: 'delivered', httpStatus: 200, reason: null, duration: 120, answer: '' },
};

/** Neither the challenge nor a delivery gets through. */
const failing = (
  reason: string,
  httpStatus: number | null,
  { duration = 80, answer = null }: Pick<Attempt, 'duration' | 'answer'> = {},
): EndpointOutcome => ({
  check: { status: 'failing', httpStatus, reason },
  delivery: { status: 'failed', httpStatus, reason, duration, answer },
});

/** The challenge fails, but a delivery is answered 200. */
const challengeFails = (reason: string, answer: string): EndpointOutcome => ({
  check: { status: 'failing', httpStatus: 200, reason },
  delivery: { ...verified.delivery, answer },
});

const BY_LABEL = new Map<string, EndpointOutcome>([
  ['unreachable', failing('unreachable', null)],
  ['timeout', failing('timeout', null, { duration: 5_000 })],
  ['tls', failing('tls', null)],
  ['refused', failing('refused-address', null)],
  ['redirect', failing('redirect', 302, { answer: '' })],
  ['mismatch', challengeFails('challenge-mismatch', '{"challenge":"of-another-request"}')],
  ['html', challengeFails('not-json', SIGN_IN_PAGE)],
  [
    'deliveries',
    {
      check: { status: 'erroring', httpStatus: 503, reason: 'http-status' },
      delivery: {
        status: 'failed',
        httpStatus: 503,
        reason: 'http-status',
        duration: 240,
        answer: '{"error":"queue full"}',
      },
    },
  ],
  ['pending', { ...verified, delivery: { status: 'pending' } }],
  [
    'slow',
    { ...verified, delivery: { ...verified.delivery, duration: SLOW_CHECK }, delay: SLOW_CHECK },
  ],
]);

export const endpointOutcome = (requestUrl: string): EndpointOutcome => {
  const label = firstLabel(requestUrl);
  const status = Number(/^status-([1-5]\d\d)$/.exec(label)?.[1] ?? 200);
  if (status !== 200)
    return failing('http-status', status, { answer: `{"error":"status ${status}"}` });
  return BY_LABEL.get(label) ?? verified;
};

const firstLabel = (url: string): string => {
  try {
    return new URL(url).hostname.split('.')[0] ?? '';
  } catch {
    return '';
  }
};
