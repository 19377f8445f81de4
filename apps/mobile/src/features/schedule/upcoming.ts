import type { SyncColleague, SyncShift } from '@vaktplan/contracts/http/sync';

/** In the order given, month by month. */
export function byMonth(shifts: readonly SyncShift[]): [month: string, shifts: SyncShift[]][] {
  const months = new Map<string, SyncShift[]>();
  for (const shift of shifts) {
    const month = shift.localDate.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), shift]);
  }
  return [...months];
}

/** The calendar date of a moment by the clock of `zone`; without one, by the phone's. */
export const dateIn = (ms: number, zone: string | undefined): string =>
  // Swedish writes dates as ISO does
  new Intl.DateTimeFormat('sv-SE', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    ...(zone && { timeZone: zone }),
  }).format(new Date(ms));

/** So far ahead the server tells who else works: a week. */
const COLLEAGUES_MS = 7 * 86_400_000;
/** Is it known by now who works with me? */
export const knowsColleagues = ({ startsAt }: SyncShift, now: number): boolean =>
  Date.parse(startsAt) - now < COLLEAGUES_MS;

/** Who is at the same place while the shift lasts, who comes first first. */
export const withMe = (shift: SyncShift, colleagues: readonly SyncColleague[]): SyncColleague[] =>
  colleagues
    .filter(
      (one) =>
        one.locationId === shift.locationId &&
        Date.parse(one.startsAt) < Date.parse(shift.endsAt) &&
        Date.parse(one.endsAt) > Date.parse(shift.startsAt),
    )
    .toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt) || a.name.localeCompare(b.name));
