/** Calendar arithmetic on `YYYY-MM-DD`; no zone is involved, so UTC serves as the calendar. */

const DAY_MS = 86_400_000;

export const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS;

export const addDays = (date: string, days: number): string =>
  new Date((dayNumber(date) + days) * DAY_MS).toISOString().slice(0, 10);

export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

const zoneFormatters = new Map<string, Intl.DateTimeFormat>();

/** The date an instant falls on in a zone. */
export function dateInZone(instant: string, zone: string): string {
  let formatter = zoneFormatters.get(zone);
  if (!formatter) {
    // Canadian English writes dates as YYYY-MM-DD
    formatter = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
    zoneFormatters.set(zone, formatter);
  }
  return formatter.format(new Date(instant));
}
