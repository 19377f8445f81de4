import { AppError } from '@vaktplan/contracts/errors';
import type { CreatePosition, PositionView } from '@vaktplan/contracts/http/organizations';
import { findDepartments } from '@vaktplan/db/queries/departments';
import { insertPosition } from '@vaktplan/db/queries/positions';
import { authorize } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { appendStructureChanged } from './organization.events.ts';
import { placeOfPosition, presentPosition } from './organization.presenter.ts';

/** Makes a position of a department, or of the organisation. Throws `not_found` (department), `forbidden`, `name_taken`. */
export const createPosition = (ctx: Ctx, input: CreatePosition): Promise<PositionView> =>
  transact(ctx, 'positions.create', async (tx) => {
    const [department] = input.departmentId ? await findDepartments(tx, ctx.orgId, [input.departmentId]) : [];
    if (input.departmentId && !department) throw new AppError('not_found');
    const home = { departmentId: department?.id ?? null, locationId: department?.locationId ?? null };
    authorize(ctx.actor, 'location:manage', placeOfPosition(home));
    const row = await insertPosition(tx, ctx.orgId, input);
    await appendStructureChanged(
      tx,
      ctx,
      { type: 'position', id: row.id, version: row.version },
      home.locationId,
    );
    return presentPosition(ctx.actor, { ...row, locationId: home.locationId });
  });
