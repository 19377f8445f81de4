import { aShift, POSITIONS } from './fixtures.ts';
import type { ChangeOutcome, CommandResult, GridChange, GridCommand } from './change-types.ts';
import type { GridShift } from './types.ts';

const nameOf = (id: string | null): string | null => POSITIONS.find((each) => each.id === id)?.name ?? null;

/** For tests: keeps shifts by version and answers commands the way the product's server does. */
export function createServer(first: readonly GridShift[]) {
  let shifts = new Map(first.map((shift) => [shift.id, shift]));
  let made = 0;
  const put = (shift: GridShift): ChangeOutcome => {
    shifts = new Map(shifts).set(shift.id, shift);
    return { ok: true, shift };
  };
  const apply = (change: GridChange): ChangeOutcome => {
    if (change.kind === 'create') {
      const position = POSITIONS.find((each) => each.id === change.positionId);
      const { employeeId, date, startMinutes, endMinutes, locationId } = change;
      const id = `made${(made += 1)}`;
      const positionName = position?.name ?? null;
      const where = locationId === undefined ? {} : { locationId };
      return put(aShift({ id, employeeId, date, startMinutes, endMinutes, positionName, ...where }));
    }
    if (change.kind === 'copy') {
      const was = shifts.get(change.shiftId)!;
      return put({ ...was, ...change, id: `made${(made += 1)}`, version: 1 });
    }
    if (change.kind === 'restore') return put({ ...change.shift, id: `made${(made += 1)}`, version: 1 });
    const was = shifts.get(change.shiftId);
    if (!was || was.version !== change.version)
      return { ok: false, code: 'conflict', message: 'changed meanwhile', changedBy: was?.changedBy ?? null };
    if (change.kind === 'remove') {
      shifts = new Map(shifts);
      shifts.delete(was.id);
      return { ok: true, shift: null, removed: was };
    }
    const { kind: _kind, shiftId: _id, ...part } = change;
    const named =
      'positionId' in part && part.positionId !== undefined ? { positionName: nameOf(part.positionId) } : {};
    return put({ ...was, ...part, ...named, version: was.version + 1 });
  };
  return {
    apply: (command: GridCommand): CommandResult => ({ outcomes: command.changes.map(apply) }),
    all: () => [...shifts.values()],
    change: (shift: GridShift) => void put(shift),
    /** As somebody else's deletion, or an answer that was read too early. */
    forget: (id: string) => {
      shifts = new Map(shifts);
      shifts.delete(id);
    },
  };
}
