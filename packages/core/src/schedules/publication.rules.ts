import type { PublishPreview, ShiftChange } from '@vaktplan/contracts/http/schedules';
import type { ShiftBreak } from '@vaktplan/contracts/http/shifts';

/** What a person sees of a shift. */
type Snapshot = {
  employeeId: string | null;
  employeeName: string | null;
  positionId: string | null;
  positionName: string | null;
  departmentId: string;
  startsAt: string;
  endsAt: string;
  zone: string;
  notes: string | null;
  breaks: ShiftBreak[];
};

/** As published and as planned; null: not there on that side. */
type PublishCandidate = { shiftId: string; before: Snapshot | null; after: Snapshot | null };

const OPEN = 'Open shifts';

/** Would anybody see a difference? */
export function differs({ before, after }: Pick<PublishCandidate, 'before' | 'after'>): boolean {
  if (!before || !after) return before !== after;
  const seen = (s: Snapshot) =>
    JSON.stringify([s.employeeId, s.positionId, s.departmentId, s.startsAt, s.endsAt, s.notes, s.breaks]);
  return seen(before) !== seen(after);
}

/** Those whose screen changes: who had the shift and who gets it. Without duplicates, open shifts left out. */
export const affectedEmployees = (candidates: readonly PublishCandidate[]): string[] => [
  ...new Set(
    candidates
      .flatMap(({ before, after }) => [before?.employeeId, after?.employeeId])
      .filter((id): id is string => !!id),
  ),
];

/** What changes for whom. A shift handed on is taken from one person and added to the other. */
export function summarize(candidates: readonly PublishCandidate[]): PublishPreview {
  const people = new Map<string | null, PublishPreview['people'][number]>();
  const add = (who: Snapshot, change: ShiftChange) => {
    const entry = people.get(who.employeeId) ?? {
      employeeId: who.employeeId,
      name: who.employeeName ?? OPEN,
      changes: [],
    };
    entry.changes.push(change);
    people.set(who.employeeId, entry);
  };
  const counts = { added: 0, changed: 0, removed: 0 };
  for (const { shiftId, before, after } of candidates) {
    if (before && after && before.employeeId === after.employeeId) {
      counts.changed++;
      add(after, { shiftId, kind: 'changed', before: side(before), after: side(after) });
      continue;
    }
    if (before && after) counts.changed++;
    else if (after) counts.added++;
    else counts.removed++;
    if (before) add(before, { shiftId, kind: 'removed', before: side(before), after: null });
    if (after) add(after, { shiftId, kind: 'added', before: null, after: side(after) });
  }
  const byName = [...people.values()].sort(
    (a, b) => Number(a.employeeId === null) - Number(b.employeeId === null) || a.name.localeCompare(b.name),
  );
  return { ...counts, people: byName };
}

const side = (s: Snapshot) => ({
  startsAt: s.startsAt,
  endsAt: s.endsAt,
  zone: s.zone,
  positionName: s.positionName,
});
