import type { RosterView } from '@vaktplan/contracts/http/shifts';
import type { GridEmployee, GridShift } from '@vaktplan/ui/schedule-grid';
import { expect, test } from 'vitest';
import { peopleShown } from './people-shown';
import { shiftFilter } from './shift-filter';
import { loadView } from './view-params';

const roster = {
  employees: [
    { id: 'ida', departmentIds: ['bar'], positionIds: ['waiter'] },
    { id: 'bo', departmentIds: ['floor'], positionIds: [] },
    { id: 'cid', departmentIds: ['kitchen'], positionIds: ['cook'] },
  ],
} as unknown as RosterView;
const shift = (id: string, part: Partial<GridShift>) =>
  ({ id, employeeId: null, positionId: null, departmentId: null, ...part }) as GridShift;
const shifts = [
  shift('idas', { employeeId: 'ida', departmentId: 'floor', positionId: 'waiter' }),
  shift('bos', { employeeId: 'bo', departmentId: 'floor', positionId: 'barista' }),
  shift('open', { departmentId: 'bar', positionId: 'barista' }),
];

const viewOf = (query: string) => loadView(Promise.resolve(Object.fromEntries(new URLSearchParams(query))));

/** What a link leaves of the plan. */
async function left(query: string, found: readonly string[] = []): Promise<string[]> {
  const view = await viewOf(query);
  const shows = shiftFilter(view, roster, new Map(found.map((id) => [id, true])));
  return shifts.filter((one) => !shows || shows(one)).map(({ id }) => id);
}

test('a link without filters hides nothing', async () => {
  expect(await left('week=2026-11-23&range=month')).toEqual(['idas', 'bos', 'open']);
});

test('of a department: its shifts, and its people wherever they work', async () => {
  expect(await left('departments=bar')).toEqual(['idas', 'open']);
});

test('of positions, of both, and none of what is not there', async () => {
  expect(await left('positions=barista')).toEqual(['bos', 'open']);
  expect(await left('positions=barista,waiter&departments=bar')).toEqual(['idas', 'open']);
  expect(await left('positions=sommelier')).toEqual([]);
});

test('only what the rules have something against, within the other filters', async () => {
  expect(await left('findings=true', ['bos', 'open'])).toEqual(['bos', 'open']);
  expect(await left('findings=true&departments=bar', ['bos', 'open'])).toEqual(['open']);
  expect(await left('findings=true')).toEqual([]);
});

test('who works a shift that is shown has a row, also without belonging there', async () => {
  const people = roster.employees.map(({ id }) => ({ id }) as GridEmployee);
  const rows = async (query: string) =>
    peopleShown(people, roster, await viewOf(query), shifts).map(({ id }) => id);
  expect(await rows('departments=floor')).toEqual(['ida', 'bo']);
  expect(await rows('positions=barista')).toEqual(['bo']);
  expect(await rows('departments=kitchen')).toEqual(['cid']);
  expect(await rows('q=ida')).toEqual(['ida', 'bo', 'cid']);
});
