import { Temporal } from 'temporal-polyfill';
import type { CopyShift } from '@vaktplan/contracts/http/shifts';
import type { ShiftRow } from '@vaktplan/db/queries/shifts';
import { onDate } from '../time/local-time.rules.ts';
import type { Wish } from './plan-shift.ts';

/** The same shift on another day or for another person, at the same wall-clock times; timed breaks move along. */
export function copyWish(source: ShiftRow, input: CopyShift): Wish {
  const from = {
    startsAt: Temporal.Instant.from(source.startsAt),
    endsAt: Temporal.Instant.from(source.endsAt),
  };
  const to = onDate(from, source.zone, input.date);
  const moved = to.startsAt.since(from.startsAt);
  return {
    departmentId: source.departmentId,
    positionId: source.positionId,
    employeeId: input.employeeId === undefined ? source.employeeId : input.employeeId,
    startsAt: to.startsAt.toString(),
    endsAt: to.endsAt.toString(),
    notes: source.notes,
    reason: input.override?.reason,
    breaks: source.breaks.map((pause) => ({
      ...pause,
      startsAt: pause.startsAt && Temporal.Instant.from(pause.startsAt).add(moved).toString(),
    })),
  };
}
