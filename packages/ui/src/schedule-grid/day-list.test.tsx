// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aPerson, aShift, MON, TUE } from './fixtures.ts';
import { $, chip, mount, says, setUpPage, tearDownPage } from './grid-harness.tsx';
import { cellKey } from './shift-index.ts';

beforeEach(setUpPage);
afterEach(tearDownPage);

const week = [
  aShift({ id: 'monday' }),
  aShift({ id: 'bos', employeeId: 'bo', date: TUE }),
  aShift({ id: 'open', employeeId: null, startMinutes: 1080, endMinutes: 1320 }),
];

const button = (name: string | RegExp): HTMLElement => {
  const all = [...document.querySelectorAll<HTMLElement>('button, [role=menuitem]')];
  const named = (each: HTMLElement) => each.getAttribute('aria-label') ?? each.textContent.trim();
  const found = all.find((each) =>
    typeof name === 'string' ? named(each) === name : name.test(named(each)),
  );
  if (!found) throw new Error(`no button ${String(name)}`);
  return found;
};
const tap = (target: HTMLElement) => act(async () => target.click());

test('shows today by person, open shifts first, the free folded away', async () => {
  await mount(week, { narrow: true });
  expect(document.querySelector('[role=grid]')).toBeNull();
  expect($('section').getAttribute('aria-label')).toBe('Schedule, week 48, Main Street');
  const names = [...document.querySelectorAll('li span.font-medium')].map((each) => each.textContent);
  expect(names).toEqual(['Open shifts', 'Ida']);
  await tap(button(/2 people without a shift/));
  const more = [...document.querySelectorAll('li span.font-medium')].map((each) => each.textContent);
  expect(more).toEqual(['Open shifts', 'Ida', 'Bo', 'Cid']);
});

test('of many people only those on screen are in the page', async () => {
  const employees = Array.from({ length: 400 }, (_, i) => aPerson(`p${i}`, `Person ${i}`));
  const shifts = employees.map(({ id }) => aShift({ id: `s${id}`, employeeId: id }));
  await mount(shifts, { narrow: true, employees });
  expect(document.querySelectorAll('li').length).toBeLessThan(20);
  expect($('li').getAttribute('aria-setsize')).toBe('401');
});

test('what a filter hides is not in the list either', async () => {
  await mount(week, { narrow: true, shows: (shift) => shift.id !== 'open' });
  expect(document.querySelector('[data-chip=monday]')).not.toBeNull();
  expect(document.querySelector('[data-chip=open]')).toBeNull();
});

test('what is said instead of a plan leaves the days to pick from', async () => {
  const { weeks } = await mount([], { narrow: true, instead: <p>No connection</p> });
  expect($('section').textContent).toContain('No connection');
  expect(document.querySelector('li')).toBeNull();
  await tap(button(/Tuesday 24 November/));
  await tap(button('Week back'));
  expect(weeks).toEqual([-1]);
});

test('the sum of the day stands against its budget', async () => {
  const byDay = new Map([[MON, { costMinor: null, minutes: 60, revenueMinor: null }]]);
  await mount(week, { narrow: true, budget: { byDay, period: null } });
  expect($('[data-budget]').textContent).toBe('of 1 h !, over budget');
  await tap(button(/Tuesday 24 November/));
  expect(document.querySelector('[data-budget]')).toBeNull();
});

test('another day by its button, another week by the arrows', async () => {
  const { weeks } = await mount(week, { narrow: true });
  expect(button(/Monday 23 November, 1 of 2 staffed/).getAttribute('aria-pressed')).toBe('true');
  await tap(button(/Tuesday 24 November/));
  expect(document.querySelector('[data-chip=bos]')).not.toBeNull();
  expect(document.querySelector('[data-chip=monday]')).toBeNull();
  await tap(button('Week forward'));
  expect(weeks).toEqual([1]);
});

test('a tap opens a shift, plus adds one', async () => {
  const { opened, created } = await mount(week, { narrow: true });
  await tap(chip('monday'));
  await tap(button('Add a shift for Ida'));
  expect(opened).toEqual(['monday']);
  expect(created).toEqual([cellKey('ida', MON)]);
});

test('moves to another person on another day without dragging', async () => {
  const { commands } = await mount(week, { narrow: true });
  await tap(chip('monday').closest('li')!.querySelector<HTMLElement>('[aria-haspopup=menu]')!);
  await tap(button('Move'));
  expect($('section').textContent).toContain('Moving Ida, Monday 09:00–17:00');
  await tap(button(/Tuesday 24 November/));
  const bo = button(/Here, Bo/) as HTMLButtonElement;
  expect(bo.disabled).toBe(true);
  expect(bo.parentElement?.textContent).toContain('overlaps 9 to 17');
  await tap(button(/Here, Cid/));
  expect(commands[0]?.changes).toMatchObject([
    { kind: 'move', shiftId: 'monday', employeeId: 'cid', date: TUE },
  ]);
  expect(await says()).toBe('Moved to Cid, Tuesday. Undo with Control Z.');
});

describe('rows by location', () => {
  const main = { id: 'main', name: 'Main Street', employeeIds: ['ida', 'bo'] };
  const port = { id: 'port', name: 'Port', employeeIds: ['cid'], locked: true };
  const shifts = [
    aShift({ id: 'monday', locationId: 'main' }),
    aShift({ id: 'here', employeeId: null, locationId: 'main' }),
    aShift({ id: 'there', employeeId: null, locationId: 'port' }),
    aShift({ id: 'lent', employeeId: 'bo', locationId: 'port' }),
  ];
  const props = { narrow: true, rowsBy: 'location', sections: [main, port], locationId: 'main' } as const;

  test('each has its own open shifts and people below its name', async () => {
    await mount(shifts, props);
    const lines = [...document.querySelectorAll('li')].map((line) =>
      [line.querySelector('h2, .font-medium')?.textContent, line.querySelector('[data-chip]')?.outerHTML]
        .map((part) => part?.match(/data-chip="(\w+)"/)?.[1] ?? part)
        .filter(Boolean)
        .join(': '),
    );
    expect(lines).toEqual([
      'Main Street',
      'Open shifts: here',
      'Ida: monday',
      'Port',
      'Open shifts: there',
      'Bo: lent',
      '',
    ]);
  });

  test('a shift is added where its button stands, and nowhere that somebody else plans', async () => {
    await mount(shifts, props);
    expect(button('Add a shift for Open shifts, Main Street')).toBeTruthy();
    expect(() => button('Add a shift for Open shifts, Port')).toThrow('no button');
  });

  test('what is moved goes to a person, in whatever place', async () => {
    const { commands } = await mount(shifts, props);
    await tap(button(/^More for Ida, Main Street/));
    await tap(button('Move'));
    await tap(button(/Here, Cid/));
    expect(commands[0]?.changes).toMatchObject([{ kind: 'move', shiftId: 'monday', employeeId: 'cid' }]);
    expect(commands[0]?.changes[0]).not.toHaveProperty('locationId');
  });
});
