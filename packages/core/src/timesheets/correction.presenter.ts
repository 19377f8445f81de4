import type { CorrectionView } from '@vaktplan/contracts/http/timesheet-corrections';
import type { CorrectionRow } from '@vaktplan/db/queries/timesheet-corrections';
import type { Actor } from '../context/ctx.ts';
import { isOwnBlocked } from './own-hours.ts';
import { canAtLocation } from '../context/permitted-places.ts';

const isOwn = (actor: Actor, row: CorrectionRow): boolean =>
  actor.kind === 'user' && actor.employeeId === row.employeeId;

/** May the actor answer it? */
export const mayDecide = (actor: Actor, row: CorrectionRow): boolean =>
  canAtLocation(actor, 'timesheet:approve', { id: row.locationId, departmentIds: row.departmentIds });

export const maySee = (actor: Actor, row: CorrectionRow): boolean =>
  isOwn(actor, row) || mayDecide(actor, row);

/** Row -> the only outward shape of a correction. */
export function presentCorrection(actor: Actor, row: CorrectionRow): CorrectionView {
  const waits = row.state === 'proposed';
  return {
    id: row.id,
    employeeId: row.employeeId,
    employeeName: row.employeeName,
    entryId: row.entryId,
    locationId: row.locationId,
    localDate: row.localDate,
    zone: row.zone,
    before: row.before,
    requested: row.requested,
    comment: row.comment,
    state: row.state,
    reason: row.reason,
    decidedBy: row.decidedBy,
    decidedAt: row.decidedAt,
    createdAt: row.createdAt,
    version: row.version,
    abilities: {
      decide: waits && row.periodState !== 'locked' && mayDecide(actor, row) && !isOwnBlocked(actor, row),
      withdraw: waits && isOwn(actor, row),
    },
  };
}
