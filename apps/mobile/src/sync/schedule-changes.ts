import type { SyncShift } from '@vaktplan/contracts/http/sync';
import * as z from 'zod';

const Fact = z.object({
  id: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  localDate: z.string(),
  zone: z.string(),
  locationName: z.string(),
  departmentName: z.string(),
  positionName: z.string().nullable(),
  notes: z.string().nullable(),
});
type Fact = z.infer<typeof Fact>;

/** The schedule as it was last looked at, and how far it went then. */
export const Looked = z.object({ at: z.number(), until: z.number(), shifts: z.array(Fact) });
export type Looked = z.infer<typeof Looked>;

const COMPARED = ['startsAt', 'endsAt', 'locationName', 'departmentName', 'positionName', 'notes'] as const;
export type ChangedField = (typeof COMPARED)[number];
export type ScheduleChange =
  | { kind: 'added'; shift: SyncShift }
  | { kind: 'changed'; shift: SyncShift; before: Fact; fields: ChangedField[] }
  | { kind: 'removed'; before: Fact };

const own = (shifts: readonly SyncShift[]) => shifts.filter(({ open }) => !open);

/** To be kept when somebody has looked: their own shifts from now on. `until`: how far ahead the phone keeps them. */
export const lookedAt = (shifts: readonly SyncShift[], now: number, until: number): Looked => ({
  at: now,
  until,
  shifts: own(shifts)
    .filter(({ endsAt }) => Date.parse(endsAt) > now)
    .map((shift) => Fact.parse(shift)),
});

/**
 * What is another than at the last look, in the order of time. What is over is no news, nor is what only came into view
 * because time went on. Never looked: nothing is news.
 */
export function changesSince(
  looked: Looked | null,
  shifts: readonly SyncShift[],
  now: number,
): ScheduleChange[] {
  if (!looked) return [];
  const before = new Map(looked.shifts.map((fact) => [fact.id, fact]));
  const current = own(shifts);
  const isHere = new Set(current.map(({ id }) => id));
  const changes = current.flatMap((shift): ScheduleChange[] => {
    const was = before.get(shift.id);
    if (was) {
      const fields = COMPARED.filter((field) => !isSame(field, was, shift));
      return fields.length > 0 ? [{ kind: 'changed', shift, before: was, fields }] : [];
    }
    const isNews = Date.parse(shift.startsAt) < looked.until || Date.parse(shift.publishedAt) > looked.at;
    return isNews ? [{ kind: 'added', shift }] : [];
  });
  const removed = looked.shifts
    .filter(({ id }) => !isHere.has(id))
    .map((fact): ScheduleChange => ({ kind: 'removed', before: fact }));
  return [...changes, ...removed]
    .filter((change) => lastEnd(change) > now)
    .toSorted((a, b) => startOf(a) - startOf(b));
}

const isSame = (field: ChangedField, was: Fact, shift: SyncShift): boolean =>
  field === 'startsAt' || field === 'endsAt'
    ? Date.parse(was[field]) === Date.parse(shift[field])
    : was[field] === shift[field];

const startOf = (change: ScheduleChange): number =>
  Date.parse((change.kind === 'removed' ? change.before : change.shift).startsAt);

/** A shift moved into the past still was one to come. */
function lastEnd(change: ScheduleChange): number {
  const ends = [
    ...('shift' in change ? [change.shift.endsAt] : []),
    ...('before' in change ? [change.before.endsAt] : []),
  ];
  return Math.max(...ends.map((end) => Date.parse(end)));
}
