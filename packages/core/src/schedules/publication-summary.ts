import type { PublishPreview, SeenShift, ShiftChange } from '@vaktplan/contracts/http/schedules';
import { changeWords } from './change-words.ts';

type Seen = SeenShift & {
  employeeId: string | null;
  employeeName: string | null;
  locationId: string;
  departmentId: string;
  positionId: string | null;
};

/** As published and as planned; null: not there on that side. */
type Candidate = { shiftId: string; before: Seen | null; after: Seen | null };

const OPEN = 'Open shifts';

/** What changes for whom, in the words of `locale`. A shift handed on is taken from one person and added to the other. */
export function summarize(candidates: readonly Candidate[], locale: string): PublishPreview {
  const people = new Map<string | null, PublishPreview['people'][number]>();
  const add = (who: Seen, change: Omit<ShiftChange, 'words'>) => {
    const { employeeId, employeeName } = who;
    const entry = people.get(employeeId) ?? { employeeId, name: employeeName ?? OPEN, changes: [] };
    entry.changes.push({ ...change, words: changeWords(change, locale) });
    people.set(employeeId, entry);
  };
  const counts = { added: 0, changed: 0, removed: 0 };
  for (const { shiftId, before, after } of candidates.filter(differs)) {
    if (before && after && before.employeeId === after.employeeId) {
      counts.changed++;
      add(after, { shiftId, kind: 'changed', before: seen(before), after: seen(after) });
      continue;
    }
    if (before && after) counts.changed++;
    else if (after) counts.added++;
    else counts.removed++;
    if (before) add(before, { shiftId, kind: 'removed', before: seen(before), after: null });
    if (after) add(after, { shiftId, kind: 'added', before: null, after: seen(after) });
  }
  const byName = [...people.values()].sort(
    (a, b) => Number(a.employeeId === null) - Number(b.employeeId === null) || a.name.localeCompare(b.name),
  );
  return { ...counts, people: byName };
}

/** Would anybody see a difference? */
export function differs({ before, after }: Pick<Candidate, 'before' | 'after'>): boolean {
  if (!before || !after) return before !== after;
  const facts = (s: Seen) =>
    JSON.stringify([
      s.employeeId,
      s.positionId,
      s.departmentId,
      s.locationId,
      s.startsAt,
      s.endsAt,
      s.notes,
      s.breaks.map((pause) => [pause.minutes, pause.paid, pause.startsAt]),
    ]);
  return facts(before) !== facts(after);
}

const seen = (s: Seen): SeenShift => ({
  startsAt: s.startsAt,
  endsAt: s.endsAt,
  zone: s.zone,
  positionName: s.positionName,
  departmentName: s.departmentName,
  locationName: s.locationName,
  notes: s.notes,
  breaks: s.breaks,
});
