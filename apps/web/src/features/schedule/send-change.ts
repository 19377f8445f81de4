import { ShiftView, type RosterView } from '@vaktplan/contracts/http/shifts';
import type { ChangeOutcome, GridChange, GridShift } from '@vaktplan/ui/schedule-grid';
import { write } from '@/lib/api';
import { asProblem } from '@/lib/problem';
import { askingFold, keyWith, type AskFold, type Folds } from './asking-fold';
import { departmentFor } from './grid-data';
import { wallText } from './wall-clock';

export type SendContext = {
  roster: RosterView;
  present: (shift: ShiftView) => GridShift;
  /** Versions of shifts deleted in this tab, which no list shows any more: an undo needs them. */
  deletedVersions: Map<string, number>;
  askFold: AskFold;
};

/**
 * Sends one change of the grid to the API and says how the shift stands now. A new shift keeps the id the grid shows it
 * under, so that what is begun on it while it is being stored goes on. Never rejects for a refusal.
 */
export async function sendChange(
  change: GridChange,
  key: string,
  context: SendContext,
): Promise<ChangeOutcome> {
  try {
    const shift = await askingFold(context.askFold, (folds) =>
      send(change, keyWith(key, folds), context, folds),
    );
    return accepted(change, shift, context);
  } catch (error) {
    const { code, detail, status } = asProblem(error);
    const retry = code === 'offline' || status === 429 || status >= 500;
    return { ok: false, code, message: detail, retry };
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
      const { tempId: id, employeeId, date, startMinutes, endMinutes, positionId, notes } = change;
      const departmentId = departmentFor(context.roster, employeeId, positionId);
      const facts = { id, departmentId, employeeId, positionId, notes };
      const body = { ...facts, ...times(date, startMinutes, endMinutes) };
      return write('POST', '/shifts', { ...options, body });
    }
    case 'copy': {
      const body = { id: change.tempId, date: change.date, employeeId: change.employeeId };
      return write('POST', `/shifts/${change.shiftId}/copy`, { ...options, body });
    }
    case 'move': {
      const { employeeId, date, startMinutes, endMinutes } = change;
      const body = { employeeId, ...times(date, startMinutes, endMinutes) };
      return write('PATCH', `/shifts/${change.shiftId}`, { ...options, version: change.version, body });
    }
    case 'resize': {
      const body = times(change.date, change.startMinutes, change.endMinutes);
      return write('PATCH', `/shifts/${change.shiftId}`, { ...options, version: change.version, body });
    }
    case 'edit': {
      const { shiftId, version, positionId, notes } = change;
      return write('PATCH', `/shifts/${shiftId}`, { ...options, version, body: { positionId, notes } });
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
