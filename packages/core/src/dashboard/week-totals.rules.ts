import { Temporal } from 'temporal-polyfill';

type Planned = { localDate: string; paidMinutes: number; costMinor: number | null };
type Worked = { localDate: string; workedMinutes: number };
export type DayTotals = {
  date: string;
  scheduledMinutes: number;
  workedMinutes: number;
  costMinor: number | null;
};

/**
 * Planned paid minutes, worked minutes and planned cost of the seven days from `startDate`, in order. What lies outside
 * is left out. `seeCost` false: costs are null; a shift without a known cost adds nothing.
 */
export function totalsByDay(
  startDate: string,
  planned: readonly Planned[],
  worked: readonly Worked[],
  seeCost: boolean,
): DayTotals[] {
  const first = Temporal.PlainDate.from(startDate);
  const days = Array.from({ length: 7 }, (_, index) => ({
    date: first.add({ days: index }).toString(),
    scheduledMinutes: 0,
    workedMinutes: 0,
    cost: 0,
  }));
  const byDate = new Map(days.map((day) => [day.date, day]));
  for (const shift of planned) {
    const day = byDate.get(shift.localDate);
    if (!day) continue;
    day.scheduledMinutes += shift.paidMinutes;
    day.cost += shift.costMinor ?? 0;
  }
  for (const entry of worked) {
    const day = byDate.get(entry.localDate);
    if (day) day.workedMinutes += entry.workedMinutes;
  }
  return days.map(({ cost, ...day }) => ({ ...day, costMinor: seeCost ? cost : null }));
}

/** The days together. */
export function sumOfDays(days: readonly DayTotals[]): Omit<DayTotals, 'date'> {
  const total = { scheduledMinutes: 0, workedMinutes: 0, costMinor: null as number | null };
  for (const day of days) {
    total.scheduledMinutes += day.scheduledMinutes;
    total.workedMinutes += day.workedMinutes;
    if (day.costMinor !== null) total.costMinor = (total.costMinor ?? 0) + day.costMinor;
  }
  return total;
}
