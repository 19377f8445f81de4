import { AppError } from '@vaktplan/contracts/errors';
import type { EmployeeView, UpdateEmployee } from '@vaktplan/contracts/http/employees';
import type { Tx } from '@vaktplan/db/database';
import { lockEmployee, type EmployeeRow } from '@vaktplan/db/queries/employees';
import {
  replaceDepartments,
  replacePositions,
  updateEmployeeRow,
} from '@vaktplan/db/queries/employee-writes';
import { holdsInThePast, startContract, startRate } from '@vaktplan/db/queries/valid-dated';
import { authorize } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { assertVersion } from '../context/version.ts';
import { announceEmployee } from './announce-employee.ts';
import { authorizeAtAny } from './employee.policy.ts';
import { presentEmployee } from './employee.presenter.ts';
import { assertContractDates, assertPositionsFit } from './employee.rules.ts';
import { findWorkplaces } from './find-workplaces.ts';
import { organizationToday } from './organization-today.ts';

/**
 * Changes an employee; what is left out stays. A new contract or rate ends the one before on its first day: what held
 * before today (the organisation's zone) is never rewritten. A manager may only add and take away own departments.
 * Throws `not_found`, `forbidden`, `version_missing`, `version_conflict`, `validation_failed`, `position_elsewhere`,
 * `email_taken`, `number_taken`.
 */
export const updateEmployee = (
  ctx: Ctx,
  id: string,
  expectedVersion: number | undefined,
  input: UpdateEmployee,
): Promise<EmployeeView> =>
  transact(ctx, 'employees.update', async (tx) => {
    const now = ctx.now().toString();
    const row = await lockEmployee(tx, ctx.orgId, id, now);
    if (!row) throw new AppError('not_found');
    authorizeAtAny(ctx.actor, 'employee:update', row.places);
    assertVersion(row, expectedVersion, () => presentEmployee(ctx.actor, row));
    await changeWorkplaces(tx, ctx, row, input);
    await changeTerms(tx, ctx, row, input);
    const { name, email, phone, number } = input;
    await updateEmployeeRow(tx, ctx.orgId, id, { name, email, phone, number });
    return announceEmployee(tx, ctx, 'employee.updated', { employeeId: id });
  });

async function changeWorkplaces(tx: Tx, ctx: Ctx, row: EmployeeRow, input: UpdateEmployee): Promise<void> {
  if (!input.departmentIds && !input.positionIds) return;
  const before = row.places.map((place) => place.departmentId);
  const { departments, positions } = await findWorkplaces(
    tx,
    ctx.orgId,
    input.departmentIds ?? before,
    input.positionIds ?? row.positionIds,
  );
  const after = departments.map((department) => ({
    departmentId: department.id,
    locationId: department.locationId,
  }));
  const added = after.filter((place) => !before.includes(place.departmentId));
  const removed = row.places.filter(
    (place) => !after.some((kept) => kept.departmentId === place.departmentId),
  );
  for (const place of [...added, ...removed]) authorize(ctx.actor, 'employee:update', place);
  // positions of a department that the person leaves go with it unless they were named
  if (input.positionIds) assertPositionsFit(positions, departments);
  const locations = new Set(departments.map((department) => department.locationId));
  const kept = positions.filter((position) => !position.locationId || locations.has(position.locationId));
  if (input.departmentIds) await replaceDepartments(tx, ctx.orgId, row.id, input.departmentIds);
  await replacePositions(
    tx,
    ctx.orgId,
    row.id,
    kept.map((position) => position.id),
  );
}

async function changeTerms(tx: Tx, ctx: Ctx, row: EmployeeRow, input: UpdateEmployee): Promise<void> {
  const { contract, rate } = input;
  if (!contract && !rate) return;
  const today = await organizationToday(tx, ctx);
  if (contract) {
    assertContractDates(contract);
    if (await holdsInThePast(tx, ctx.orgId, 'contract', row.id, contract.from, contract.to, today))
      throw pastStays('contract.from', today);
    await startContract(tx, ctx.orgId, row.id, contract);
  }
  if (rate) {
    authorizeAtAny(ctx.actor, 'pay:read', row.places);
    if (await holdsInThePast(tx, ctx.orgId, 'rate', row.id, rate.from, null, today))
      throw pastStays('rate.from', today);
    await startRate(tx, ctx.orgId, row.id, rate);
  }
}

const pastStays = (path: string, today: string): AppError =>
  new AppError('validation_failed', {
    errors: [{ path, message: `The past stays as it was: begin on ${today} or later` }],
  });
