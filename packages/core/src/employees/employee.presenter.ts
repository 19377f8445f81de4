import type { EmployeeView } from '@vaktplan/contracts/http/employees';
import type { EmployeeRow } from '@vaktplan/db/queries/employees';
import type { Actor } from '../context/ctx.ts';
import { canAtAny } from './employee.policy.ts';

/** The only outward shape of an employee; pay only for those who may see it there. */
export const presentEmployee = (actor: Actor, row: EmployeeRow): EmployeeView => {
  const gone = row.status === 'deactivated';
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    phone: row.phone,
    number: row.number,
    status: row.status,
    departmentIds: row.places.map((place) => place.departmentId),
    positionIds: row.positionIds,
    contract: row.contract,
    hourlyMinor: canAtAny(actor, 'pay:read', row.places) ? row.hourlyMinor : null,
    invitedAt: row.invitedAt,
    version: row.version,
    abilities: {
      update: canAtAny(actor, 'employee:update', row.places),
      invite: !gone && !row.userId && canAtAny(actor, 'employee:invite', row.places),
      deactivate: canAtAny(actor, 'employee:deactivate', row.places),
    },
  };
};
