import { Temporal } from 'temporal-polyfill';
import { AppError } from '@vaktplan/contracts/errors';
import type { DeactivateEmployee, EmployeeView } from '@vaktplan/contracts/http/employees';
import type { Tx } from '@vaktplan/db/database';
import { lockEmployee } from '@vaktplan/db/queries/employees';
import { openShiftsAfter, updateEmployeeRow } from '@vaktplan/db/queries/employee-writes';
import { withdrawInvitations } from '@vaktplan/db/queries/invitations';
import { listOwners, removeRoles } from '@vaktplan/db/queries/memberships';
import { lockOrganization } from '@vaktplan/db/queries/organizations';
import { lockEmployeePlan } from '@vaktplan/db/queries/planning';
import { endContracts } from '@vaktplan/db/queries/valid-dated';
import { appendEvents } from '../context/append-event.ts';
import { userIdOf, type Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { assertVersion } from '../context/version.ts';
import { localDateOf } from '../time/local-time.rules.ts';
import { announceEmployee } from './announce-employee.ts';
import { authorizeAtAny, isOwner } from './employee.policy.ts';
import { presentEmployee } from './employee.presenter.ts';

/**
 * Ends somebody's time here: the login loses its roles at once, contracts end after `lastDay` (left out: today in the
 * organisation's zone), and shifts after it that have not begun become open. The past stays.
 * Throws `not_found`, `forbidden`, `version_missing`, `version_conflict`, `employee_inactive`, `last_owner`.
 */
export const deactivateEmployee = (
  ctx: Ctx,
  id: string,
  expectedVersion: number | undefined,
  input: DeactivateEmployee,
): Promise<EmployeeView> =>
  transact(ctx, 'employees.deactivate', async (tx) => {
    const now = ctx.now().toString();
    // first of all, as planning does: a shift given to the person at this moment is there to be opened
    await lockEmployeePlan(tx, id);
    // one at a time, or two owners could remove each other
    const organization = await lockOrganization(tx, ctx.orgId);
    const row = await lockEmployee(tx, ctx.orgId, id, now);
    if (!row || !organization) throw new AppError('not_found');
    authorizeAtAny(ctx.actor, 'employee:deactivate', row.places);
    assertVersion(row, expectedVersion, () => presentEmployee(ctx.actor, row));
    if (row.status === 'deactivated') throw new AppError('employee_inactive');
    if (row.userId) await endLogin(tx, ctx, row.userId);
    const lastDay = input.lastDay ?? localDateOf(ctx.now(), organization.zone);
    await withdrawInvitations(tx, ctx.orgId, id, now);
    await endContracts(tx, ctx.orgId, id, Temporal.PlainDate.from(lastDay).add({ days: 1 }).toString());
    await updateEmployeeRow(tx, ctx.orgId, id, { status: 'deactivated', lastDay });
    await openShifts(tx, ctx, id, lastDay);
    return announceEmployee(tx, ctx, 'employee.deactivated', { employeeId: id });
  });

async function endLogin(tx: Tx, ctx: Ctx, userId: string): Promise<void> {
  const owners = await listOwners(tx, ctx.orgId);
  if (owners.includes(userId)) {
    if (!isOwner(ctx.actor)) throw new AppError('forbidden');
    if (owners.every((owner) => owner === userId)) throw new AppError('last_owner');
  }
  await removeRoles(tx, ctx.orgId, userId);
}

async function openShifts(tx: Tx, ctx: Ctx, employeeId: string, lastDay: string): Promise<void> {
  const freed = await openShiftsAfter(
    tx,
    ctx.orgId,
    employeeId,
    lastDay,
    ctx.now().toString(),
    userIdOf(ctx.actor),
  );
  await appendEvents(
    tx,
    ctx,
    'shift.updated',
    freed.map(({ id, version, ...where }) => ({
      aggregate: { type: 'shift', id, version },
      payload: { shiftId: id, ...where, employeeId: null, previousEmployeeId: employeeId, version },
    })),
  );
}
