import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { movedBreaks } from './moved-breaks.rules.ts';

const before = {
  startsAt: '2025-12-01T08:00:00Z',
  endsAt: '2025-12-01T16:00:00Z',
  breaks: [
    { minutes: 30, paid: false, startsAt: '2025-12-01T11:00:00Z' },
    { minutes: 10, paid: true, startsAt: null },
  ],
};
const to = (startsAt: string, endsAt: string) => ({
  startsAt: Temporal.Instant.from(startsAt),
  endsAt: Temporal.Instant.from(endsAt),
});

test.each([
  ['to the next day', to('2025-12-02T08:00:00Z', '2025-12-02T16:00:00Z'), '2025-12-02T11:00:00Z'],
  ['to other hours', to('2025-12-01T10:00:00Z', '2025-12-01T18:00:00Z'), '2025-12-01T13:00:00Z'],
  ['nowhere', to('2025-12-01T08:00:00Z', '2025-12-01T16:00:00Z'), '2025-12-01T11:00:00Z'],
  ['an earlier start', to('2025-12-01T07:00:00Z', '2025-12-01T16:00:00Z'), '2025-12-01T11:00:00Z'],
  ['a later end', to('2025-12-01T08:00:00Z', '2025-12-01T17:00:00Z'), '2025-12-01T11:00:00Z'],
])('%s', (_, interval, startsAt) => {
  expect(movedBreaks(before, interval)).toEqual([
    { minutes: 30, paid: false, startsAt },
    { minutes: 10, paid: true, startsAt: null },
  ]);
});
