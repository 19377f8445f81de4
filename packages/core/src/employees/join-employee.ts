import type { RoleGrant } from '@vaktplan/contracts/permissions';
import type { Tx } from '@vaktplan/db/database';
import { updateEmployeeRow } from '@vaktplan/db/queries/employee-writes';
import type { EmployeeRow } from '@vaktplan/db/queries/employees';
import { insertMembership } from '@vaktplan/db/queries/memberships';
import { appendEvent } from '../context/append-event.ts';
import type { Ctx } from '../context/ctx.ts';

/** Binds a login to an employee, makes it a member with the role and says `employee.joined`. */
export async function joinEmployee(
  tx: Tx,
  ctx: Ctx,
  employee: Pick<EmployeeRow, 'id' | 'version'>,
  userId: string,
  grant: RoleGrant,
): Promise<void> {
  await insertMembership(tx, ctx.orgId, userId, grant);
  await updateEmployeeRow(tx, ctx.orgId, employee.id, { userId, status: 'active' });
  await appendEvent(
    tx,
    ctx,
    'employee.joined',
    { type: 'employee', id: employee.id, version: employee.version + 1 },
    { employeeId: employee.id },
  );
}
