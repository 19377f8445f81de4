import { expect, test } from 'vitest';
import { ago } from './ago';

test.each([
  ['2025-12-01T08:00:00Z', 'just now'],
  ['2025-12-01T07:59:56Z', '4 seconds ago'],
  ['2025-12-01T07:58:30Z', '1 minute ago'],
  ['2025-12-01T05:00:00Z', '3 hours ago'],
  ['2025-11-29T05:00:00Z', '2 days ago'],
  ['2025-12-01T08:05:00Z', 'just now'],
])('%s is %s', (instant, words) => {
  expect(ago(instant, '2025-12-01T08:00:00Z', 'en-GB', 'just now')).toBe(words);
});
