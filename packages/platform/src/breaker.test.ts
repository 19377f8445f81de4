import { once } from 'node:events';
import { afterEach, expect, test, vi } from 'vitest';
import { BreakerOpenError, createBreaker } from './breaker.ts';
import { createMetrics } from './metrics.ts';
import { RetryableError } from './retry.ts';

const opened: { close: () => void }[] = [];
const breaker: typeof createBreaker = (options) => {
  const made = createBreaker(options);
  opened.push(made);
  return made;
};
afterEach(() => opened.splice(0).forEach((made) => made.close()));

class Refused extends Error {}

test('passes arguments and the result through', async () => {
  const sum = breaker({
    upstream: 'sum',
    timeoutMs: 100,
    call: async (_signal, a: number, b: number) => a + b,
  });
  expect(await sum.call(1, 2)).toBe(3);
  expect(sum.state()).toBe('closed');
});

test('opens after failures, refuses at once, tries again and closes; the gauge follows', async () => {
  const metrics = createMetrics('api');
  let down = true;
  let calls = 0;
  const mail = breaker({
    upstream: 'mail',
    timeoutMs: 100,
    minimumCalls: 3,
    resetMs: 30,
    metrics,
    call: async () => {
      calls++;
      if (down) throw new RetryableError('503');
      return 'sent';
    },
  });
  const state = () =>
    metrics.text().then((text) => /upstream_breaker_state\{[^}]*"mail"[^}]*\} (\d)/.exec(text)?.[1]);
  expect(await state()).toBe('0');
  for (let i = 0; i < 3; i++) await expect(mail.call()).rejects.toThrow('503');
  expect(mail.state()).toBe('open');
  expect(await state()).toBe('2');
  await expect(mail.call()).rejects.toBeInstanceOf(BreakerOpenError);
  expect(calls).toBe(3);

  down = false;
  await vi.waitFor(() => expect(mail.state()).toBe('half-open'), { interval: 5 });
  expect(await mail.call()).toBe('sent');
  expect(mail.state()).toBe('closed');
  expect(await state()).toBe('0');
});

test('an answer that is not the upstream’s fault never opens it', async () => {
  const mail = breaker({
    upstream: 'mail',
    timeoutMs: 100,
    minimumCalls: 2,
    isFailure: (error) => !(error instanceof Refused),
    call: () => Promise.reject(new Refused('bad address')),
  });
  for (let i = 0; i < 10; i++) await expect(mail.call()).rejects.toBeInstanceOf(Refused);
  expect(mail.state()).toBe('closed');
});

test('a call over its time is retryable, and its signal is aborted', async () => {
  const aborted: boolean[] = [];
  const slow = breaker({
    upstream: 'slow',
    timeoutMs: 20,
    call: async (signal) => {
      await once(signal, 'abort');
      aborted.push(signal.aborted);
      signal.throwIfAborted();
    },
  });
  await expect(slow.call()).rejects.toBeInstanceOf(RetryableError);
  await vi.waitFor(() => expect(aborted).toEqual([true]), { interval: 5 });
});

test('a call that ignores its signal is still ended', async () => {
  const deaf = breaker({ upstream: 'deaf', timeoutMs: 20, call: () => new Promise(() => undefined) });
  await expect(deaf.call()).rejects.toThrow('deaf took over 20 ms');
});
