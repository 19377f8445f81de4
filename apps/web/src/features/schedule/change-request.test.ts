import { BulkChange } from '@vaktplan/contracts/http/bulk-shifts';
import type { RosterView } from '@vaktplan/contracts/http/shifts';
import type { GridChange, GridShift } from '@vaktplan/ui/schedule-grid';
import { expect, test } from 'vitest';
import { requestOf } from './change-request';

const id = (nr: number) => `01890000-0000-7000-8000-00000000000${nr}`;
const roster = {
  departments: [{ id: id(1), name: 'Bar' }],
  positions: [{ id: id(5), name: 'Cook', color: '#000000', departmentId: null }],
  employees: [],
} as unknown as RosterView;
const port = {
  departments: [{ id: id(7), name: 'Deck' }],
  positions: [{ id: id(6), name: 'Cook', color: '#000000', departmentId: id(7) }],
  employees: [],
} as unknown as RosterView;
const known = { roster, others: new Map([['port', port]]), deletedVersions: new Map([[id(3), 7]]) };
const shiftId = id(2);
const night = { date: '2025-12-01', startMinutes: 1320, endMinutes: 1800 };
const wall = { startsAt: '2025-12-01T22:00', endsAt: '2025-12-02T06:00' };

const cases: [GridChange, object][] = [
  [
    { kind: 'create', tempId: shiftId, employeeId: null, ...night },
    { op: 'create', shift: { id: shiftId, departmentId: id(1), employeeId: null, ...wall } },
  ],
  [
    { kind: 'move', shiftId, version: 3, employeeId: id(4), ...night },
    { op: 'update', id: shiftId, version: 3, patch: { employeeId: id(4), ...wall } },
  ],
  [
    {
      kind: 'create',
      tempId: shiftId,
      employeeId: null,
      ...night,
      departmentId: id(9),
      breaks: [{ minutes: 30, paid: false, afterStart: 240 }],
    },
    {
      op: 'create',
      shift: {
        id: shiftId,
        departmentId: id(9),
        employeeId: null,
        ...wall,
        breaks: [{ minutes: 30, paid: false, afterStart: 240 }],
      },
    },
  ],
  // at another location: a department there, and the position of the same name
  [
    {
      kind: 'create',
      tempId: shiftId,
      employeeId: null,
      ...night,
      positionId: id(5),
      locationId: 'port',
    },
    {
      op: 'create',
      shift: { id: shiftId, departmentId: id(7), employeeId: null, positionId: id(6), ...wall },
    },
  ],
  [
    { kind: 'move', shiftId, version: 3, employeeId: null, ...night, locationId: 'port' },
    { op: 'update', id: shiftId, version: 3, patch: { employeeId: null, departmentId: id(7), ...wall } },
  ],
  [
    { kind: 'resize', shiftId, version: 3, ...night },
    { op: 'update', id: shiftId, version: 3, patch: wall },
  ],
  [
    { kind: 'assign', shiftId, version: 3, employeeId: null },
    { op: 'update', id: shiftId, version: 3, patch: { employeeId: null } },
  ],
  [
    { kind: 'edit', shiftId, version: 3, notes: 'Keys' },
    { op: 'update', id: shiftId, version: 3, patch: { notes: 'Keys' } },
  ],
  [
    { kind: 'rewrite', shiftId, version: 3, to: { notes: 'Old' }, from: { notes: 'New' } },
    { op: 'update', id: shiftId, version: 3, patch: { notes: 'Old' } },
  ],
  [
    { kind: 'copy', shiftId, tempId: id(5), employeeId: id(4), date: '2025-12-03' },
    { op: 'copy', id: shiftId, copy: { id: id(5), employeeId: id(4), date: '2025-12-03' } },
  ],
  [
    { kind: 'remove', shiftId, version: 3 },
    { op: 'delete', id: shiftId, version: 3 },
  ],
  // the version it was deleted at, which only this tab knows
  [
    { kind: 'restore', shift: { id: id(3), version: 4 } as GridShift },
    { op: 'restore', id: id(3), version: 7 },
  ],
];

test.each(cases)('%o', (change, request) => {
  const made = JSON.parse(JSON.stringify(requestOf(change, known, {})));
  expect(made).toEqual(request);
  expect(BulkChange.parse(made)).toEqual(request);
});

test('a reason and the choice of an hour go along', () => {
  const answers = { startsAtFold: 'later', override: { reason: 'Agreed' } } as const;
  expect(
    requestOf({ kind: 'move', shiftId, version: 3, employeeId: null, ...night }, known, answers),
  ).toMatchObject({
    patch: { startsAtFold: 'later', override: { reason: 'Agreed' } },
  });
});
