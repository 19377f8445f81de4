import type { PublishedCopy, ShiftBreak } from '@vaktplan/contracts/http/shifts';

type Planned = PublishedCopy & {
  version: number;
  publishedVersion: number | null;
  publicationId: string | null;
  published: PublishedCopy | null;
};

/** The part of a shift that employees see. */
export const copyOf = (shift: PublishedCopy): PublishedCopy => ({
  locationId: shift.locationId,
  departmentId: shift.departmentId,
  positionId: shift.positionId,
  employeeId: shift.employeeId,
  startsAt: shift.startsAt,
  endsAt: shift.endsAt,
  localDate: shift.localDate,
  notes: shift.notes,
  breaks: shift.breaks,
});

/** What employees see of the shift as it stands; null: nothing. */
export function seenOf(shift: Planned): PublishedCopy | null {
  if (!shift.publicationId) return null;
  return shift.publishedVersion === shift.version ? copyOf(shift) : shift.published;
}

/** Would anybody see a difference between the two? Instants are compared as instants, breaks in their order. */
export const looksSame = (one: PublishedCopy, other: PublishedCopy): boolean =>
  (['locationId', 'departmentId', 'positionId', 'employeeId', 'notes'] as const).every(
    (key) => one[key] === other[key],
  ) &&
  instant(one.startsAt) === instant(other.startsAt) &&
  instant(one.endsAt) === instant(other.endsAt) &&
  one.breaks.length === other.breaks.length &&
  one.breaks.every((pause, at) => samePause(pause, other.breaks[at]));

const instant = (text: string) => Date.parse(text);

const samePause = (one: ShiftBreak, other: ShiftBreak | undefined): boolean =>
  other !== undefined &&
  one.minutes === other.minutes &&
  one.paid === other.paid &&
  (one.startsAt && instant(one.startsAt)) === (other.startsAt && instant(other.startsAt));
