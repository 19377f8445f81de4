import { addDays } from '../../lib/format';

const QUARTER = 15 * 60_000;
/** By zone, date and instant: thousands of shifts begin and end at the same few moments, and joining texts for a key takes longest. */
const known = new Map<string, Map<string, Map<string, number>>>();
const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(zone, format);
  }
  return format;
}

/** Milliseconds that the zone is ahead of UTC. Kept per quarter hour: clocks change on one, and a week has few of them. */
function offsetAt(instant: number, zone: string): number {
  const quarter = Math.floor(instant / QUARTER) * QUARTER;
  const key = `${zone}${quarter}`;
  const kept = offsets.get(key);
  if (kept !== undefined) return kept;
  const part = new Map(
    formatOf(zone)
      .formatToParts(quarter)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const wall = Date.UTC(
    part.get('year') ?? 0,
    (part.get('month') ?? 1) - 1,
    part.get('day'),
    part.get('hour'),
    part.get('minute'),
    part.get('second'),
  );
  offsets.set(key, wall - quarter);
  return wall - quarter;
}

/** Wall-clock minutes after midnight of `date` in the zone; past 1440 on the next day. */
export function wallMinutes(instant: string, date: string, zone: string): number {
  const ofDate = within(within(known, zone), date);
  let minutes = ofDate.get(instant);
  if (minutes === undefined) {
    const at = Date.parse(instant);
    minutes = Math.floor((at + offsetAt(at, zone) - Date.parse(`${date}T00:00:00Z`)) / 60_000);
    ofDate.set(instant, minutes);
  }
  return minutes;
}

function within<K, V>(maps: Map<string, Map<K, V>>, key: string): Map<K, V> {
  let map = maps.get(key);
  if (!map) maps.set(key, (map = new Map()));
  return map;
}

const two = (value: number) => String(value).padStart(2, '0');

/** `2025-12-01` and 1530 minutes -> `2025-12-02T01:30`, the form in which the API takes wall-clock times. */
export function wallText(date: string, minutes: number): string {
  const days = Math.floor(minutes / 1440);
  const rest = minutes - days * 1440;
  return `${addDays(date, days)}T${two(Math.floor(rest / 60))}:${two(rest % 60)}`;
}

/** 570 -> `09:30`, for a time field. */
export const timeText = (minutes: number): string =>
  `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;

/** `09:30` -> 570; undefined for anything else. */
export function minutesOf(time: string): number | undefined {
  const found = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(time);
  return found ? Number(found[1]) * 60 + Number(found[2]) : undefined;
}

/** `2025-12-01T14:30` in the zone -> milliseconds; of a time that comes twice the first found. Undefined for anything else. */
export function instantOfWall(text: string, zone: string): number | undefined {
  const [date = '', time = ''] = text.split('T');
  const minutes = minutesOf(time);
  let instant = Date.parse(`${date}T00:00:00Z`) + (minutes ?? Number.NaN) * 60_000;
  if (minutes === undefined || Number.isNaN(instant)) return undefined;
  // the first step finds the offset, the second the one on the other side of a change of the clocks
  for (let step = 0; step < 2; step += 1)
    instant += (minutes - wallMinutes(new Date(instant).toISOString(), date, zone)) * 60_000;
  return instant;
}

/** Milliseconds -> `2025-12-01T14:30` in the zone, for a field. */
export function wallOfInstant(instant: number, zone: string): string {
  const utc = new Date(instant).toISOString();
  const date = utc.slice(0, 10);
  return wallText(date, wallMinutes(utc, date, zone));
}
