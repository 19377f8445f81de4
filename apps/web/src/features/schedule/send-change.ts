import type { Fold } from '@vaktplan/contracts/primitives';
import { ShiftView, type RosterView } from '@vaktplan/contracts/http/shifts';
import type { ChangeOutcome, GridChange, GridShift } from '@vaktplan/ui/schedule-grid';
import { write } from '@/lib/api';
import { asProblem, type ApiProblem } from '@/lib/problem';
import { departmentFor } from './grid-data';
import { wallText } from './wall-clock';

export type SendContext = {
  roster: RosterView;
  present: (shift: ShiftView) => GridShift;
  known: (shiftId: string) => GridShift | undefined;
  /** Versions of shifts deleted in this tab, which no list shows any more: an undo needs them. */
  deletedVersions: Map<string, number>;
  /** Asks which of the two, for a time that happens twice that night; null: neither. */
  askFold: (problem: ApiProblem) => Promise<Fold | null>;
};

type Folds = { startsAtFold?: Fold; endsAtFold?: Fold };

/** Sends one change of the grid to the API and says how the shift stands now. Never rejects for a refusal. */
export async function sendChange(
  change: GridChange,
  key: string,
  context: SendContext,
  folds: Folds = {},
): Promise<ChangeOutcome> {
  try {
    return accepted(change, await send(change, key, context, folds), context);
  } catch (error) {
    const problem = asProblem(error);
    const field = problem.errors[0]?.path;
    if (
      problem.code === 'local_time_ambiguous' &&
      (field === 'startsAtFold' || field === 'endsAtFold') &&
      !folds[field]
    ) {
      const fold = await context.askFold(problem);
      // another body needs another key
      if (fold) return sendChange(change, `${key}-${field}`, context, { ...folds, [field]: fold });
    }
    return { ok: false, code: problem.code, message: problem.detail };
  }
}

function accepted(
  change: GridChange,
  shift: ShiftView,
  { deletedVersions, present }: SendContext,
): ChangeOutcome {
  if (change.kind !== 'remove') return { ok: true, shift: present(shift) };
  deletedVersions.set(shift.id, shift.version);
  return { ok: true, shift: shift.publishedVersion === null ? null : present(shift) };
}

function send(
  change: GridChange,
  idempotencyKey: string,
  context: SendContext,
  folds: Folds,
): Promise<ShiftView> {
  const options = { schema: ShiftView, idempotencyKey };
  const times = (date: string, startMinutes: number, endMinutes: number) => ({
    startsAt: wallText(date, startMinutes),
    endsAt: wallText(date, endMinutes),
    ...folds,
  });
  switch (change.kind) {
    case 'create': {
      const { employeeId, date, startMinutes, endMinutes, positionId, notes } = change;
      const departmentId = departmentFor(context.roster, employeeId, positionId);
      const body = { departmentId, employeeId, positionId, notes, ...times(date, startMinutes, endMinutes) };
      return write('POST', '/shifts', { ...options, body });
    }
    case 'copy': {
      const body = { date: change.date, employeeId: change.employeeId };
      return write('POST', `/shifts/${change.shiftId}/copy`, { ...options, body });
    }
    case 'move': {
      const was = context.known(change.shiftId);
      const startMinutes = change.startMinutes ?? was?.startMinutes ?? 0;
      const endMinutes = change.endMinutes ?? startMinutes + (was ? was.endMinutes - was.startMinutes : 0);
      const body = { employeeId: change.employeeId, ...times(change.date, startMinutes, endMinutes) };
      return write('PATCH', `/shifts/${change.shiftId}`, { ...options, version: change.version, body });
    }
    case 'resize': {
      const was = context.known(change.shiftId);
      const body = times(was?.date ?? '', change.startMinutes, change.endMinutes);
      return write('PATCH', `/shifts/${change.shiftId}`, { ...options, version: change.version, body });
    }
    case 'assign':
      return write('POST', `/shifts/${change.shiftId}/assign`, {
        ...options,
        version: change.version,
        body: { employeeId: change.employeeId },
      });
    case 'remove':
      return write('DELETE', `/shifts/${change.shiftId}`, { ...options, version: change.version });
    case 'restore': {
      const version = context.deletedVersions.get(change.shift.id) ?? change.shift.version;
      return write('POST', `/shifts/${change.shift.id}/restore`, { ...options, version });
    }
  }
}
