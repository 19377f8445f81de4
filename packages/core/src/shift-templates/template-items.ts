import type { TemplateItemInput } from '@vaktplan/contracts/http/shift-templates';
import type { TemplateItemRow } from '@vaktplan/db/queries/shift-templates';
import type { ShiftRow } from '@vaktplan/db/queries/shifts';
import { cycleDayOf, daysBetween } from '../roll-out/rotation.rules.ts';
import { wallOf } from '../roll-out/wall-shift.rules.ts';

/** A template's item before it has an id. */
export type TemplateItem = Omit<TemplateItemRow, 'id'>;

/** An item as people give it, complete. */
export const itemFrom = (input: TemplateItemInput): TemplateItem => ({
  ...input,
  positionId: input.positionId ?? null,
  employeeId: input.employeeId ?? null,
  notes: input.notes || null,
  breaks: input.breaks ?? [],
});

/** A planned shift as an item: its day of the cycle and its wall-clock times. */
export function itemOf(
  shift: ShiftRow,
  cycle: { anchorDate: string; cycleDays: number },
  keepPeople: boolean,
): TemplateItem {
  const wall = wallOf(shift, shift.zone);
  const date = wall.start.toPlainDate().toString();
  const minutesAfter = (at: typeof wall.start) =>
    daysBetween(date, at.toPlainDate().toString()) * 1440 + at.hour * 60 + at.minute;
  const startMinutes = minutesAfter(wall.start);
  return {
    day: cycleDayOf(date, cycle.anchorDate, cycle.cycleDays),
    startMinutes,
    // a shift of the night the clocks go back may seem no longer than nothing by the wall
    endMinutes: Math.min(startMinutes + 1440, Math.max(startMinutes + 1, minutesAfter(wall.end))),
    departmentId: shift.departmentId,
    positionId: shift.positionId,
    employeeId: keepPeople ? shift.employeeId : null,
    notes: shift.notes,
    breaks: wall.breaks.map(({ minutes, paid, start }) => ({
      minutes,
      paid,
      startMinutes: start && minutesAfter(start),
    })),
  };
}
