import { EntryFlag, type TimesheetLine } from '@vaktplan/contracts/http/timesheets';
import type { LineRow } from '@vaktplan/db/queries/timesheet-lines';
import type { Actor } from '../context/ctx.ts';
import { canAtLocation } from '../context/permitted-places.ts';
import { isOwnBlocked } from './own-hours.ts';
import { isException, unpaidBreakMinutes, withinTolerance } from './line.rules.ts';
import { changedSinceDecision, lineState, refusalOf, type ReviewFacts } from './review.rules.ts';

const MINUTE = 60_000;
const KNOWN = new Set<string>(EntryFlag.options);

/** What the state machine looks at. */
export const factsOf = (row: LineRow): ReviewFacts => ({
  ended: row.endedAt !== null,
  version: row.version,
  review: row.reviewState && { state: row.reviewState, entryVersion: row.reviewVersion ?? 0 },
  submitted: row.submitted,
  period: row.periodState ?? 'open',
});

export const planOf = (row: LineRow): TimesheetLine['shift'] => {
  if (!row.shiftId || !row.shiftStartsAt || !row.shiftEndsAt) return null;
  const elapsed = (Date.parse(row.shiftEndsAt) - Date.parse(row.shiftStartsAt)) / MINUTE;
  const minutes = Math.max(0, Math.floor(elapsed) - row.shiftUnpaidMinutes);
  return { id: row.shiftId, startsAt: row.shiftStartsAt, endsAt: row.shiftEndsAt, minutes };
};

/** What counts: as computed, else as punched. Minutes are whole, rounded down once, here. */
export function countedOf(row: LineRow) {
  const countedStart = row.countedStart ?? row.startedAt;
  const countedEnd = row.endedAt === null ? null : (row.countedEnd ?? row.endedAt);
  const breakMinutes =
    unpaidBreakMinutes({ countedStart, countedEnd, breaks: row.breaks }) + row.deductedMinutes;
  const elapsed = countedEnd === null ? 0 : (Date.parse(countedEnd) - Date.parse(countedStart)) / MINUTE;
  const countedMinutes = row.workedMinutes ?? Math.max(0, Math.floor(elapsed) - breakMinutes);
  return { countedStart, countedEnd, breakMinutes, countedMinutes };
}

export type Days = { startDate: string; endDate: string };
const lies = (date: string, { startDate, endDate }: Days): boolean => startDate <= date && date <= endDate;

/** Does the entry count in these days, whole or in part? */
export const reachesInto = (row: Pick<LineRow, 'localDate' | 'days'>, days: Days): boolean =>
  lies(row.localDate, days) || row.days.some(({ localDate }) => lies(localDate, days));

/** What of the entry counts in these days: of one split at midnight the part that lies in them; its breaks on its first day. */
export function countedWithin(row: LineRow, days: Days): { countedMinutes: number; breakMinutes: number } {
  const { countedMinutes, breakMinutes } = countedOf(row);
  const first = lies(row.localDate, days);
  const minutes =
    row.days.length > 0
      ? row.days.reduce((sum, day) => (lies(day.localDate, days) ? sum + day.minutes : sum), 0)
      : first
        ? countedMinutes
        : 0;
  return { countedMinutes: minutes, breakMinutes: first ? breakMinutes : 0 };
}

function flagsOf(row: LineRow, minutes: number): EntryFlag[] {
  const flags = new Set(row.flags.filter((flag): flag is EntryFlag => KNOWN.has(flag)));
  const plan = planOf(row);
  if (row.shiftId === null) flags.add('unscheduled');
  const tolerance = {
    startMinutes: row.startMinutes,
    endMinutes: row.endMinutes,
    totalMinutes: row.totalMinutes,
  };
  if (plan && row.endedAt !== null && !withinTolerance({ ...row, minutes }, plan, tolerance))
    flags.add('deviation');
  if (changedSinceDecision(factsOf(row))) flags.add('changed_since_decision');
  if (row.correctionId) flags.add('correction_proposed');
  return [...flags];
}

/** Does the actor approve there? Whether also this entry: see `isOwnBlocked`. */
export const mayApprove = (actor: Actor, row: Pick<LineRow, 'locationId' | 'departmentIds'>): boolean =>
  canAtLocation(actor, 'timesheet:approve', { id: row.locationId, departmentIds: row.departmentIds });

/** Row -> the only outward shape of a line. */
export function presentLine(actor: Actor, row: LineRow): TimesheetLine {
  const counted = countedOf(row);
  const facts = factsOf(row);
  const flags = flagsOf(row, counted.countedMinutes);
  const ownHours = mayApprove(actor, row) && isOwnBlocked(actor, row);
  const decides = mayApprove(actor, row) && !ownHours;
  const own = actor.kind === 'user' && actor.employeeId === row.employeeId;
  return {
    id: row.id,
    employeeId: row.employeeId,
    employeeName: row.employeeName,
    locationId: row.locationId,
    locationName: row.locationName,
    departmentId: row.departmentId,
    localDate: row.localDate,
    zone: row.zone,
    shift: planOf(row),
    startedAt: row.startedAt,
    endedAt: row.endedAt,
    ...counted,
    days: row.days.map(({ localDate, minutes }) => ({ localDate, minutes })),
    breaks: row.breaks.map(({ startedAt, endedAt, paid }) => ({ startedAt, endedAt, paid })),
    flags,
    exception: isException(flags),
    state: lineState(facts),
    decision:
      row.reviewAt === null
        ? null
        : {
            by: row.reviewBy,
            at: row.reviewAt,
            reason: row.reviewReason,
            automatic: row.reviewAutomatic ?? false,
          },
    correctionId: row.correctionId,
    ownHours,
    version: row.version,
    abilities: {
      approve: decides && refusalOf('approve', facts) === null,
      correct: decides && refusalOf('correct', facts) === null,
      propose: own && row.correctionId === null && refusalOf('propose', facts) === null,
    },
  };
}
