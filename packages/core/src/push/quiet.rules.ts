import { Temporal } from 'temporal-polyfill';
import type { QuietHours } from '@vaktplan/contracts/http/notification-settings';

/**
 * When the quiet hours around this instant end, by the wall clock of the zone; null: it is not quiet. They begin with
 * `from` and end with `to`. A time that does not exist on the night the clocks go forward is the one after the gap.
 */
export function quietUntil(
  now: Temporal.Instant,
  { from, to }: QuietHours,
  zone: string,
): Temporal.Instant | null {
  const here = now.toZonedDateTimeISO(zone);
  const at = (day: Temporal.PlainDate, time: string): Temporal.Instant =>
    day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).toInstant();
  const overMidnight = to < from;
  // the quiet that began yesterday may still go on
  for (const begun of [here.toPlainDate().subtract({ days: 1 }), here.toPlainDate()]) {
    const start = at(begun, from);
    const end = at(overMidnight ? begun.add({ days: 1 }) : begun, to);
    const inside = Temporal.Instant.compare(start, now) <= 0 && Temporal.Instant.compare(now, end) < 0;
    if (inside) return end;
  }
  return null;
}
