import type { ListShiftTemplatesQuery, ShiftTemplateList } from '@vaktplan/contracts/http/shift-templates';
import { listTemplateRows } from '@vaktplan/db/queries/shift-templates';
import type { Ctx } from '../context/ctx.ts';
import { planningScope } from '../roll-out/planning-scope.ts';
import { mayUseTemplate } from './shift-template.policy.ts';
import { presentTemplate } from './shift-template.presenter.ts';

/** The location's templates, by name, that hold something the actor plans. Errors: not_found, forbidden. */
export const listTemplates = (ctx: Ctx, query: ListShiftTemplatesQuery): Promise<ShiftTemplateList> =>
  ctx.db.transaction(ctx.orgId, async (tx) => {
    const { locationId } = await planningScope(tx, ctx, 'shift:read-draft', query);
    const rows = await listTemplateRows(tx, ctx.orgId, locationId);
    const data = rows
      .filter((row) => mayUseTemplate(ctx.actor, 'shift:read-draft', row))
      .map((row) => presentTemplate(ctx.actor, row));
    return { data, meta: { count: data.length } };
  });
