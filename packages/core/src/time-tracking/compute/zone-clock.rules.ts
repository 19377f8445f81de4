import { Temporal } from 'temporal-polyfill';
import { utcDateOf } from '../../time/utc.rules.ts';

const HOUR = 3_600_000;
const MOST = 20_000;

/** What a zone's rules say of instants. Handed in, so that rules which change later can be tried. */
export type ZoneClock = {
  /** Milliseconds that the zone's wall clock is ahead of UTC. */
  offset: (zone: string, at: number) => number;
  /** The calendar day. */
  dateOf: (zone: string, at: number) => string;
  /** When the day begins there, also on a day whose midnight does not exist. */
  dayStart: (zone: string, date: string) => number;
};

const offsetByRules = (zone: string, at: number): number =>
  Temporal.Instant.fromEpochMilliseconds(Math.floor(at)).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;

/** A clock that remembers: the rules are asked once a zone and hour, not once a punch. */
export function createZoneClock(offsetOf: (zone: string, at: number) => number = offsetByRules): ZoneClock {
  const hours = new Map<string, Map<number, number | null>>();
  const starts = new Map<string, number>();

  const offset = (zone: string, at: number): number => {
    let known = hours.get(zone);
    if (!known || known.size > MOST) hours.set(zone, (known = new Map()));
    const hour = Math.floor(at / HOUR);
    let value = known.get(hour);
    if (value === undefined) {
      const first = offsetOf(zone, hour * HOUR);
      // the clocks may change inside the hour
      value = first === offsetOf(zone, (hour + 1) * HOUR - 1) ? first : null;
      known.set(hour, value);
    }
    return value ?? offsetOf(zone, at);
  };
  const dateOf = (zone: string, at: number): string => utcDateOf(at + offset(zone, at));

  const dayStart = (zone: string, date: string): number => {
    const key = `${zone} ${date}`;
    const known = starts.get(key);
    if (known !== undefined) return known;
    if (starts.size > MOST) starts.clear();
    const start = firstMoment(zone, date);
    starts.set(key, start);
    return start;
  };
  /** The first instant whose date there is `date` or later: offsets lie within 26 hours of each other. */
  const firstMoment = (zone: string, date: string): number => {
    const midnight = Date.parse(`${date}T00:00:00Z`);
    let before = midnight - 27 * HOUR;
    let from = midnight + 27 * HOUR;
    while (from - before > 1) {
      const middle = Math.floor((before + from) / 2);
      if (dateOf(zone, middle) >= date) from = middle;
      else before = middle;
    }
    return from;
  };
  return { offset, dateOf, dayStart };
}

/** By the tz database of this runtime. */
export const zoneClock: ZoneClock = createZoneClock();
