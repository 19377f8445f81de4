import type { Tx } from '@vaktplan/db/database';
import type { ShiftRow } from '@vaktplan/db/queries/shifts';
import { eventOf, insertEvents, type NewEvent } from '../context/append-event.ts';
import type { Ctx } from '../context/ctx.ts';

type ShiftEvent = 'shift.created' | 'shift.updated' | 'shift.deleted';

/** What happened to the shift as it is now. `previousEmployeeId`: whose it was, where that may have changed. */
export function shiftEvent(
  ctx: Ctx,
  eventType: ShiftEvent,
  shift: Pick<
    ShiftRow,
    'id' | 'scheduleId' | 'locationId' | 'departmentId' | 'employeeId' | 'localDate' | 'version'
  >,
  previousEmployeeId?: string | null,
): NewEvent {
  const { id, scheduleId, locationId, departmentId, employeeId, localDate, version } = shift;
  return eventOf(
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
}

/** Says it, in the transaction of the change. */
export const announceShift = (
  tx: Tx,
  ctx: Ctx,
  eventType: ShiftEvent,
  shift: ShiftRow,
  previousEmployeeId?: string | null,
): Promise<void> => insertEvents(tx, ctx.orgId, [shiftEvent(ctx, eventType, shift, previousEmployeeId)]);
