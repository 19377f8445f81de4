import type { ShiftColumns } from '@vaktplan/contracts/http/shift-columns';
import type { ShiftView } from '@vaktplan/contracts/http/shifts';
import { shiftsOfColumns } from '@vaktplan/core/rules';

/** A range as the API gave it, by column, and what it answered to our own changes since. */
export type ShownWeek = ShiftColumns & {
  answered?: readonly ShiftView[];
  /** Whose plan it is, once something was answered. */
  locationId?: string;
};

const given = new WeakMap<ShiftColumns['columns'], ShiftView[]>();
const shown = new WeakMap<ShownWeek, ShiftView[]>();

/** The shifts of the range; the same array for the same answer. */
export function shiftsOf(week: ShownWeek): ShiftView[] {
  const known = shown.get(week);
  if (known) return known;
  const shifts = week.answered ? merged(week, week.answered) : read(week);
  shown.set(week, shifts);
  return shifts;
}

/** Of each shift the newest answer. */
export const withAnswers = (
  week: ShownWeek,
  answers: readonly ShiftView[],
  locationId: string,
): ShownWeek => {
  const newest = new Map((week.answered ?? []).map((shift) => [shift.id, shift]));
  for (const shift of answers)
    if ((newest.get(shift.id)?.version ?? 0) <= shift.version) newest.set(shift.id, shift);
  return { ...week, locationId, answered: [...newest.values()] };
};

/** A draft that was deleted is gone for good: no list shows it. */
const isGone = ({ state, publishedVersion }: ShiftView): boolean =>
  state === 'deleted' && publishedVersion === null;

function read(week: ShiftColumns): ShiftView[] {
  let shifts = given.get(week.columns);
  if (!shifts) given.set(week.columns, (shifts = shiftsOfColumns(week)));
  return shifts;
}

/** The answers in place of what they replace; other days and other locations fall out by themselves. */
function merged(week: ShownWeek, answers: readonly ShiftView[]): ShiftView[] {
  const { startDate, endDate } = week.meta;
  const shifts = new Map(read(week).map((shift) => [shift.id, shift]));
  for (const shift of answers) {
    const elsewhere = week.locationId !== undefined && shift.locationId !== week.locationId;
    if ((shifts.get(shift.id)?.version ?? 0) > shift.version) continue;
    if (elsewhere || isGone(shift) || shift.localDate < startDate || shift.localDate > endDate)
      shifts.delete(shift.id);
    else shifts.set(shift.id, shift);
  }
  return [...shifts.values()];
}
