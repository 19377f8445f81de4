import { estimateCost } from './totals.ts';
import type { ChangeOutcome, GridChange } from './change-types.ts';
import type { GridEmployee, GridPosition, GridShift } from './types.ts';

/** A command on its way, or answered but not yet seen in the shifts the page hands in. */
export interface Pending {
  id: string;
  changes: readonly GridChange[];
  /** Under way long enough to be shown as saving. */
  slow: boolean;
  outcomes: readonly ChangeOutcome[] | null;
  /** How often the page's shifts have changed since the answer. */
  refreshes: number;
}

export interface OverlayLookups {
  employees: ReadonlyMap<string, GridEmployee>;
  positions: ReadonlyMap<string, GridPosition>;
  /** Where a new shift is when nothing else is said. */
  locationId?: string | undefined;
}

/**
 * The page's shifts as they will look once all pending commands are through; those no command names keep their places.
 * `byId` are the same shifts.
 */
export function overlayShifts(
  shifts: readonly GridShift[],
  pending: readonly Pending[],
  lookups: OverlayLookups,
  byId: ReadonlyMap<string, GridShift>,
): readonly GridShift[] {
  if (pending.length === 0) return shifts;
  const draft = draftOver(byId);
  for (const command of pending) {
    command.changes.forEach((change, i) => {
      if (command.outcomes) showOutcome(draft, change, command.outcomes[i]);
      else applyChange(draft, change, command.slow, lookups);
    });
  }
  return draft.laidOver(shifts);
}

type Draft = ReturnType<typeof draftOver>;

/** What the commands change, over what stays as it is: a change of one shift does not copy thousands. */
function draftOver(byId: ReadonlyMap<string, GridShift>) {
  const changed = new Map<string, GridShift | null>();
  return {
    get: (id: string): GridShift | undefined => {
      const own = changed.get(id);
      return own === undefined ? byId.get(id) : (own ?? undefined);
    },
    set: (id: string, shift: GridShift) => void changed.set(id, shift),
    delete: (id: string) => void changed.set(id, null),
    laidOver: (shifts: readonly GridShift[]): readonly GridShift[] => {
      if (changed.size === 0) return shifts;
      if (changed.size <= FEW) return fewLaidOver(shifts, changed, byId);
      const added = new Map(changed);
      const list: GridShift[] = [];
      for (const shift of shifts) {
        const own = added.get(shift.id);
        if (own !== null) list.push(own ?? shift);
        if (own !== undefined) added.delete(shift.id);
      }
      for (const own of added.values()) if (own) list.push(own);
      return list;
    },
  };
}

/** Up to so many are looked up in the list one by one: sooner done than asking of each shift whether it is one of them. */
const FEW = 50;

function fewLaidOver(
  shifts: readonly GridShift[],
  changed: ReadonlyMap<string, GridShift | null>,
  byId: ReadonlyMap<string, GridShift>,
): readonly GridShift[] {
  const list = [...shifts];
  for (const [id, own] of changed) {
    const was = byId.get(id);
    const at = was ? list.indexOf(was) : -1;
    if (at >= 0) list.splice(at, 1, ...(own ? [own] : []));
    else if (own) list.push(own);
  }
  return list;
}

/** The page has caught up with the answer, so the overlay is no longer needed. */
export function caughtUp(command: Pending, shifts: ReadonlyMap<string, GridShift>): boolean {
  if (!command.outcomes) return false;
  if (command.refreshes >= 2) return true;
  const versionOf = (id: string) => shifts.get(id)?.version;
  return command.outcomes.every((outcome, i) => {
    if (!outcome.ok) return true;
    if (outcome.shift) return (versionOf(outcome.shift.id) ?? -1) >= outcome.shift.version;
    const change = command.changes[i]!;
    return change.kind !== 'remove' || !isOlder(versionOf(change.shiftId), change.version);
  });
}

/** The page still has the shift as it was when it was removed. */
const isOlder = (version: number | undefined, removed: number): boolean =>
  version !== undefined && version <= removed;

