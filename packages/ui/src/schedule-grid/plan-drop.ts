import { addDays, daysBetween } from './days.ts';
import { likeShift } from './copied-shift.ts';
import { overlapVerdict, POSSIBLE, worse } from './feasibility.ts';
import type { GridFormat } from './grid-format.ts';
import { type Carry, sameCell } from './grid-state.ts';
import type { ShiftIndex } from './shift-index.ts';
import type { GridChange } from './change-types.ts';
import type { CellRef, GridShift, RowsBy, Verdict } from './types.ts';
import { type GridWorld, keyOfRow } from './world.ts';

export interface PlannedDrop {
  changes: readonly GridChange[];
  verdict: Verdict;
}

export interface DropWorld {
  world: GridWorld;
  index: ShiftIndex;
  format: Pick<GridFormat, 'say' | 'spokenRange'>;
  rowsBy: RowsBy;
  /** Sections nothing may be put in. */
  locked?: ReadonlySet<string>;
  newId: () => string;
}

/**
 * What dropping carried shifts on a cell would do, and whether it may. The lead shift lands on the cell, the others
 * keep their distance in rows and days to it; all of them start later by the carry's minutes.
 */
export function planDrop(carry: Carry, target: CellRef, drop: DropWorld): PlannedDrop {
  const { world, index } = drop;
  const later = carry.later ?? 0;
  const lead = index.byId.get(carry.leadId);
  if (!lead) return { changes: [], verdict: POSSIBLE };
  const leadCell = index.cellOf(lead);
  if (carry.how === 'move' && later === 0 && sameCell(target, leadCell))
    return { changes: [], verdict: POSSIBLE };
  const days = daysBetween(leadCell.date, target.date);
  const from = world.stopIndex.get(keyOfRow(leadCell));
  const to = world.stopIndex.get(keyOfRow(target)) ?? 0;
  const ignore = new Set(carry.how === 'move' ? carry.shiftIds : []);
  const changes: GridChange[] = [];
  let verdict: Verdict = POSSIBLE;
  for (const id of carry.shiftIds) {
    const shift = index.byId.get(id);
    if (!shift) continue;
    const cell = index.cellOf(shift);
    const stop = world.stopIndex.get(keyOfRow(cell));
    const date = addDays(shift.date, days);
    // a row the filter hides has no distance to another, so only the lead itself may come from one
    const distance = shift === lead ? 0 : stop === undefined || from === undefined ? NaN : stop - from;
    const row = world.rows[world.stops[to + distance] ?? -1];
    if (!row || !world.days.includes(addDays(cell.date, days))) {
      verdict = worse(verdict, { verdict: 'block', reason: drop.format.say('outside') });
      continue;
    }
    const { employeeId, sectionId } = row;
    const otherSection = sectionId !== cell.sectionId;
    if (otherSection && sectionId !== undefined && drop.locked?.has(sectionId))
      verdict = worse(verdict, { verdict: 'block', reason: drop.format.say('notYourLocation') });
    const timed = movedBy(shift, later);
    verdict = worse(verdict, overlapVerdict(timed, employeeId, date, index, ignore, drop.format));
    verdict = worse(verdict, carry.answer?.(employeeId, date, id) ?? POSSIBLE);
    changes.push(
      changeFor(carry.how, timed, { employeeId, date }, otherSection ? sectionId : undefined, drop),
    );
  }
  return { changes, verdict };
}

/** Later by so many minutes, within its day. */
function movedBy(shift: GridShift, minutes: number): GridShift {
  const later = Math.max(-shift.startMinutes, Math.min(minutes, 1425 - shift.startMinutes));
  if (later === 0) return shift;
  return { ...shift, startMinutes: shift.startMinutes + later, endMinutes: shift.endMinutes + later };
}

function changeFor(
  how: Carry['how'],
  shift: GridShift,
  to: CellRef,
  sectionId: string | undefined,
  { newId, index, rowsBy }: DropWorld,
): GridChange {
  const { id: shiftId, version, startMinutes, endMinutes } = shift;
  const section = sectionId === undefined ? {} : placeOf(sectionId, rowsBy);
  if (how === 'move') return { kind: 'move', shiftId, version, ...to, startMinutes, endMinutes, ...section };
  const same = sectionId === undefined && index.byId.get(shiftId)?.startMinutes === startMinutes;
  // the server's copy keeps times and place, so another one is made anew
  return same
    ? { kind: 'copy', shiftId, tempId: newId(), ...to }
    : likeShift(shift, { ...to, tempId: newId(), ...section });
}

/** What a shift becomes in another section. */
const placeOf = (sectionId: string, rowsBy: RowsBy): { positionId?: string | null; locationId?: string } =>
  rowsBy === 'location' ? { locationId: sectionId } : { positionId: sectionId === 'none' ? null : sectionId };
