import { AppError } from '@vaktplan/contracts/errors';
import type { CreateDepartment, DepartmentView } from '@vaktplan/contracts/http/organizations';
import { insertDepartment } from '@vaktplan/db/queries/departments';
import { findLocation } from '@vaktplan/db/queries/locations';
import { authorize } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { appendStructureChanged } from './organization.events.ts';
import { presentDepartment } from './organization.presenter.ts';

/** Makes a department of a location. Throws `not_found` (location), `forbidden`, `name_taken`. */
export const createDepartment = (ctx: Ctx, input: CreateDepartment): Promise<DepartmentView> =>
  transact(ctx, 'departments.create', async (tx) => {
    const location = await findLocation(tx, ctx.orgId, input.locationId);
    if (!location) throw new AppError('not_found');
    authorize(ctx.actor, 'location:manage', { locationId: location.id });
    const row = await insertDepartment(tx, ctx.orgId, input);
    await appendStructureChanged(
      tx,
      ctx,
      { type: 'department', id: row.id, version: row.version },
      location.id,
    );
    return presentDepartment(ctx.actor, row);
  });
