import type { ShiftColumns } from '@vaktplan/contracts/http/shift-columns';
import { expect, test } from 'vitest';
import { shiftsOf, withAnswers, type ShownWeek } from './shown-week';

const ID = '01a203b6-cf55-76b3-932d-38809709195b';
const [SCHEDULE, LOCATION, DEPARTMENT] = ['1', '2', '3'].map((nr) => `${ID.slice(0, -1)}${nr}`) as [
  string,
  string,
  string,
];

const week: ShiftColumns = {
  meta: { count: 1, startDate: '2026-11-23', endDate: '2026-11-29' },
  places: [
    {
      scheduleId: SCHEDULE,
      locationId: LOCATION,
      departmentId: DEPARTMENT,
      zone: 'Europe/Copenhagen',
      abilities: { update: true, delete: true },
    },
  ],
  positions: [],
  employees: [],
  changers: ['Anna'],
  instants: ['2026-11-23T08:00:00Z', '2026-11-23T16:00:00Z', '2026-11-20T10:00:00Z'],
  dates: ['2026-11-23'],
  breaks: [[{ minutes: 30, paid: false, startsAt: null }]],
  columns: {
    id: [ID],
    place: [0],
    position: [-1],
    employee: [-1],
    startsAt: [0],
    endsAt: [1],
    localDate: [0],
    state: [0],
    version: [2],
    publishedVersion: [0],
    breaks: [0],
    changedBy: [0],
    changedAt: [2],
  },
  notes: { [ID]: 'Bring keys' },
  published: {},
};
const only = (shown: ShownWeek) => shiftsOf(shown)[0];

test('columns become shifts', () => {
  expect(shiftsOf(week)).toEqual([
    {
      id: ID,
      scheduleId: SCHEDULE,
      locationId: LOCATION,
      departmentId: DEPARTMENT,
      positionId: null,
      employeeId: null,
      startsAt: '2026-11-23T08:00:00Z',
      endsAt: '2026-11-23T16:00:00Z',
      breaks: [{ minutes: 30, paid: false, startsAt: null }],
      localDate: '2026-11-23',
      zone: 'Europe/Copenhagen',
      minutes: 480,
      paidMinutes: 450,
      notes: 'Bring keys',
      state: 'draft',
      version: 2,
      publishedVersion: null,
      published: null,
      changedBy: 'Anna',
      changedAt: '2026-11-20T10:00:00Z',
      abilities: { update: true, delete: true },
    },
  ]);
});

test('the same answer gives the same array, so nothing is drawn again', () => {
  expect(shiftsOf(week)).toBe(shiftsOf(week));
});

test('an answer replaces an older shift, never a newer one, and leaves with its day', () => {
  const first = only(week);
  if (!first) throw new Error('no shift');
  expect(only(withAnswers(week, [{ ...first, version: 3, notes: 'new' }], first.locationId))?.notes).toBe(
    'new',
  );
  expect(only(withAnswers(week, [{ ...first, version: 1, notes: 'old' }], first.locationId))?.notes).toBe(
    'Bring keys',
  );
  expect(
    shiftsOf(withAnswers(week, [{ ...first, version: 3, localDate: '2026-11-30' }], first.locationId)),
  ).toEqual([]);
  // a draft that was deleted is gone, a published one waits to be published as deleted
  const deleted = { ...first, version: 3, state: 'deleted' as const };
  const at = first.locationId;
  expect(shiftsOf(withAnswers(week, [deleted], at))).toEqual([]);
  expect(only(withAnswers(week, [{ ...deleted, publishedVersion: 1 }], at))?.state).toBe('deleted');
  // of several answers the newest, in whatever order
  const [second, third] = [
    { ...first, version: 3 },
    { ...first, version: 4, notes: 'newest' },
  ];
  expect(only(withAnswers(withAnswers(week, [third], at), [second], at))?.notes).toBe('newest');
  // moved to another location, it is no longer of this plan
  const away = { ...first, version: 3, locationId: 'elsewhere' };
  expect(shiftsOf(withAnswers(week, [away], first.locationId))).toEqual([]);
});
