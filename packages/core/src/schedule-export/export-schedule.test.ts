import { text } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import { expect } from 'vitest';
import { dbTest } from '@vaktplan/testing/db-test';
import { writeCsv } from '../export/write-csv.ts';
import { publishSchedule } from '../schedules/publish-schedule.ts';
import { createShift } from '../shifts/create-shift.ts';
import { deleteShift } from '../shifts/delete-shift.ts';
import { exportSchedule } from './export-schedule.ts';

const week = { startDate: '2025-12-01', endDate: '2025-12-07' };
const NAMES = ['=HYPERLINK("http://x")', '+1', '@x', '\tTab', '\rReturn', '-Minus'];
const fails = (code: string) => expect.objectContaining({ code });

const shop = dbTest.extend<{
  shop: Record<'locationId' | 'kitchen' | 'floor' | 'chef' | 'cook' | 'waiter', string>;
}>({
  shop: async ({ ctx, make }, use) => {
    const locationId = await make.location({ name: 'Nørrebro' });
    const kitchen = await make.department(locationId, 'Kitchen');
    const floor = await make.department(locationId, 'Floor');
    const chef = await make.position(kitchen, 'Chef');
    const cook = await make.employee(kitchen, { name: 'Ærø Łukasz', number: '7', positionIds: [chef] });
    const waiter = await make.employee(floor, { name: 'Waiter' });
    const plan = (departmentId: string, from: string, to: string, more: object) =>
      createShift(ctx, { departmentId, startsAt: `2025-12-${from}`, endsAt: `2025-12-${to}`, ...more });
    await plan(kitchen, '01T22:00', '02T06:00', {
      employeeId: cook,
      positionId: chef,
      notes: '=1+1',
      breaks: [{ minutes: 30, paid: false }],
    });
    await plan(floor, '03T10:00', '03T16:00', { employeeId: waiter });
    await publishSchedule(ctx, { locationId, ...week, notify: 'none' });
    await plan(floor, '04T10:00', '04T12:00', {});
    await plan(floor, '05T10:00', '05T12:00', { employeeId: waiter });
    await deleteShift(ctx, (await plan(floor, '06T10:00', '06T12:00', { employeeId: waiter })).id, 1);
    await use({ locationId, kitchen, floor, chef, cook, waiter });
  },
});
type Record_ = Record<string, string>;
const listOf = async (
  ctx: Parameters<typeof exportSchedule>[0],
  query: Parameters<typeof exportSchedule>[1],
) => {
  const file = await text(writeCsv((await exportSchedule(ctx, query)).list()));
  return parse(file, { columns: true, record_delimiter: '\r\n' }) as Record_[];
};

shop('planners take away the working copy, a line a shift, with cost', async ({ ctx, shop }) => {
  const rows = await listOf(ctx, { locationId: shop.locationId, ...week });
  expect(rows).toHaveLength(4);
  expect(rows[0]).toEqual({
    Date: '2025-12-01',
    Start: '22:00',
    End: '06:00',
    Employee: 'Ærø Łukasz',
    Number: '7',
    Department: 'Kitchen',
    Position: 'Chef',
    'Unpaid break (min)': '30',
    'Paid hours': '7.50',
    'Cost (DKK)': '1125.00',
    State: 'published',
    Notes: "'=1+1",
  });
  expect(rows.map((row) => row['State'])).toEqual(['published', 'published', 'open, draft', 'draft']);
});

shop('people by days: open shifts first, everybody of the place, sums', async ({ ctx, shop }) => {
  const [sheet, list] = (await exportSchedule(ctx, { locationId: shop.locationId, ...week })).sheets();
  const rows = [...(sheet?.rows ?? [])];
  expect(sheet?.columns.map(({ header }) => header).slice(0, 3)).toEqual([
    'Employee',
    'Mon 1 Dec',
    'Tue 2 Dec',
  ]);
  expect(rows.map((row) => row[0])).toEqual(['Open shifts', 'Waiter', 'Ærø Łukasz']);
  expect(rows[2]).toEqual(['Ærø Łukasz', '22:00–06:00 Chef', '', '', '', '', '', '', 450, 112_500]);
  expect(list?.name).toBe('Shifts');
});

