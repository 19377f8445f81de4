import type { Tx } from '@vaktplan/db/database';
import type { ShiftRow } from '@vaktplan/db/queries/shifts';
import { appendEvent } from '../context/append-event.ts';
import type { Ctx } from '../context/ctx.ts';

type ShiftEvent = 'shift.created' | 'shift.updated' | 'shift.deleted';

/** Says what happened to the shift as it is now. `previousEmployeeId`: whose it was, where that may have changed. */
export const announceShift = (
  tx: Tx,
  ctx: Ctx,
  eventType: ShiftEvent,
  shift: ShiftRow,
  previousEmployeeId?: string | null,
): Promise<string> => {
  const { id, scheduleId, locationId, departmentId, employeeId, localDate, version } = shift;
  return appendEvent(
    tx,
    ctx,
    eventType,
    { type: 'shift', id, version },
    {
      shiftId: id,
      scheduleId,
      locationId,
      departmentId,
      employeeId,
      localDate,
      version,
      ...(previousEmployeeId === undefined ? {} : { previousEmployeeId }),
    },
  );
};
