import { addDays, daysBetween } from './days.ts';
import { overlapVerdict, POSSIBLE, worse } from './feasibility.ts';
import type { GridFormat } from './grid-format.ts';
import { type Carry, sameCell } from './grid-state.ts';
import type { ShiftIndex } from './shift-index.ts';
import type { CellRef, GridChange, GridShift, RowsBy, Verdict } from './types.ts';
import { type GridWorld, keyOfRow } from './world.ts';

export interface PlannedDrop {
  changes: readonly GridChange[];
  verdict: Verdict;
}

export interface DropWorld {
  world: GridWorld;
  index: ShiftIndex;
  format: Pick<GridFormat, 'spokenRange'>;
  rowsBy: RowsBy;
  newId: () => string;
}

const OUTSIDE: Verdict = { verdict: 'block', reason: 'outside the schedule' };
const ELSEWHERE: Verdict = { verdict: 'block', reason: 'the shift belongs to another location' };

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
  const days = daysBetween(lead.date, target.date);
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
    if (!row || !world.days.includes(date)) {
      verdict = worse(verdict, OUTSIDE);
      continue;
    }
    const { employeeId, sectionId } = row;
    const otherSection = sectionId !== cell.sectionId;
    if (otherSection && drop.rowsBy === 'location') verdict = worse(verdict, ELSEWHERE);
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
  { newId, index }: DropWorld,
): GridChange {
  const { id: shiftId, version, startMinutes, endMinutes, notes } = shift;
  const positionId = sectionId === undefined ? undefined : sectionId === 'none' ? null : sectionId;
  if (how === 'move') {
    const change = { kind: 'move', shiftId, version, ...to, startMinutes, endMinutes } as const;
    return positionId === undefined ? change : { ...change, positionId };
  }
  const same = positionId === undefined && index.byId.get(shiftId)?.startMinutes === startMinutes;
  if (same) return { kind: 'copy', shiftId, tempId: newId(), ...to };
  // the server's copy keeps times and position, so another one is made anew
  const position = positionId === undefined ? shift.positionId : positionId;
  return { kind: 'create', tempId: newId(), ...to, startMinutes, endMinutes, positionId: position, notes };
}
