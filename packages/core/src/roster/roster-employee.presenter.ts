import type { RosterEmployee } from '@vaktplan/contracts/http/shifts';
import type { RosterEmployeeRow } from '@vaktplan/db/queries/roster';
import { can } from '../context/authorize.ts';
import type { Actor } from '../context/ctx.ts';

/** A person on the roster of a location: contracts and pay only as far as the actor may see them there. */
export function presentRosterEmployee(
  actor: Actor,
  locationId: string,
  row: RosterEmployeeRow,
): RosterEmployee {
  const places = row.departmentIds.map((departmentId) => ({ locationId, departmentId }));
  const may = (permission: 'employee:read' | 'pay:read') =>
    can(actor, permission, { locationId }) || places.some((place) => can(actor, permission, place));
  const known = may('employee:read');
  return {
    id: row.id,
    name: row.name,
    number: known ? row.number : null,
    status: row.status,
    departmentIds: row.departmentIds,
    positionIds: row.positionIds,
    contractedMinutesPerWeek: known ? (row.contracts[0]?.minutesPerWeek ?? null) : null,
    contracts: known ? row.contracts.map(({ from, to }) => ({ from, to })) : [],
    rates: may('pay:read') ? row.rates : [],
  };
}
