import type { UpdateShift } from '@vaktplan/contracts/http/shifts';
import type { ShiftRow } from '@vaktplan/db/queries/shifts';
import { givenBreaks } from './given-breaks.rules.ts';
import type { PlannedShift, Wish } from './plan-shift.ts';
import { copyOf, looksSame, seenOf } from './published-copy.rules.ts';

/** The shift as the patch would have it: what is left out stays. */
export const wishOf = (before: ShiftRow, patch: UpdateShift): Wish => ({
  departmentId: patch.departmentId ?? before.departmentId,
  startsAt: patch.startsAt ?? before.startsAt,
  endsAt: patch.endsAt ?? before.endsAt,
  startsAtFold: patch.startsAtFold,
  endsAtFold: patch.endsAtFold,
  positionId: patch.positionId === undefined ? before.positionId : patch.positionId,
  employeeId: patch.employeeId === undefined ? before.employeeId : patch.employeeId,
  notes: patch.notes === undefined ? before.notes : patch.notes || null,
  breaks: patch.breaks ? givenBreaks(patch.breaks) : before.breaks,
  reason: patch.override?.reason,
});

export const isSamePlan = (before: ShiftRow, planned: PlannedShift): boolean =>
  Date.parse(before.startsAt) === Date.parse(planned.startsAt) &&
  Date.parse(before.endsAt) === Date.parse(planned.endsAt) &&
  (['departmentId', 'positionId', 'employeeId', 'notes', 'zone'] as const).every(
    (key) => before[key] === planned[key],
  ) &&
  sameBreaks(before, planned);

export const sameBreaks = (
  before: Pick<ShiftRow, 'breaks'>,
  planned: Pick<PlannedShift, 'breaks'>,
): boolean => JSON.stringify(before.breaks) === JSON.stringify(planned.breaks);

type Changed = Pick<ShiftRow, 'version' | 'publishedVersion' | 'published'>;

/** A shift that is changed back to what employees see anyway counts as published: nothing of it is left to publish. */
export function versionsOf(before: ShiftRow, planned: PlannedShift): Changed {
  const version = before.version + 1;
  const seen = seenOf(before);
  const settled = seen !== null && looksSame(seen, copyOf(planned));
  return {
    version,
    publishedVersion: settled ? version : before.publishedVersion,
    published: settled ? null : seen,
  };
}

/** Deleting and restoring a published shift leaves it as employees see it: its published version moves along. */
export function versionsOfMark(before: ShiftRow, deletedAt: string | null): Changed {
  const back = deletedAt === null && before.publishedVersion === before.version - 1;
  const version = before.version + 1;
  return {
    version,
    publishedVersion: back ? version : before.publishedVersion,
    published: back ? null : seenOf(before),
  };
}
