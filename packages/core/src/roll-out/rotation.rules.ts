const DAY = 86_400_000;
const at = (date: string): number => Date.parse(`${date}T00:00:00Z`);

/** Calendar days from one date to another; negative when the other comes first. */
export const daysBetween = (from: string, to: string): number => Math.round((at(to) - at(from)) / DAY);

/** The date so many days later. */
export const laterBy = (date: string, days: number): string =>
  new Date(at(date) + days * DAY).toISOString().slice(0, 10);

/** A Monday: weeks are counted from it, so a week template's day 0 is always a Monday. */
export const WEEK_ANCHOR = '1970-01-05';

/** Which day of the cycle (0 to cycleDays - 1) a date is, when `anchor` is a day 0. Also for dates before it. */
export const cycleDayOf = (date: string, anchor: string, cycleDays: number): number =>
  modulo(daysBetween(anchor, date), cycleDays);

const modulo = (value: number, by: number): number => ((value % by) + by) % by;

/** The items of a rotation on each day of a range, in the order of days. */
export function rotated<Item extends { day: number }>(
  items: readonly Item[],
  range: { startDate: string; endDate: string },
  anchor: string,
  cycleDays: number,
): { date: string; item: Item }[] {
  const byDay = Map.groupBy(items, (item) => item.day);
  const length = daysBetween(range.startDate, range.endDate) + 1;
  return Array.from({ length }, (_, day) => laterBy(range.startDate, day)).flatMap((date) =>
    (byDay.get(cycleDayOf(date, anchor, cycleDays)) ?? []).map((item) => ({ date, item })),
  );
}

/** A shift of a pattern that somebody works, before it is on a day. */
export type PatternShift = {
  startMinutes: number;
  endMinutes: number;
  departmentId: string;
  positionId: string | null;
};

/**
 * `on` days at work, then `off` days free, for people who each begin so many days into the cycle: 4 on, 4 off with
 * offsets 0 and 4 is two crews that relieve each other.
 */
export function patternItems(
  pattern: { on: number; off: number; shift: PatternShift },
  crew: readonly { employeeId: string | null; offset: number }[],
): (PatternShift & { day: number; employeeId: string | null })[] {
  const cycleDays = pattern.on + pattern.off;
  return crew.flatMap(({ employeeId, offset }) =>
    Array.from({ length: pattern.on }, (_, nr) => ({
      ...pattern.shift,
      employeeId,
      day: modulo(nr + offset, cycleDays),
    })),
  );
}
