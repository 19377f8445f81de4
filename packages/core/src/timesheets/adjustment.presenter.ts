import type { AdjustmentView } from '@vaktplan/contracts/http/timesheet-corrections';
import type { AdjustmentRow } from '@vaktplan/db/queries/timesheet-adjustments';
import { can } from '../context/authorize.ts';
import type { Actor } from '../context/ctx.ts';
import { isOwnBlocked } from './own-hours.ts';
import { canAtLocation } from '../context/permitted-places.ts';

/** May the actor settle it? It belongs to the place of the punch, else to the whole organisation. */
export const maySettle = (actor: Actor, row: AdjustmentRow): boolean =>
  row.punchLocationId === null
    ? can(actor, 'timesheet:approve')
    : canAtLocation(actor, 'timesheet:approve', {
        id: row.punchLocationId,
        departmentIds: row.departmentIds,
      });

/** Row -> the only outward shape of what came too late. */
export const presentAdjustment = (actor: Actor, row: AdjustmentRow): AdjustmentView => ({
  id: row.id,
  employeeId: row.employeeId,
  employeeName: row.employeeName,
  localDate: row.localDate,
  punch: row.punchKind && row.punchAt ? { kind: row.punchKind, occurredAt: row.punchAt } : null,
  state: row.state,
  minutes: row.minutes,
  reason: row.reason,
  createdAt: row.createdAt,
  version: row.version,
  abilities: { settle: row.state === 'open' && maySettle(actor, row) && !isOwnBlocked(actor, row) },
});
