import type { EntryFlag } from '@vaktplan/contracts/http/timesheets';

type Pause = { startedAt: string; endedAt: string | null; paid: boolean };
/** ISO text; an end that is null has not come yet. */
export type CountedLine = {
  countedStart: string;
  countedEnd: string | null;
  breaks: readonly Pause[];
};
export type Plan = { startsAt: string; endsAt: string; minutes: number };
export type Tolerance = { startMinutes: number; endMinutes: number; totalMinutes: number };

const MINUTE = 60_000;

/** Whole minutes of unpaid breaks inside what counts. */
export function unpaidBreakMinutes({ countedStart, countedEnd, breaks }: CountedLine): number {
  if (countedEnd === null) return 0;
  const from = Date.parse(countedStart);
  const to = Date.parse(countedEnd);
  let ms = 0;
  for (const pause of breaks) {
    if (pause.paid) continue;
    const end = pause.endedAt === null ? to : Math.min(to, Date.parse(pause.endedAt));
    ms += Math.max(0, end - Math.max(from, Date.parse(pause.startedAt)));
  }
  return Math.floor(ms / MINUTE);
}

/** Apart in minutes, both ways; part of a minute counts as one. */
const apart = (a: string, b: string): number => Math.ceil(Math.abs(Date.parse(a) - Date.parse(b)) / MINUTE);

/** Do start, end and sum all lie within the tolerance of the plan? What has no plan or no end does not. */
export function withinTolerance(
  line: { startedAt: string; endedAt: string | null; minutes: number },
  plan: Plan | null,
  tolerance: Tolerance,
): boolean {
  if (!plan || line.endedAt === null) return false;
  return (
    apart(line.startedAt, plan.startsAt) <= tolerance.startMinutes &&
    apart(line.endedAt, plan.endsAt) <= tolerance.endMinutes &&
    Math.abs(line.minutes - plan.minutes) <= tolerance.totalMinutes
  );
}

/** How a punch came, which alone is no reason to look. */
const NOTES: readonly EntryFlag[] = ['offline', 'duplicate_punch', 'place_unknown', 'place_uncertain'];

/** Does somebody have to look at it? */
export const isException = (flags: readonly EntryFlag[]): boolean =>
  flags.some((flag) => !NOTES.includes(flag));