shop('filters: departments, positions, part of a name', async ({ ctx, shop }) => {
  const base = { locationId: shop.locationId, ...week };
  const namesOf = async (more: object) => {
    const [sheet] = (await exportSchedule(ctx, { ...base, ...more })).sheets();
    return [...(sheet?.rows ?? [])].map((row) => row[0]);
  };
  expect(await namesOf({ departments: shop.kitchen })).toEqual(['Ærø Łukasz']);
  expect(await namesOf({ departments: `${shop.kitchen},${shop.floor}` })).toHaveLength(3);
  expect(await namesOf({ positions: shop.chef })).toEqual(['Ærø Łukasz']);
  expect(await namesOf({ search: 'CHE' })).toEqual(['Ærø Łukasz']);
  expect(await namesOf({ search: 'nobody' })).toEqual([]);
  expect(await namesOf({ view: 'published', search: 'wait' })).toEqual(['Waiter']);
});

shop(
  'the filter of findings: the shifts that a rule warns of, and nobody else',
  async ({ ctx, make, shop }) => {
    // nine hours after Wednesday's shift
    const [startsAt, endsAt] = ['2025-12-04T01:00', '2025-12-04T05:00'];
    await createShift(ctx, { departmentId: shop.floor, employeeId: shop.waiter, startsAt, endsAt });
    const query = { locationId: shop.locationId, ...week, findings: 'true' } as const;
    const rows = await listOf(ctx, query);
    expect(rows.map((row) => [row['Employee'], row['Date'], row['Start']])).toEqual([
      ['Waiter', '2025-12-03', '10:00'],
      ['Waiter', '2025-12-04', '01:00'],
    ]);
    const [sheet] = (await exportSchedule(ctx, query)).sheets();
    expect([...(sheet?.rows ?? [])].map((row) => row[0])).toEqual(['Waiter']);
    expect(await listOf(ctx, { ...query, findings: 'false' })).toHaveLength(5);
    const waiter = make.as(ctx, await make.user('employee', { employeeId: shop.waiter }));
    await expect(exportSchedule(waiter, query)).rejects.toThrow(fails('forbidden'));
  },
);

shop(
  'an employee takes away what employees see: own published shifts, no cost, no drafts',
  async ({ ctx, make, shop }) => {
    const waiter = make.as(ctx, await make.user('employee', { employeeId: shop.waiter }));
    const rows = await listOf(waiter, { locationId: shop.locationId, ...week });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ Date: '2025-12-03', Employee: 'Waiter', State: 'published' });
    expect(rows[0]).not.toHaveProperty('Cost (DKK)');
    const [sheet] = (await exportSchedule(waiter, { locationId: shop.locationId, ...week })).sheets();
    expect([...(sheet?.rows ?? [])].map((row) => row[0])).toEqual(['Waiter']);
  },
);

shop('who may not see the place gets nothing', async ({ ctx, make, shop, foreign }) => {
  const query = { locationId: shop.locationId, ...week };
  await expect(exportSchedule(foreign.ctx, query)).rejects.toThrow(fails('not_found'));
  const far = make.as(ctx, await make.user('manager', { locationId: await make.location() }));
  await expect(exportSchedule(far, query)).rejects.toThrow(fails('forbidden'));
});

shop('names that would be formulas are text', async ({ ctx, make, shop }) => {
  for (const name of NAMES) {
    const employeeId = await make.employee(shop.floor, { name });
    await createShift(ctx, {
      departmentId: shop.floor,
      employeeId,
      startsAt: '2025-12-07T10:00',
      endsAt: '2025-12-07T12:00',
    });
  }
  const rows = await listOf(ctx, { locationId: shop.locationId, ...week });
  const names = rows.filter((row) => row['Date'] === '2025-12-07').map((row) => row['Employee']);
  expect(names.toSorted()).toEqual(NAMES.map((name) => `'${name}`).toSorted());
});

shop('paper: a table a week', async ({ ctx, shop }) => {
  const paper = (
    await exportSchedule(ctx, { locationId: shop.locationId, startDate: '2025-11-28', endDate: '2025-12-09' })
  ).paper();
  expect(paper).toMatchObject({
    title: 'Schedule, Nørrebro',
    subtitle: '2025-11-28 to 2025-12-09, times in Europe/Copenhagen, printed 2025-12-01 09:00',
  });
  expect(paper.tables.map(({ name, columns }) => [name, columns.length])).toEqual([
    ['Fri 28 Nov – Sun 30 Nov', 5],
    ['Mon 1 Dec – Sun 7 Dec', 9],
    ['Mon 8 Dec – Tue 9 Dec', 4],
  ]);
});
