import { AppError } from '@vaktplan/contracts/errors';
import type { ShiftTemplateDetail } from '@vaktplan/contracts/http/shift-templates';
import { findTemplate, findTemplateItems } from '@vaktplan/db/queries/shift-templates';
import type { Ctx } from '../context/ctx.ts';
import { templateDepartments } from './shift-template.policy.ts';
import { presentTemplate } from './shift-template.presenter.ts';

/** A template with what it holds in the actor's departments. Errors: not_found, forbidden. */
export const getTemplate = (ctx: Ctx, id: string): Promise<ShiftTemplateDetail> =>
  ctx.db.transaction(ctx.orgId, async (tx) => {
    const template = await findTemplate(tx, ctx.orgId, id);
    if (!template) throw new AppError('not_found');
    const mine = templateDepartments(ctx.actor, 'shift:read-draft', template);
    if (mine.length === 0) throw new AppError('forbidden');
    const items = await findTemplateItems(tx, ctx.orgId, id, mine);
    return { ...presentTemplate(ctx.actor, template), items };
  });
