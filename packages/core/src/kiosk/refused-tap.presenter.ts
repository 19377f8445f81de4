import { ERRORS, type ErrorCode } from '@vaktplan/contracts/errors';
import type { RefusedTapView } from '@vaktplan/contracts/http/refused-taps';
import type { RefusedTapRow } from '@vaktplan/db/queries/refused-taps';
import type { Actor } from '../context/ctx.ts';
import { canAtLocation } from '../context/permitted-places.ts';
import { isOwnBlocked } from '../timesheets/own-hours.ts';

type Place = { locationId: string; departmentIds: readonly string[] };

/** Does the actor approve hours where the tap was made? */
export const maySettleTap = (actor: Actor, { locationId, departmentIds }: Place): boolean =>
  canAtLocation(actor, 'timesheet:approve', { id: locationId, departmentIds });

/** Row -> the only outward shape of a refused tap. */
export function presentRefusedTap(actor: Actor, row: RefusedTapRow): RefusedTapView {
  const { employeeId, ownDecides } = row;
  const own = employeeId !== null && isOwnBlocked(actor, { employeeId, ownDecides });
  const problem = (row.problem in ERRORS ? row.problem : 'internal') as ErrorCode;
  return {
    id: row.id,
    kioskName: row.kioskName,
    locationId: row.locationId,
    locationName: row.locationName,
    zone: row.zone,
    employeeId,
    employeeName: row.employeeName,
    kind: row.kind,
    occurredAt: row.occurredAt,
    problem,
    detail: ERRORS[problem][1],
    state: row.state,
    reason: row.reason,
    createdAt: row.createdAt,
    version: row.version,
    abilities: { settle: row.state === 'open' && maySettleTap(actor, row) && !own },
  };
}
