import type { TimePolicySettings } from '@vaktplan/contracts/http/time-policies';
import type { EntryFlag } from '@vaktplan/contracts/http/time-tracking';
import { DUPLICATE_MS, type Stretch } from './pair.rules.ts';
import { roundTime, ruleFor } from './round.rules.ts';
import type { ZoneClock } from './zone-clock.rules.ts';

const MINUTE = 60_000;
type Planned = { start: number; end: number } | null;

export type RawSpan = { end: number | null; dueAt: number | null; flags: EntryFlag[] };

/** How long one may work in one go: the maximum, or to the end of a longer shift. */
export const longest = (start: number, shift: Planned, { maximum }: TimePolicySettings): number =>
  Math.max(maximum.minutes * MINUTE, shift ? shift.end - start : 0);

/**
 * When a stretch ended. Without a clock-out: at the next clock-in or, from `dueAt` on, at the shift's end (without a shift
 * at the maximum), whichever is earlier, and never before its last punch. A clock-out that comes after all takes its place.
 */
export function rawSpan(
  stretch: Stretch,
  shift: Planned,
  settings: TimePolicySettings,
  now: number,
): RawSpan {
  const { start, opened, closed, cutAt, lastAt } = stretch;
  if (closed) return { end: closed.at, dueAt: null, flags: [] };
  // nobody came, so nobody is here
  if (opened.kind !== 'in') return { end: lastAt, dueAt: null, flags: [] };
  const limit = start + longest(start, shift, settings);
  const planned = shift && shift.end > start ? shift.end : null;
  const forgotten = Math.max(lastAt, planned ?? limit);
  if (cutAt !== null) return { end: Math.min(forgotten, cutAt), dueAt: null, flags: ['missing_out'] };
  const { closeAfterMinutes } = settings.forgotten;
  const dueAt = Math.max(
    lastAt,
    planned !== null && closeAfterMinutes !== null ? planned + closeAfterMinutes * MINUTE : limit,
  );
  if (now < dueAt) return { end: null, dueAt, flags: [] };
  return { end: forgotten, dueAt: null, flags: ['missing_out', 'auto_closed'] };
}

export type CountedSpan = { start: number; end: number | null; flags: EntryFlag[] };

/** Rounded, not before `previousEnd` (no minute counts twice), and no longer than allowed. */
export function countedSpan(
  stretch: Stretch,
  raw: RawSpan,
  shift: Planned,
  settings: TimePolicySettings,
  { clock, previousEnd }: { clock: ZoneClock; previousEnd: number | null },
): CountedSpan {
  const { zone } = stretch.opened;
  const real = stretch.opened.kind === 'in';
  const came =
    real && stretch.part === 0
      ? roundTime(
          ruleFor(settings.rounding, 'in', stretch.start, shift?.start ?? null),
          { at: stretch.start, zone, clock },
          shift?.start ?? null,
        )
      : stretch.start;
  const start = Math.max(came, previousEnd ?? came);
  if (raw.end === null) return { start, end: null, flags: [] };
  const left =
    stretch.closed && !stretch.more
      ? roundTime(
          ruleFor(settings.rounding, 'out', raw.end, shift?.end ?? null),
          { at: raw.end, zone, clock },
          shift?.end ?? null,
        )
      : raw.end;
  const most = start + longest(start, shift, settings);
  const over = settings.maximum.mode === 'end' && left > most;
  // an OUT alone tells of no time at work
  const end = Math.max(start, stretch.facts.length === 1 && !real ? start : over ? most : left);
  return { start, end, flags: over ? ['over_max'] : [] };
}

/**
 * The moment after which no punch changes what it became: its echo and its shift are over, or somebody came anew without
 * having left. Null: any may.
 */
export function settledAt({ finishedAt, cutAt }: Stretch, windowEnd: number | null): number | null {
  if (finishedAt === null && cutAt === null) return null;
  return Math.max(finishedAt === null ? (cutAt ?? 0) : finishedAt + DUPLICATE_MS, windowEnd ?? 0);
}
