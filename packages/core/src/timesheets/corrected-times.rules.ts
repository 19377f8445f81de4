import { AppError } from '@vaktplan/contracts/errors';
import type { Fold } from '@vaktplan/contracts/primitives';
import { localDateOf, resolveMoment } from '../time/local-time.rules.ts';

export type WantedTimes = {
  startedAt: string;
  endedAt: string;
  startedAtFold?: Fold | undefined;
  endedAtFold?: Fold | undefined;
  breaks?: readonly { startedAt: string; endedAt: string; paid?: boolean | undefined }[] | undefined;
};
/** Instants in ISO text, Z. */
export type CorrectedTimes = {
  startedAt: string;
  endedAt: string;
  breaks: { startedAt: string; endedAt: string; paid: boolean }[];
};

const MINUTE = 60_000;
const LONGEST_MS = 24 * 60 * MINUTE;
/** Two clocks may differ by so much. */
const SKEW_MS = 2 * MINUTE;

const invalid = (path: string, message: string): AppError =>
  new AppError('validation_failed', { errors: [{ path, message }] });

/**
 * Times as people give them -> instants, in the zone of the place. Wall-clock breaks lie where they first can after the
 * start, so that those of a night are of the right day. `now` in milliseconds; `paidOn`: are breaks paid of which nobody
 * says so, on that business day? Throws `local_time_missing`,
 * `local_time_ambiguous`, `end_before_start`, `punch_in_future`, `break_outside_shift`, `validation_failed` (longer than
 * 24 hours; breaks that overlap).
 */
export function correctedTimes(
  wanted: WantedTimes,
  zone: string,
  now: number,
  paidOn: (localDate: string) => boolean = () => false,
): CorrectedTimes {
  const start = resolveMoment(wanted.startedAt, zone, wanted.startedAtFold, 'startedAt');
  const end = resolveMoment(wanted.endedAt, zone, wanted.endedAtFold, 'endedAt');
  const from = start.epochMilliseconds;
  const to = end.epochMilliseconds;
  if (to <= from) throw new AppError('end_before_start');
  if (to - from > LONGEST_MS) throw invalid('endedAt', 'At most 24 hours at a time');
  if (to > now + SKEW_MS) throw new AppError('punch_in_future');
  const breaks = (wanted.breaks ?? []).map((pause, i) => {
    const startedAt = breakMoment(pause.startedAt, zone, from, `breaks.${i}.startedAt`);
    const endedAt = breakMoment(pause.endedAt, zone, Date.parse(startedAt), `breaks.${i}.endedAt`);
    return { startedAt, endedAt, paid: pause.paid ?? paidOn(localDateOf(start, zone)) };
  });
  breaks.sort((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt));
  let free = from;
  for (const pause of breaks) {
    const began = Date.parse(pause.startedAt);
    const ended = Date.parse(pause.endedAt);
    if (ended <= began) throw new AppError('end_before_start');
    if (began < from || ended > to) throw new AppError('break_outside_shift');
    if (began < free) throw invalid('breaks', 'Two breaks overlap');
    free = ended;
  }
  return { startedAt: start.toString(), endedAt: end.toString(), breaks };
}

/** A break's wall-clock time that happens twice is the first that lies after the start, of work or of the break. */
function breakMoment(text: string, zone: string, from: number, path: string): string {
  const earlier = resolveMoment(text, zone, 'earlier', path);
  return (earlier.epochMilliseconds < from ? resolveMoment(text, zone, 'later', path) : earlier).toString();
}
