import { likeShift } from './copied-shift.ts';
import { cellOf, type GridHost, lockedSections, newId } from './grid-host.ts';
import type { Carry } from './grid-state.ts';
import { planDrop } from './plan-drop.ts';
import type { GridChange } from './change-types.ts';
import type { CellRef, GridShift } from './types.ts';
import { rowOf } from './world.ts';

export interface Clipboard {
  how: Carry['how'];
  shifts: readonly GridShift[];
  /** The top left corner of what was copied: pasting puts it on the active cell. */
  lead: GridShift;
}

export function takeToClipboard(
  host: GridHost,
  how: Carry['how'],
  shifts: readonly GridShift[],
): Clipboard | null {
  const world = host.store.world();
  const order = (shift: GridShift) => rowOf(cellOf(host, shift), world);
  const lead = shifts.toSorted((a, b) => order(a) - order(b) || (a.date < b.date ? -1 : 1))[0];
  if (!lead) return null;
  const { say } = host.format();
  host.announcer.say(say(how === 'copy' ? 'clip_copied' : 'clip_cut', { count: shifts.length }));
  return { how, shifts, lead };
}

/** Pastes relative to the active cell; copies come from the shifts as they were when they were copied. */
export function pasteClipboard(host: GridHost, clipboard: Clipboard, at: CellRef): void {
  const { how, shifts, lead } = clipboard;
  const from = cellOf(host, lead);
  const carry: Carry = {
    how,
    by: 'keys',
    leadId: lead.id,
    shiftIds: shifts.map((shift) => shift.id),
    from,
    to: at,
    answer: null,
  };
  const byId = new Map(shifts.map((shift) => [shift.id, shift]));
  const index = { ...host.index(), byId: how === 'copy' ? byId : host.index().byId };
  const { say } = host.format();
  const planned = planDrop(carry, at, {
    world: host.store.world(),
    index,
    format: host.format(),
    rowsBy: host.props().rowsBy ?? 'employee',
    locked: lockedSections(host),
    newId,
  });
  if (planned.verdict.verdict === 'block') {
    host.announcer.say(say('notPasted', { reason: planned.verdict.reason }));
    return;
  }
  if (planned.changes.length === 0) return host.announcer.say(say('locked'));
  const changes = how === 'copy' ? planned.changes.map((change) => asCreate(change, byId)) : planned.changes;
  void host.runner.run(changes, say('did_pasted', { count: changes.length }));
}

/** A pasted copy is made from what was copied, so it works after the original is gone or in another week. */
function asCreate(change: GridChange, byId: ReadonlyMap<string, GridShift>): GridChange {
  if (change.kind !== 'copy') return change;
  const { tempId, employeeId, date } = change;
  return likeShift(byId.get(change.shiftId)!, { tempId, employeeId, date });
}
