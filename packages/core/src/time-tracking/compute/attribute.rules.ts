import type { TimePolicySettings } from '@vaktplan/contracts/http/time-policies';
import type { ComputedBreak } from './facts.rules.ts';
import type { ZoneClock } from './zone-clock.rules.ts';

export type WorkedSpan = { start: number; end: number; breaks: readonly ComputedBreak[] };
type DayPart = { localDate: string; ms: number };

const overlap = (from: number, to: number, start: number, end: number): number =>
  Math.max(0, Math.min(to, end) - Math.max(from, start));

/** Milliseconds worked in [from, to), without unpaid breaks. */
export function workedWithin({ start, end, breaks }: WorkedSpan, from: number, to: number): number {
  let worked = overlap(from, to, start, end);
  for (const pause of breaks) {
    if (!pause.paid) {
      const within = overlap(Math.max(from, start), Math.min(to, end), pause.start, pause.end ?? end);
      worked -= within;
    }
  }
  return Math.max(0, worked);
}

/** The span cut at the midnights of its zone, in order; one part for a span of no length. */
export function dayParts(span: WorkedSpan, zone: string, clock: ZoneClock): DayPart[] {
  const parts: DayPart[] = [];
  let from = span.start;
  let localDate = clock.dateOf(zone, from);
  for (;;) {
    const next = clock.dayStart(zone, dayAfter(localDate));
    const to = next > from ? Math.min(span.end, next) : span.end;
    parts.push({ localDate, ms: workedWithin(span, from, to) });
    if (to >= span.end) return parts;
    from = to;
    // a day that a zone leaves out (Samoa, 30 December 2011) is nobody's
    localDate = clock.dateOf(zone, from);
  }
}

const dayAfter = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

type Day = { localDate: string; minutes: number };

/**
 * To which business days the minutes belong, and the one that the entry is listed under. Minutes are rounded down once,
 * on the whole; what a rule takes off comes from the longest day first. The days' minutes sum to `workedMinutes`.
 */
export function attribute(
  span: WorkedSpan,
  deductedMinutes: number,
  mode: TimePolicySettings['overnight'],
  { zone, clock, shiftDate }: { zone: string; clock: ZoneClock; shiftDate: string | null },
): { localDate: string; days: Day[]; workedMinutes: number } {
  const parts = dayParts(span, zone, clock);
  let sum = 0;
  let counted = 0;
  const days = parts.map(({ localDate, ms }) => {
    sum += ms;
    const minutes = Math.floor(sum / 60_000) - counted;
    counted += minutes;
    return { localDate, minutes };
  });
  let left = deductedMinutes;
  for (const day of days.toSorted((a, b) => b.minutes - a.minutes)) {
    const taken = Math.min(day.minutes, left);
    day.minutes -= taken;
    left -= taken;
  }
  const workedMinutes = days.reduce((total, day) => total + day.minutes, 0);
  const started = shiftDate ?? (days[0] as Day).localDate;
  if (mode === 'split') return { localDate: (days[0] as Day).localDate, days, workedMinutes };
  const localDate =
    mode === 'day_starts'
      ? started
      : mode === 'day_ends'
        ? (days.at(-1) as Day).localDate
        : mostWorked(parts);
  return { localDate, days: [{ localDate, minutes: workedMinutes }], workedMinutes };
}

/** The day with the most work; of equals the earlier. */
const mostWorked = (parts: readonly DayPart[]): string =>
  parts.reduce((most, part) => (part.ms > most.ms ? part : most)).localDate;
