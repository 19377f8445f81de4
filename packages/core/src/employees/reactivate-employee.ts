import { AppError } from '@vaktplan/contracts/errors';
import type { EmployeeView } from '@vaktplan/contracts/http/employees';
import { lockEmployee } from '@vaktplan/db/queries/employees';
import { updateEmployeeRow } from '@vaktplan/db/queries/employee-writes';
import { insertMembership } from '@vaktplan/db/queries/memberships';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { assertVersion } from '../context/version.ts';
import { announceEmployee } from './announce-employee.ts';
import { authorizeAtAny } from './employee.policy.ts';
import { presentEmployee } from './employee.presenter.ts';

/**
 * Takes somebody back: the login, if there was one, works again with the role employee. Contracts that ended stay ended;
 * a new one begins with an update. Throws `not_found`, `forbidden`, `version_missing`, `version_conflict`, `email_taken`.
 */
export const reactivateEmployee = (
  ctx: Ctx,
  id: string,
  expectedVersion: number | undefined,
): Promise<EmployeeView> =>
  transact(ctx, 'employees.reactivate', async (tx) => {
    const now = ctx.now().toString();
    const row = await lockEmployee(tx, ctx.orgId, id, now);
    if (!row) throw new AppError('not_found');
    authorizeAtAny(ctx.actor, 'employee:deactivate', row.places);
    assertVersion(row, expectedVersion, () => presentEmployee(ctx.actor, row));
    if (row.status !== 'deactivated') return presentEmployee(ctx.actor, row);
    await updateEmployeeRow(tx, ctx.orgId, id, { status: 'active', lastDay: null });
    if (row.userId) await insertMembership(tx, ctx.orgId, row.userId, { role: 'employee' });
    return announceEmployee(tx, ctx, 'employee.updated', { employeeId: id });
  });
