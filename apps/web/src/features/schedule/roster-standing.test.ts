import type { RosterView } from '@vaktplan/contracts/http/shifts';
import { expect, test } from 'vitest';
import { standingNext, type Standing } from './roster-standing';

const people: RosterView = {
  location: { id: 'here', name: 'Here', zone: 'Europe/Copenhagen', currency: 'DKK', weekStart: 1 },
  closedDays: [],
  departments: [],
  positions: [],
  employees: [],
  abilities: { createShift: true, publish: true, seeCost: true },
};
const first: Standing = { people: undefined, failed: false };
const waiting = { data: undefined, isError: false, fetchStatus: 'fetching' } as const;
const failed = { data: undefined, isError: true, fetchStatus: 'idle' } as const;

test('on their way for the first time', () => {
  expect(standingNext(first, waiting)).toEqual(first);
});

test('those who could not be had are failed until they are there, also while they are asked for again', () => {
  const after = standingNext(first, failed);
  expect(after.failed).toBe(true);
  expect(standingNext(after, waiting).failed).toBe(true);
  expect(standingNext(after, { ...waiting, data: people, fetchStatus: 'idle' })).toEqual({
    people,
    failed: false,
  });
});

test('without a network they are not waited for', () => {
  expect(standingNext(first, { ...waiting, fetchStatus: 'paused' }).failed).toBe(true);
});

test('those of the period before stand in for those of the next', () => {
  expect(standingNext({ people, failed: false }, failed)).toEqual({ people, failed: false });
});
