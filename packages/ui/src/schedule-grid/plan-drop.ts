import { addDays, daysBetween } from './days.ts';
import { overlapVerdict, POSSIBLE, worse } from './feasibility.ts';
import type { GridFormat } from './grid-format.ts';
import { type Carry, type GridWorld, sameCell } from './grid-state.ts';
import type { ShiftIndex } from './shift-index.ts';
import type { CellRef, GridChange, GridShift, Verdict } from './types.ts';

export interface PlannedDrop {
  changes: readonly GridChange[];
  verdict: Verdict;
}

export interface DropWorld {
  world: GridWorld;
  index: ShiftIndex;
  format: Pick<GridFormat, 'spokenRange'>;
  newId: () => string;
}

const OUTSIDE: Verdict = { verdict: 'block', reason: 'outside the schedule' };

/**
 * What dropping carried shifts on a cell would do, and whether it may. The lead shift lands on the cell, the others
 * keep their distance in rows and days to it.
 */
export function planDrop(carry: Carry, target: CellRef, drop: DropWorld): PlannedDrop {
  const { world, index } = drop;
  const lead = index.byId.get(carry.leadId);
  if (!lead || (carry.how === 'move' && sameCell(target, lead))) return { changes: [], verdict: POSSIBLE };
  const days = daysBetween(lead.date, target.date);
  const from = world.rowIndex.get(lead.employeeId);
  const to = world.rowIndex.get(target.employeeId) ?? 0;
  const ignore = new Set(carry.how === 'move' ? carry.shiftIds : []);
  const changes: GridChange[] = [];
  let verdict: Verdict = POSSIBLE;
  for (const id of carry.shiftIds) {
    const shift = index.byId.get(id);
    if (!shift) continue;
    const row = world.rowIndex.get(shift.employeeId);
    const date = addDays(shift.date, days);
    // a row the filter hides has no distance to another, so only the lead itself may come from one
    const distance = shift === lead ? 0 : row === undefined || from === undefined ? NaN : row - from;
    const employeeId = world.rows[to + distance];
    if (employeeId === undefined || !world.days.includes(date)) {
      verdict = worse(verdict, OUTSIDE);
      continue;
    }
    verdict = worse(verdict, overlapVerdict(shift, employeeId, date, index, ignore, drop.format));
    verdict = worse(verdict, carry.answer?.(employeeId, date, id) ?? POSSIBLE);
    changes.push(changeFor(carry.how, shift, { employeeId, date }, drop.newId));
  }
  return { changes, verdict };
}

function changeFor(how: Carry['how'], shift: GridShift, to: CellRef, newId: () => string): GridChange {
  const { id: shiftId, version, startMinutes, endMinutes } = shift;
  return how === 'copy'
    ? { kind: 'copy', shiftId, tempId: newId(), ...to }
    : { kind: 'move', shiftId, version, ...to, startMinutes, endMinutes };
}
