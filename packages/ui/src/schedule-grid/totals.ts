import type { GridFormat } from './grid-format.ts';
import type { GridRate, GridShift } from './types.ts';

export interface Total {
  minutes: number;
  /** Integer minor units of the shifts whose cost is known. */
  costMinor: number;
  /** Shifts whose cost is not known; when there are some, `costMinor` is a lower bound. */
  unknownCosts: number;
  shifts: number;
  /** Shifts somebody is assigned to. */
  staffed: number;
}

export interface Totals {
  byDay: ReadonlyMap<string, Total>;
  byEmployee: ReadonlyMap<string | null, Total>;
  /** Of each section its days, and under `''` all of them. */
  bySection: ReadonlyMap<string, ReadonlyMap<string, Total>>;
  all: Total;
}

/** "3 of 4 staffed". */
export const staffedWords = ({ say }: Pick<GridFormat, 'say'>, { staffed, shifts }: Total): string =>
  say('staffed', { staffed, shifts });

export const NO_TOTAL: Readonly<Total> = Object.freeze({
  minutes: 0,
  costMinor: 0,
  unknownCosts: 0,
  shifts: 0,
  staffed: 0,
});

/**
 * Hours and cost of the days shown. A removed shift counts no more, even before its removal is published. People whose
 * sums are as in `previous` keep their object, so that their rows need not render.
 */
export function sumShifts(
  shifts: readonly GridShift[],
  days: readonly string[],
  sectionOf?: (shift: GridShift) => string | undefined,
  previous?: Totals,
): Totals {
  const shown = new Set(days);
  const byDay = new Map<string, Total>();
  const byEmployee = new Map<string | null, Total>();
  const bySection = new Map<string, Map<string, Total>>();
  const all = { ...NO_TOTAL };
  for (const shift of shifts) {
    if (shift.state === 'deleted' || !shown.has(shift.date)) continue;
    count(totalAt(byDay, shift.date), shift);
    count(totalAt(byEmployee, shift.employeeId), shift);
    count(all, shift);
    const section = sectionOf?.(shift);
    if (section === undefined) continue;
    const ofSection = bySection.get(section) ?? new Map<string, Total>();
    bySection.set(section, ofSection);
    count(totalAt(ofSection, shift.date), shift);
    count(totalAt(ofSection, ''), shift);
  }
  if (previous) {
    for (const [id, total] of byEmployee) {
      const before = previous.byEmployee.get(id);
      if (before && isSame(before, total)) byEmployee.set(id, before);
    }
  }
  return { byDay, byEmployee, bySection, all };
}

const known = new WeakMap<readonly GridShift[], { days: readonly string[]; totals: Totals }>();

/** As `sumShifts` without sections; the same object for the same list and days. */
export function totalsOf(shifts: readonly GridShift[], days: readonly string[], previous?: Totals): Totals {
  const made = known.get(shifts);
  if (made?.days === days) return made.totals;
  const totals = sumShifts(shifts, days, undefined, previous);
  known.set(shifts, { days, totals });
  return totals;
}

function count(total: Total, { paidMinutes, employeeId, costMinor }: GridShift): void {
  total.shifts += 1;
  total.minutes += paidMinutes;
  if (employeeId !== null) total.staffed += 1;
  if (costMinor !== null) total.costMinor += costMinor;
  // nobody is paid for an open shift yet, so its cost is no gap
  else if (employeeId !== null) total.unknownCosts += 1;
}

const isSame = (a: Total, b: Total): boolean =>
  a.minutes === b.minutes &&
  a.costMinor === b.costMinor &&
  a.unknownCosts === b.unknownCosts &&
  a.shifts === b.shifts &&
  a.staffed === b.staffed;

function totalAt<K>(totals: Map<K, Total>, key: K): Total {
  let total = totals.get(key);
  if (!total) totals.set(key, (total = { ...NO_TOTAL }));
  return total;
}

/** Cost of paid minutes at the rate that holds on the date, rounded half up; `null` when no rate does. */
export function estimateCost(
  paidMinutes: number,
  date: string,
  rates: readonly GridRate[] | undefined,
): number | null {
  const rate = rates?.find((each) => each.from <= date && (each.to === null || date <= each.to));
  return rate ? Math.floor((paidMinutes * rate.hourlyMinor + 30) / 60) : null;
}
