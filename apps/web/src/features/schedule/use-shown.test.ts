import { expect, test } from 'vitest';
import type { ShownWeek } from './shown-week';
import { shownNext } from './use-shown';
import { periodAround } from './week';

const [last, this_] = ['2026-11-16', '2026-11-23'].map((day) => periodAround(day, 'week', 'UTC', 1));
const plan = { meta: { count: 0 } } as unknown as ShownWeek;
const there = (data: ShownWeek) => ({ data, fetchStatus: 'idle', error: null }) as const;
const coming = { data: undefined, fetchStatus: 'fetching', error: null } as const;
const [byMouse, byKeys] = [() => false, () => true];

test('the week before stays until the one asked for is there', () => {
  const first = shownNext(undefined, last!, there(plan), byMouse);
  expect(first).toEqual({ period: last, week: plan });
  expect(shownNext(first, this_!, coming, byMouse)).toBe(first);
  const arrived = { ...plan };
  expect(shownNext(first, this_!, there(arrived), byMouse)).toEqual({ period: this_, week: arrived });
});

test('the same plan is the same object, so that nothing is drawn for it', () => {
  const first = shownNext(undefined, last!, there(plan), byMouse);
  expect(shownNext(first, last!, there(plan), byMouse)).toBe(first);
});

test('whoever turns by keys in the grid is in its days at once, and stays there', () => {
  const first = shownNext(undefined, last!, there(plan), byMouse);
  const turned = shownNext(first, this_!, coming, byKeys);
  expect(turned).toEqual({ period: this_, week: undefined });
  expect(shownNext(turned, this_!, coming, byMouse)).toBe(turned);
});

test('what cannot be had takes the place of the week before, also offline', () => {
  const first = shownNext(undefined, last!, there(plan), byMouse);
  const offline = { ...coming, fetchStatus: 'paused' } as const;
  expect(shownNext(first, this_!, offline, byMouse)).toEqual({ period: this_, week: undefined });
});
