import type { ShiftIndex } from './shift-index.ts';
import type { ChangeOutcome, GridChange } from './change-types.ts';
import type { GridShift } from './types.ts';
import type { VersionTrail } from './version-trail.ts';

export const UNDO_DEPTH = 50;

export interface UndoEntry {
  id: string;
  /** What the user did, in words: "Moved to Bo, Tuesday". */
  label: string;
  /** Changes that take it back. */
  inverse: readonly GridChange[];
}

export interface UndoLog {
  past: readonly UndoEntry[];
  future: readonly UndoEntry[];
}

export const EMPTY_LOG: UndoLog = { past: [], future: [] };

/** A new gesture: it can be undone, and what was undone before can no longer be redone. */
export const record = (log: UndoLog, entry: UndoEntry): UndoLog =>
  entry.inverse.length === 0 ? log : { past: [...log.past, entry].slice(-UNDO_DEPTH), future: [] };

const without = (entries: readonly UndoEntry[], id: string): readonly UndoEntry[] =>
  entries.filter((entry) => entry.id !== id);

const withNewest = (entries: readonly UndoEntry[], entry: UndoEntry): readonly UndoEntry[] =>
  entry.inverse.length > 0 ? [...entries, entry].slice(-UNDO_DEPTH) : entries;

/** After a gesture was taken back; `redo` has the same id and takes that back again. */
export const undone = (log: UndoLog, redo: UndoEntry): UndoLog => ({
  past: without(log.past, redo.id),
  future: withNewest(log.future, redo),
});

export const redone = (log: UndoLog, undo: UndoEntry): UndoLog => ({
  past: withNewest(log.past, undo),
  future: without(log.future, undo.id),
});

/** Forgets an entry that can no longer be taken back. */
export const forget = (log: UndoLog, id: string): UndoLog => ({
  past: without(log.past, id),
  future: without(log.future, id),
});

/** Shifts as they were, by their present ids. */
export type Before = ReadonlyMap<string, GridShift | undefined>;

/**
 * The changes that take back those that succeeded, last first.
 */
export function invert(
  changes: readonly GridChange[],
  outcomes: readonly ChangeOutcome[],
  before: Before,
): GridChange[] {
  return changes.flatMap((change, i) => inverseOf(change, outcomes[i], before)).toReversed();
}

function inverseOf(change: GridChange, outcome: ChangeOutcome | undefined, before: Before): GridChange[] {
  if (!outcome?.ok) return [];
  const { shift } = outcome;
  if (change.kind === 'create' || change.kind === 'copy' || change.kind === 'restore')
    return shift ? [{ kind: 'remove', shiftId: shift.id, version: shift.version }] : [];
  if (change.kind === 'rewrite')
    return [{ ...change, version: shift?.version ?? change.version, to: change.from, from: change.to }];
  const was = before.get(change.shiftId) ?? outcome.removed;
  if (!was) return [];
  if (change.kind === 'remove')
    return [
      { kind: 'restore', shift: { ...was, id: change.shiftId, version: shift?.version ?? change.version } },
    ];
  const { shiftId } = change;
  const version = shift?.version ?? change.version;
  const { employeeId, date, startMinutes, endMinutes } = was;
  if (change.kind === 'resize') return [{ kind: 'resize', shiftId, version, date, startMinutes, endMinutes }];
  if (change.kind === 'assign') return [{ kind: 'assign', shiftId, version, employeeId }];
  if (change.kind === 'edit') {
    const positionId = change.positionId === undefined ? undefined : was.positionId;
    const notes = change.notes === undefined ? undefined : was.notes;
    return [{ kind: 'edit', shiftId, version, positionId, notes }];
  }
  const back = { kind: 'move', shiftId, version, employeeId, date, startMinutes, endMinutes } as const;
  const { positionId, locationId, departmentId } = was;
  if (change.locationId !== undefined && locationId !== undefined)
    return [{ ...back, positionId, locationId, ...(departmentId !== undefined && { departmentId }) }];
  return [change.positionId === undefined ? back : { ...back, positionId }];
}

export interface Refusal {
  who: string | null;
  when: string | null;
}

/** Somebody else has changed a shift since: who and when, or `null` when the way back is free. */
export function changedSince(
  changes: readonly GridChange[],
  index: ShiftIndex,
  trail: VersionTrail,
): Refusal | null {
  for (const change of changes) {
    if (change.kind === 'create' || change.kind === 'copy') continue;
    const seen =
      change.kind === 'restore'
        ? trail.resolve(change.shift.id, change.shift.version)
        : trail.resolve(change.shiftId, change.version);
    const now = index.byId.get(seen.shiftId);
    if (now && now.version > seen.version) return { who: now.changedBy ?? null, when: now.changedAt ?? null };
  }
  return null;
}
