import type { TimeEntryView } from '@vaktplan/contracts/http/time-tracking';
import type { TimeEntryRow } from '@vaktplan/db/queries/time-entries';
import { countedMinutes, entryState } from './time-entry.rules.ts';

/** Row -> the only outward shape of a time entry. `now` in milliseconds: an open entry has been worked up to then. */
export function presentTimeEntry(row: TimeEntryRow, now: number): TimeEntryView {
  return {
    id: row.id,
    employeeId: row.employeeId,
    locationId: row.locationId,
    shiftId: row.shiftId,
    startedAt: row.startedAt,
    endedAt: row.endedAt,
    countedStart: row.countedStart,
    countedEnd: row.countedEnd,
    localDate: row.localDate,
    zone: row.zone,
    breaks: row.breaks.map(({ startedAt, endedAt, paid }) => ({ startedAt, endedAt, paid })),
    deductedMinutes: row.deductedMinutes,
    workedMinutes: countedMinutes(row, now),
    days: row.days,
    flags: row.flags,
    deviations: row.deviations,
    state: entryState(row),
    version: row.version,
  };
}
