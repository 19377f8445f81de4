import { setTimeout as wait } from 'node:timers/promises';
import pRetry from 'p-retry';

/** A failure that may pass: the network, 429, 5xx. Anything else is final for `retry`. */
export class RetryableError extends Error {
  /** what the other side asked us to wait, in milliseconds */
  readonly retryAfterMs: number | undefined;
  constructor(message: string, options: { cause?: unknown; retryAfterMs?: number | undefined } = {}) {
    super(message, { cause: options.cause });
    this.name = 'RetryableError';
    this.retryAfterMs = options.retryAfterMs;
  }
}

export type RetryOptions = {
  /** tries in all, the first included */
  attempts?: number;
  /** wait before the second try, in milliseconds; doubled each time, with jitter */
  minWaitMs?: number;
  maxWaitMs?: number;
  /** a longer Retry-After than this is not waited for: the error goes to the caller */
  maxRetryAfterMs?: number;
  signal?: AbortSignal;
  onRetry?: (error: Error, attempt: number) => void;
};

/**
 * Runs `work` again, a bounded number of times, but only after a RetryableError; waits at least its `retryAfterMs`.
 * For calls inside a request. Jobs are retried by their queue: do not nest the two.
 * @throws the last error of `work`, or the signal's reason
 */
export const retry = <T>(work: (attempt: number) => Promise<T>, options: RetryOptions = {}): Promise<T> => {
  const {
    attempts = 3,
    minWaitMs = 200,
    maxWaitMs = 2000,
    maxRetryAfterMs = 5000,
    signal,
    onRetry,
  } = options;
  return pRetry(work, {
    retries: attempts - 1,
    minTimeout: minWaitMs,
    maxTimeout: maxWaitMs,
    randomize: true,
    ...(signal && { signal }),
    // asked only while tries are left; p-retry waits `retryDelay` itself after a yes
    shouldRetry: async ({ error, attemptNumber, retryDelay }) => {
      if (!(error instanceof RetryableError)) return false;
      const retryAfterMs = error.retryAfterMs ?? 0;
      if (retryAfterMs > maxRetryAfterMs) return false;
      onRetry?.(error, attemptNumber);
      if (retryAfterMs > retryDelay) await wait(retryAfterMs - retryDelay, undefined, { signal });
      return true;
    },
  });
};

/**
 * Milliseconds until the time in a `Retry-After` header (seconds or an HTTP date); undefined if absent or unreadable.
 * @param now milliseconds since the epoch
 */
export const parseRetryAfter = (header: string | null | undefined, now: number): number | undefined => {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  // every HTTP date form starts with the day's name; Date.parse alone would also take "-1" or "1.5"
  const at = /^[A-Z][a-z]{2,8},? /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
};
