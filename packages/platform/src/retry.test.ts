import { describe, expect, test } from 'vitest';
import { parseRetryAfter, retry, RetryableError } from './retry.ts';

const fast = { minWaitMs: 1, maxWaitMs: 2 };

const failing = (times: number, error: () => Error) => {
  const calls: number[] = [];
  const work = async (attempt: number) => {
    calls.push(attempt);
    if (calls.length <= times) throw error();
    return 'done';
  };
  return { calls, work };
};

describe('retry', () => {
  test('tries again after a retryable failure', async () => {
    const { calls, work } = failing(2, () => new RetryableError('503'));
    expect(await retry(work, fast)).toBe('done');
    expect(calls).toEqual([1, 2, 3]);
  });

  test('gives up after the last attempt with the last error', async () => {
    const { calls, work } = failing(9, () => new RetryableError('503'));
    await expect(retry(work, { ...fast, attempts: 4 })).rejects.toThrow('503');
    expect(calls).toEqual([1, 2, 3, 4]);
  });

  test.each([new Error('400'), new TypeError('bug'), new TypeError('fetch failed')])(
    '%s is final',
    async (error) => {
      const { calls, work } = failing(9, () => error);
      await expect(retry(work, fast)).rejects.toBe(error);
      expect(calls).toEqual([1]);
    },
  );

  test('waits as long as Retry-After asks', async () => {
    const { work } = failing(1, () => new RetryableError('429', { retryAfterMs: 60 }));
    const started = performance.now();
    await retry(work, fast);
    expect(performance.now() - started).toBeGreaterThanOrEqual(55);
  });

  test('does not wait for a Retry-After over the bound', async () => {
    const { calls, work } = failing(1, () => new RetryableError('429', { retryAfterMs: 60_000 }));
    await expect(retry(work, fast)).rejects.toThrow('429');
    expect(calls).toEqual([1]);
  });

  test('a signal ends the waiting', async () => {
    const { calls, work } = failing(9, () => new RetryableError('429', { retryAfterMs: 4000 }));
    const stop = new AbortController();
    const retried = retry(work, {
      ...fast,
      signal: stop.signal,
      onRetry: () => stop.abort(new Error('stopping')),
    });
    await expect(retried).rejects.toThrow(/stopping|aborted/);
    expect(calls).toEqual([1]);
  });
});

test.each([
  ['120', 120_000],
  ['0', 0],
  [' 3 ', 3000],
  ['Sun, 22 Nov 2026 10:00:30 GMT', 30_000],
  ['Sun, 22 Nov 2026 09:00:00 GMT', 0],
  ['-1', undefined],
  ['1.5', undefined],
  ['soon', undefined],
  ['', undefined],
  [null, undefined],
])('Retry-After %s is %s ms', (header, expected) => {
  expect(parseRetryAfter(header, Date.UTC(2026, 10, 22, 10))).toBe(expected);
});
