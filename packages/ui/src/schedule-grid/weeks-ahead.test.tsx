// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addDays } from './days.ts';
import { aShift, DAYS, MON } from './fixtures.ts';
import {
  cell,
  chip,
  focusCell,
  focused,
  mount,
  press,
  setUpPage,
  tearDownPage,
  wait,
} from './grid-harness.tsx';
import type { GridShift, WeekAhead } from './types.ts';

beforeEach(setUpPage);
afterEach(tearDownPage);

const NEXT_DAYS = DAYS.map((day) => addDays(day, 7));
const NEXT_MONDAY = addDays(MON, 7);
const monday = aShift({ id: 'monday' });
const next = aShift({ id: 'next', date: NEXT_MONDAY });

/** What React made of the weeks, drawn or waiting. */
const isDrawn = (id: string) => document.querySelector(`[data-chip="${id}"]`) !== null;

async function openWith(ahead: readonly WeekAhead[]) {
  const page = await mount([monday], { ahead });
  await wait(500);
  const turn = (
    days: readonly string[],
    shifts: readonly GridShift[],
    beside: readonly WeekAhead[] = ahead,
  ) => act(async () => page.give({ days, shifts, ahead: beside }));
  return { page, turn };
}

test('a week drawn ahead is outside the document until it is turned to', async () => {
  const shifts = [next];
  const { turn } = await openWith([{ days: NEXT_DAYS, shifts }]);
  expect(isDrawn('next')).toBe(false);
  expect(document.querySelectorAll('[role=row] [data-cell]')).toHaveLength(28);
  await turn(NEXT_DAYS, shifts);
  expect(cell('ida', NEXT_MONDAY).contains(chip('next'))).toBe(true);
  expect(isDrawn('monday')).toBe(false);
  expect(document.querySelectorAll('[role=row] [data-cell]')).toHaveLength(28);
});

test('its cells are those that were drawn, and going back finds the first week as it was', async () => {
  const shifts = [next];
  const first = [monday];
  const { turn } = await openWith([{ days: NEXT_DAYS, shifts }]);
  const before = chip('monday');
  await turn(NEXT_DAYS, shifts);
  const ahead = chip('next');
  expect(ahead).not.toBe(before);
  await turn(DAYS, first, [{ days: NEXT_DAYS, shifts }]);
  expect(chip('monday')).toBe(before);
  await turn(NEXT_DAYS, shifts);
  expect(chip('next')).toBe(ahead);
});

test('what has changed since it was drawn is shown as it is now', async () => {
  const { turn } = await openWith([{ days: NEXT_DAYS, shifts: [next] }]);
  const moved = { ...next, employeeId: 'bo', version: 2 };
  await turn(NEXT_DAYS, [moved]);
  expect(cell('bo', NEXT_MONDAY).contains(chip('next'))).toBe(true);
  expect(cell('ida', NEXT_MONDAY).querySelector('[data-chip]')).toBeNull();
});

test('a week that was not drawn ahead is drawn as it is turned to', async () => {
  const { turn } = await openWith([]);
  await turn(NEXT_DAYS, [next]);
  expect(cell('ida', NEXT_MONDAY).contains(chip('next'))).toBe(true);
});

test('focus stays in its row and column, and keys work there', async () => {
  const shifts = [next];
  const { turn } = await openWith([{ days: NEXT_DAYS, shifts }]);
  await focusCell('bo', MON);
  await turn(NEXT_DAYS, shifts);
  expect(focused()).toBe(`bo|${NEXT_MONDAY}`);
  await press('ArrowUp');
  expect(focused()).toBe(`ida|${NEXT_MONDAY}`);
});

test('a shift of a week drawn ahead is opened by a click', async () => {
  const shifts = [next];
  const { page, turn } = await openWith([{ days: NEXT_DAYS, shifts }]);
  await turn(NEXT_DAYS, shifts);
  await act(async () => chip('next').click());
  expect(page.opened).toEqual(['next']);
});

test('it can be put there before the page has followed', async () => {
  const shifts = [next];
  const { page, turn } = await openWith([{ days: NEXT_DAYS, shifts }]);
  expect(page.handle().turnTo(NEXT_DAYS)).toBe(true);
  expect(isDrawn('next')).toBe(true);
  expect(isDrawn('monday')).toBe(false);
  const shown = chip('next');
  // something else is drawn meanwhile: the week stays
  await act(async () => page.give({ lastUsed: { startMinutes: 0, endMinutes: 60 } }));
  expect(isDrawn('next')).toBe(true);
  await turn(NEXT_DAYS, shifts, [{ days: DAYS, shifts: [monday] }]);
  expect(chip('next')).toBe(shown);
  expect(page.handle().turnTo(DAYS)).toBe(true);
  expect(isDrawn('monday')).toBe(true);
});

test('turned to it, the page may go on to another one', async () => {
  const later = DAYS.map((day) => addDays(day, 14));
  const last = aShift({ id: 'last', date: later[0]! });
  const { page, turn } = await openWith([{ days: NEXT_DAYS, shifts: [next] }]);
  page.handle().turnTo(NEXT_DAYS);
  await turn(later, [last]);
  expect(isDrawn('last')).toBe(true);
  expect(isDrawn('next')).toBe(false);
});

test('not a week that was not drawn, nor from under the focus', async () => {
  const { page } = await openWith([{ days: NEXT_DAYS, shifts: [next] }]);
  expect(page.handle().turnTo(DAYS.map((day) => addDays(day, 14)))).toBe(false);
  await focusCell('bo', MON);
  expect(page.handle().turnTo(NEXT_DAYS)).toBe(false);
  expect(isDrawn('monday')).toBe(true);
});
