import type { Board, BoardPerson } from '@vaktplan/contracts/http/board';
import type { BoardRow } from '@vaktplan/db/queries/board';
import { can } from '../context/authorize.ts';
import type { Actor } from '../context/ctx.ts';
import { LATE_AFTER_MS } from '../time-tracking/time-entry.rules.ts';

const MINUTE = 60_000;

function stateOf(row: BoardRow, now: number): BoardPerson['state'] {
  if (row.entryId) return row.breakStartedAt ? 'on_break' : 'in';
  return now - Date.parse(row.shiftStartsAt) > LATE_AFTER_MS ? 'missing' : 'expected';
}

/** Whole minutes after the start of the shift, when that is more than the five that are forgiven. */
function lateMinutes(row: BoardRow): number {
  const came = row.cameAt ?? row.startedAt;
  if (!row.shiftId || !came) return 0;
  const late = Date.parse(came) - Date.parse(row.shiftStartsAt);
  return late > LATE_AFTER_MS ? Math.floor(late / MINUTE) : 0;
}

/** Row -> a person on the board at `now` (milliseconds), as this actor may see them. */
export function presentBoardPerson(actor: Actor, row: BoardRow, now: number): BoardPerson {
  const place = { locationId: row.locationId, departmentId: row.departmentId };
  return {
    employeeId: row.employeeId,
    name: row.name,
    state: stateOf(row, now),
    since: row.breakStartedAt ?? row.startedAt ?? row.shiftStartsAt,
    lateMinutes: lateMinutes(row),
    locationId: row.locationId,
    locationName: row.locationName,
    zone: row.zone,
    shift: row.shiftId
      ? {
          id: row.shiftId,
          startsAt: row.shiftStartsAt,
          endsAt: row.shiftEndsAt,
          positionName: row.positionName,
        }
      : null,
    entryId: row.entryId,
    phone: can(actor, 'employee:read', place) ? row.phone : null,
    abilities: { replace: row.entryId === null && can(actor, 'shift:update', place) },
  };
}

export const countBoard = (people: readonly BoardPerson[]): Board['meta']['counts'] => {
  const count = (state: BoardPerson['state']): number =>
    people.filter((person) => person.state === state).length;
  return {
    in: count('in'),
    onBreak: count('on_break'),
    late: people.filter((person) => person.lateMinutes > 0).length,
    missing: count('missing'),
    expected: count('expected'),
  };
};
