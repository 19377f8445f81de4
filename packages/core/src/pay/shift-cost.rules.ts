import { Temporal } from 'temporal-polyfill';

/** An hourly rate in minor units, in force on the days `[from, to)`; `to` null: without end, no position: for all. */
export type Rate = { from: string; to: string | null; hourlyMinor: number; positionId?: string | null };

/** Planned or worked time as pay looks at it: instants as ISO text, the zone whose midnights part the days. */
export type PaidShift = {
  startsAt: string;
  endsAt: string;
  zone: string;
  localDate: string;
  positionId?: string | null;
  breaks: readonly { minutes: number; paid: boolean; startsAt?: string | null | undefined }[];
};

/** The rate of a business day, or undefined: one of the position before one of all. Dates are YYYY-MM-DD, as text. */
export function rateOn(rates: readonly Rate[], date: string, positionId?: string | null): Rate | undefined {
  let general: Rate | undefined;
  for (const rate of rates) {
    if (rate.from > date || (rate.to !== null && date >= rate.to)) continue;
    if (!rate.positionId) general ??= rate;
    else if (rate.positionId === positionId) return rate;
  }
  return general;
}

/**
 * Cost of a shift in minor units, each minute at the rate of the local day it lies in: a rate that changes at midnight
 * parts a night shift there. Unpaid breaks are taken from the day they lie in, those without a time from all days in
 * proportion. Rounded half up once per shift (the rounding point); sums add rounded shifts. Null when some of it has
 * no rate in force. The same for planning, budget and pay.
 */
export function costOfShift(shift: PaidShift, rates: readonly Rate[]): number | null {
  const first = rateOn(rates, shift.localDate, shift.positionId);
  const spans = first && holdsThroughout(first, shift, rates) ? [wholeOf(shift)] : daysOf(shift);
  let all = 0;
  let earned = 0;
  let untimed = 0;
  for (const pause of shift.breaks) if (!pause.paid && !pause.startsAt) untimed += pause.minutes;
  for (const span of spans) {
    const minutes = (span.to - span.from) / 60_000 - unpaidWithin(shift, span);
    if (minutes <= 0) continue;
    const rate = rateOn(rates, span.date, shift.positionId);
    if (!rate) return null;
    all += minutes;
    earned += minutes * rate.hourlyMinor;
  }
  if (all === 0) return first ? 0 : null;
  return roundToMinor(earned * Math.max(0, all - untimed), 60 * all);
}

type Span = { date: string; from: number; to: number };

/** Seconds are dropped, as everywhere where minutes count. */
const wholeOf = ({ startsAt, endsAt, localDate }: PaidShift): Span => {
  const from = Date.parse(startsAt);
  return { date: localDate, from, to: from + Math.floor((Date.parse(endsAt) - from) / 60_000) * 60_000 };
};

const dayAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Does one rate hold for the whole shift? It touches two more days at most, so mostly no midnight has to be found. */
const holdsThroughout = (rate: Rate, shift: PaidShift, rates: readonly Rate[]): boolean =>
  isLast(rate, shift, rates) ||
  [1, 2].every((days) => rateOn(rates, dayAfter(shift.localDate, days), shift.positionId) === rate);

/** No other rate can follow: told from the dates as they stand, since plans ask it for thousands of shifts. */
const isLast = (rate: Rate, { localDate, positionId }: PaidShift, rates: readonly Rate[]): boolean =>
  rate.to === null &&
  rates.every(
    (other) =>
      other === rate ||
      (other.to !== null && other.to <= localDate) ||
      (Boolean(other.positionId) && other.positionId !== positionId),
  );

/** The shift cut at the midnights of its zone. */
function daysOf(shift: PaidShift): Span[] {
  const { from, to } = wholeOf(shift);
  const spans: Span[] = [];
  let at = from;
  while (at < to) {
    const here = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(shift.zone);
    const midnight = here.startOfDay().add({ days: 1 }).startOfDay().epochMilliseconds;
    spans.push({ date: here.toPlainDate().toString(), from: at, to: Math.min(midnight, to) });
    at = midnight;
  }
  return spans;
}

/** Minutes of timed unpaid breaks that lie in the span. */
function unpaidWithin(shift: PaidShift, span: Span): number {
  let ms = 0;
  for (const pause of shift.breaks) {
    if (pause.paid || !pause.startsAt) continue;
    const from = Date.parse(pause.startsAt);
    ms += Math.max(0, Math.min(from + pause.minutes * 60_000, span.to) - Math.max(from, span.from));
  }
  return ms / 60_000;
}

/** `amount / divisor` rounded half up, both not negative; exact, because whole numbers are divided by hand. */
function roundToMinor(amount: number, divisor: number): number {
  const rest = amount % divisor;
  return (amount - rest) / divisor + (rest * 2 >= divisor ? 1 : 0);
}