function showOutcome(byId: Draft, change: GridChange, outcome: ChangeOutcome | undefined): void {
  if (!outcome?.ok) return;
  const { shift } = outcome;
  if (!shift) {
    // a newer version was restored since
    if (change.kind === 'remove' && isOlder(byId.get(change.shiftId)?.version, change.version))
      byId.delete(change.shiftId);
    return;
  }
  const known = byId.get(shift.id);
  if (!known || known.version < shift.version) byId.set(shift.id, shift);
}

function applyChange(byId: Draft, change: GridChange, slow: boolean, lookups: OverlayLookups): void {
  const mark = slow ? ({ saving: 'saving' } as const) : {};
  if (change.kind === 'create') {
    byId.set(change.tempId, { ...newShift(change, lookups), ...mark });
    return;
  }
  if (change.kind === 'restore') {
    byId.set(change.shift.id, { ...change.shift, ...mark });
    return;
  }
  const was = byId.get(change.shiftId);
  if (!was) return;
  if (change.kind === 'remove') {
    if (was.state === 'draft') byId.delete(was.id);
    else byId.set(was.id, { ...was, state: 'deleted', ...mark });
    return;
  }
  if (change.kind === 'copy') {
    const { employeeId, date } = change;
    const copy: GridShift = { ...was, id: change.tempId, state: 'draft', version: 0, employeeId, date };
    byId.set(copy.id, { ...priced(copy, lookups), ...mark });
    return;
  }
  byId.set(was.id, { ...changed(was, change, lookups), ...mark });
}

function changed(
  was: GridShift,
  change: Extract<GridChange, { kind: 'move' | 'resize' | 'assign' | 'edit' | 'rewrite' }>,
  lookups: OverlayLookups,
): GridShift {
  const { startMinutes, endMinutes } = 'startMinutes' in change ? change : was;
  const longer = endMinutes - startMinutes - (was.endMinutes - was.startMinutes);
  const next: GridShift = {
    ...was,
    employeeId: 'employeeId' in change ? change.employeeId : was.employeeId,
    date: 'date' in change ? change.date : was.date,
    ...('locationId' in change && change.locationId !== undefined && { locationId: change.locationId }),
    ...(change.kind === 'edit' || change.kind === 'move' ? edited(was, change, lookups) : {}),
    startMinutes,
    endMinutes,
    paidMinutes: Math.max(0, was.paidMinutes + longer),
    state: was.state === 'published' ? 'changed' : was.state,
  };
  return priced(next, lookups);
}

function edited(
  was: GridShift,
  change: { positionId?: string | null; notes?: string | null },
  lookups: OverlayLookups,
): Partial<GridShift> {
  const positionId = change.positionId === undefined ? was.positionId : change.positionId;
  const notes = change.notes === undefined ? was.notes : change.notes;
  if (positionId === was.positionId) return { notes };
  const position = lookups.positions.get(positionId ?? '');
  return {
    notes,
    positionId,
    positionName: position?.name ?? null,
    color: position?.color ?? null,
  };
}

function priced(shift: GridShift, { employees }: OverlayLookups): GridShift {
  const rates = shift.employeeId === null ? undefined : employees.get(shift.employeeId)?.rates;
  return { ...shift, costMinor: estimateCost(shift.paidMinutes, shift.date, rates) };
}

function newShift(change: Extract<GridChange, { kind: 'create' }>, lookups: OverlayLookups): GridShift {
  const position = change.positionId ? lookups.positions.get(change.positionId) : undefined;
  const { employeeId, date, startMinutes, endMinutes, breaks = [], departmentId } = change;
  const locationId = change.locationId ?? lookups.locationId;
  const unpaid = breaks.reduce((sum, pause) => sum + (pause.paid ? 0 : pause.minutes), 0);
  return priced(
    {
      id: change.tempId,
      employeeId,
      date,
      startMinutes,
      endMinutes,
      paidMinutes: Math.max(0, endMinutes - startMinutes - unpaid),
      ...(locationId !== undefined && { locationId }),
      ...(departmentId !== undefined && { departmentId }),
      costMinor: null,
      positionId: position?.id ?? null,
      positionName: position?.name ?? null,
      color: position?.color ?? null,
      state: 'draft',
      version: 0,
      notes: change.notes ?? null,
      abilities: { update: true, delete: true },
    },
    lookups,
  );
}
