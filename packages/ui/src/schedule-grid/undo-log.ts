import type { ShiftIndex } from './shift-index.ts';
import type { ChangeOutcome, GridChange, GridShift } from './types.ts';
import type { VersionTrail } from './version-trail.ts';

export const UNDO_DEPTH = 50;

export interface UndoEntry {
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

/** After the newest gesture was taken back by `redo`'s opposite. */
export const undone = (log: UndoLog, redo: UndoEntry): UndoLog => ({
  past: log.past.slice(0, -1),
  future: redo.inverse.length > 0 ? [...log.future, redo] : log.future,
});

export const redone = (log: UndoLog, undo: UndoEntry): UndoLog => ({
  past: [...log.past, undo].slice(-UNDO_DEPTH),
  future: log.future.slice(0, -1),
});

/** Forgets an entry that can no longer be taken back. */
export const dropLast = (log: UndoLog, side: keyof UndoLog): UndoLog => ({
  ...log,
  [side]: log[side].slice(0, -1),
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
  const was = before.get(change.shiftId);
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
  return [{ kind: 'move', shiftId, version, employeeId, date, startMinutes, endMinutes }];
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
