import type { CreateEmployee, EmployeeView } from '@vaktplan/contracts/http/employees';
import { insertEmployee } from '@vaktplan/db/queries/employee-writes';
import { authorize } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { announceEmployee } from './announce-employee.ts';
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
    return announceEmployee(tx, ctx, 'employee.created', { employeeId: id });
  });
