import { costOfShift, type PaidShift, type Rate } from '../pay/shift-cost.rules.ts';
import { shiftMinutes } from '../shifts/shift.rules.ts';
import { NO_PLAN, type Plan } from './budget.rules.ts';

type PlannedShift = PaidShift & {
  departmentId: string;
  positionId: string | null;
  employeeId: string | null;
};
/** What one department and position plan, day by day. */
export type PlannedSection = { departmentId: string; positionId: string | null; days: Map<string, Plan> };

/**
 * Planned minutes and cost by department and position and day. An open shift counts its minutes; it costs nothing yet,
 * because nobody's rate is known.
 */
export function planSections(
  shifts: readonly PlannedShift[],
  rates: readonly (Rate & { employeeId: string })[],
): PlannedSection[] {
  const ratesOf = Map.groupBy(rates, (rate) => rate.employeeId);
  const sections = new Map<string, PlannedSection>();
  for (const shift of shifts) {
    const key = `${shift.departmentId} ${shift.positionId}`;
    const { departmentId, positionId } = shift;
    const section = sections.get(key) ?? { departmentId, positionId, days: new Map<string, Plan>() };
    sections.set(key, section);
    const day = section.days.get(shift.localDate) ?? { ...NO_PLAN };
    section.days.set(shift.localDate, day);
    day.minutes += shiftMinutes(shift).paidMinutes;
    if (shift.employeeId === null) continue;
    const cost = costOfShift(shift, ratesOf.get(shift.employeeId) ?? []);
    if (cost === null) day.unknownCosts += 1;
    else day.costMinor += cost;
  }
  return [...sections.values()];
}
