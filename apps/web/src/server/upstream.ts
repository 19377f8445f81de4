import { setTimeout as delay } from 'node:timers/promises';
import CircuitBreaker from 'opossum';
import { env } from './env';

const RETRY_MS = 100;

export type UpstreamRequest = {
  path: string;
  method: string;
  headers: Headers;
  body?: ArrayBuffer | string;
};

/** The API did not answer: it is down, too slow, or the breaker is open. */
export class UpstreamUnavailable extends Error {
  constructor(cause: unknown) {
    super('The API did not answer', { cause });
    this.name = 'UpstreamUnavailable';
  }
}

/** Done twice it is done once: the API knows the key again. */
const mayRepeat = ({ method, headers }: UpstreamRequest): boolean =>
  method === 'GET' || method === 'HEAD' || headers.has('idempotency-key');

/**
 * One try more, soon, when the connection broke before an answer: an instance that ends leaves others that serve. A timeout
 * is not tried again, and an answer is an answer.
 */
async function send(request: UpstreamRequest): Promise<Response> {
  const { API_URL, API_TIMEOUT_MS, ORIGIN_SECRET } = env();
  if (ORIGIN_SECRET) request.headers.set('x-origin-secret', ORIGIN_SECRET);
  const signal = AbortSignal.timeout(API_TIMEOUT_MS);
  const once = (): Promise<Response> =>
    fetch(API_URL + request.path, {
      method: request.method,
      headers: request.headers,
      body: request.body,
      redirect: 'manual',
      cache: 'no-store',
      signal,
    });
  try {
    return await once();
  } catch (error) {
    if (signal.aborted || !mayRepeat(request)) throw error;
    await delay(RETRY_MS * (0.5 + Math.random()));
    return once();
  }
}

// Next loads this module once per bundle; the breaker must still be one per process.
const shared = globalThis as typeof globalThis & {
  vaktplanUpstream?: CircuitBreaker<[UpstreamRequest], Response>;
};

function breaker() {
  shared.vaktplanUpstream ??= new CircuitBreaker(send, {
    name: 'api',
    timeout: false,
    errorThresholdPercentage: 50,
    volumeThreshold: 8,
    rollingCountTimeout: 10_000,
    resetTimeout: 3_000,
  });
  return shared.vaktplanUpstream;
}

/** Sends to the API through the one circuit breaker. Any HTTP answer counts as healthy; throws `UpstreamUnavailable`. */
export async function callUpstream(request: UpstreamRequest): Promise<Response> {
  try {
    return await breaker().fire(request);
  } catch (error) {
    throw new UpstreamUnavailable(error);
  }
}

/** For the health answer: may requests pass at the moment? */
export function upstreamState(): 'closed' | 'half-open' | 'open' {
  if (breaker().opened) return 'open';
  return breaker().halfOpen ? 'half-open' : 'closed';
}
