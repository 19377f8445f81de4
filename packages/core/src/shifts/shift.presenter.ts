import type { ShiftView } from '@vaktplan/contracts/http/shifts';
import type { ShiftRow } from '@vaktplan/db/queries/shifts';
import { can } from '../context/authorize.ts';
import type { Actor } from '../context/ctx.ts';
import { shiftMinutes, shiftState } from './shift.rules.ts';

/** Row -> the only outward shape of a shift. */
export function presentShift(actor: Actor, row: ShiftRow): ShiftView {
  const editable = row.deletedAt === null;
  const { minutes, paidMinutes } = shiftMinutes(row);
  return {
    id: row.id,
    scheduleId: row.scheduleId,
    locationId: row.locationId,
    departmentId: row.departmentId,
    positionId: row.positionId,
    employeeId: row.employeeId,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    localDate: row.localDate,
    zone: row.zone,
    minutes,
    paidMinutes,
    notes: row.notes,
    breaks: row.breaks,
    state: shiftState(row),
    version: row.version,
    publishedVersion: row.publishedVersion,
    published: row.published,
    changedBy: row.changedBy,
    changedAt: row.changedAt,
    abilities: {
      update: editable && can(actor, 'shift:update', row),
      delete: editable && can(actor, 'shift:delete', row),
    },
  };
}
