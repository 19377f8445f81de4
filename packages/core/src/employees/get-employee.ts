import { AppError } from '@vaktplan/contracts/errors';
import type { EmployeeView } from '@vaktplan/contracts/http/employees';
import { findEmployee } from '@vaktplan/db/queries/employees';
import type { Ctx } from '../context/ctx.ts';
import { authorizeAtAny } from './employee.policy.ts';
import { presentEmployee } from './employee.presenter.ts';

/** Throws `not_found`, `forbidden`. */
export async function getEmployee(ctx: Ctx, id: string): Promise<EmployeeView> {
  const row = await ctx.db.transaction(ctx.orgId, (tx) =>
    findEmployee(tx, ctx.orgId, id, ctx.now().toString()),
  );
  if (!row) throw new AppError('not_found');
  authorizeAtAny(ctx.actor, 'employee:read', row.places);
  return presentEmployee(ctx.actor, row);
}
