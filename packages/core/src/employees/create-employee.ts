import { AppError } from '@vaktplan/contracts/errors';
import type { CreateEmployee, EmployeeView } from '@vaktplan/contracts/http/employees';
import { findEmployee } from '@vaktplan/db/queries/employees';
import { insertEmployee } from '@vaktplan/db/queries/employee-writes';
import { appendEvent } from '../context/append-event.ts';
import { authorize } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { presentEmployee } from './employee.presenter.ts';
import { assertContractDates, assertPositionsFit } from './employee.rules.ts';
import { findWorkplaces } from './find-workplaces.ts';

/**
 * Makes an employee with departments, positions, contract and rate. No login and no mail: that is inviting.
 * Throws `not_found` (department, position), `forbidden`, `validation_failed`, `position_elsewhere`, `email_taken`,
 * `number_taken`.
 */
export const createEmployee = (ctx: Ctx, input: CreateEmployee): Promise<EmployeeView> =>
  transact(ctx, 'employees.create', async (tx) => {
    const { departments, positions } = await findWorkplaces(
      tx,
      ctx.orgId,
      input.departmentIds,
      input.positionIds ?? [],
    );
    for (const department of departments) {
      const place = { locationId: department.locationId, departmentId: department.id };
      authorize(ctx.actor, 'employee:create', place);
      if (input.rate) authorize(ctx.actor, 'pay:read', place);
    }
    if (input.contract) assertContractDates(input.contract);
    assertPositionsFit(positions, departments);
    const id = await insertEmployee(tx, ctx.orgId, input);
    await appendEvent(tx, ctx, 'employee.created', { type: 'employee', id, version: 1 }, { employeeId: id });
    const row = await findEmployee(tx, ctx.orgId, id, ctx.now().toString());
    if (!row) throw new AppError('internal');
    return presentEmployee(ctx.actor, row);
  });
