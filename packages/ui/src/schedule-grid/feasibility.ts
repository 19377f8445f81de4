import { addDays, daysBetween } from './days.ts';
import type { GridFormat } from './grid-format.ts';
import type { ShiftIndex } from './shift-index.ts';
import type { GridShift, Verdict } from './types.ts';

export const POSSIBLE: Verdict = { verdict: 'ok' };

const RANK: Record<Verdict['verdict'], number> = { ok: 0, warn: 1, block: 2 };

export const worse = (a: Verdict, b: Verdict): Verdict => (RANK[b.verdict] > RANK[a.verdict] ? b : a);

/**
 * What the grid itself can tell before the server has answered: may the shift lie in that cell without overlapping
 * another of the same person? Shifts in `ignore` (those being moved along) do not count, nor do removed ones.
 */
export function overlapVerdict(
  shift: Pick<GridShift, 'startMinutes' | 'endMinutes'>,
  employeeId: string | null,
  date: string,
  index: ShiftIndex,
  ignore: ReadonlySet<string>,
  format: Pick<GridFormat, 'say' | 'spokenRange'>,
): Verdict {
  if (employeeId === null) return POSSIBLE;
  for (const day of [addDays(date, -1), date, addDays(date, 1)]) {
    const apart = daysBetween(date, day) * 1440;
    for (const other of index.at(employeeId, day)) {
      if (ignore.has(other.id) || other.state === 'deleted') continue;
      const clear =
        other.endMinutes + apart <= shift.startMinutes || shift.endMinutes <= other.startMinutes + apart;
      if (clear) continue;
      const range = format.spokenRange(other.startMinutes, other.endMinutes);
      return { verdict: 'block', reason: format.say('overlaps', { range }) };
    }
  }
  return POSSIBLE;
}
