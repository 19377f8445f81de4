import type { AtWorkList } from '@vaktplan/contracts/http/time-tracking';
import type { MissingRow, OpenEntryRow } from '@vaktplan/db/queries/at-work';
import { withBreaks } from '@vaktplan/db/queries/time-entries';
import { isLate } from './time-entry.rules.ts';

type AtWork = AtWorkList['data'][number];

const shiftOf = (row: OpenEntryRow | MissingRow): AtWork['shift'] =>
  row.shiftId
    ? {
        id: row.shiftId,
        startsAt: row.shiftStartsAt,
        endsAt: row.shiftEndsAt,
        positionName: row.positionName,
      }
    : null;

function presentOpen(row: OpenEntryRow): AtWork {
  const pause = withBreaks(row).breaks.find((one) => one.endedAt === null);
  return {
    employeeId: row.employeeId,
    name: row.name,
    state: pause ? 'on_break' : 'in',
    since: pause?.startedAt ?? row.startedAt,
    locationId: row.locationId,
    zone: row.zone,
    shift: shiftOf(row),
    entryId: row.id,
  };
}

const presentLate = (row: MissingRow): AtWork => ({
  employeeId: row.employeeId,
  name: row.name,
  state: 'late',
  since: row.shiftStartsAt,
  locationId: row.locationId,
  zone: row.zone,
  shift: shiftOf(row),
  entryId: null,
});

/** Who is at work, on a break or late at `now` (milliseconds), by name. */
export const presentAtWork = (open: OpenEntryRow[], missing: MissingRow[], now: number): AtWork[] =>
  [
    ...open.map(presentOpen),
    ...missing
      .filter((row) => isLate({ startsAt: row.shiftStartsAt, endsAt: row.shiftEndsAt }, now, false))
      .map(presentLate),
  ].toSorted((a, b) => a.name.localeCompare(b.name) || a.since.localeCompare(b.since));
