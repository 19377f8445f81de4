import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { noteServerTime, serverNow } from './server-clock';

const MINUTE = 60_000;
const evening = Date.parse('2026-11-22T21:00:00Z');

beforeEach(() => void vi.useFakeTimers({ now: evening - 5 * MINUTE }));
afterEach(() => void vi.useRealTimers());

test('runs on from what the server said, whatever the tablet’s own clock shows', () => {
  noteServerTime(new Date(evening).toISOString());
  vi.advanceTimersByTime(10 * MINUTE);
  expect(serverNow()).toBe(evening + 10 * MINUTE);
});

test('a tablet that slept, and whose monotonic clock did too, does not tell last night’s time', () => {
  noteServerTime(new Date(evening).toISOString());
  // only the wall clock goes on
  vi.setSystemTime(Date.now() + 600 * MINUTE);
  expect(serverNow()).toBe(evening + 600 * MINUTE);
});

test('setting the tablet’s clock back takes nothing off', () => {
  noteServerTime(new Date(evening).toISOString());
  vi.advanceTimersByTime(10 * MINUTE);
  vi.setSystemTime(Date.now() - 60 * MINUTE);
  expect(serverNow()).toBe(evening + 10 * MINUTE);
});
