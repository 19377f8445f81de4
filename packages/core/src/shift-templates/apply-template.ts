import { AppError } from '@vaktplan/contracts/errors';
import type { RollOutResult } from '@vaktplan/contracts/http/roll-out';
import type { ApplyShiftTemplate } from '@vaktplan/contracts/http/shift-templates';
import type { Tx } from '@vaktplan/db/database';
import { findTemplate, findTemplateItems } from '@vaktplan/db/queries/shift-templates';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { planningScope } from '../roll-out/planning-scope.ts';
import { rollOut } from '../roll-out/roll-out.ts';
import { rotated } from '../roll-out/rotation.rules.ts';
import { wallFrom } from '../roll-out/wall-shift.rules.ts';

/**
 * Lays a template over days as drafts, at its wall-clock times also over a DST night. Each shift's outcome is listed;
 * with `dryRun` nothing is written. Errors: not_found, forbidden, validation_failed, too_many_changes.
 */
export const applyTemplate = (ctx: Ctx, id: string, input: ApplyShiftTemplate): Promise<RollOutResult> =>
  input.dryRun
    ? ctx.db.transaction(ctx.orgId, (tx) => apply(tx, ctx, id, input))
    : transact(ctx, 'shift_templates.apply', (tx) => apply(tx, ctx, id, input));

async function apply(tx: Tx, ctx: Ctx, id: string, input: ApplyShiftTemplate): Promise<RollOutResult> {
  const template = await findTemplate(tx, ctx.orgId, id);
  if (!template) throw new AppError('not_found');
  const { locationId, cycleDays } = template;
  const scope = await planningScope(tx, ctx, 'shift:create', {
    locationId,
    departmentIds: input.departmentIds,
  });
  if (!template.departmentIds.some((one) => scope.departmentIds.includes(one)) && !input.departmentIds)
    throw new AppError('forbidden');
  if (input.anchorDate && template.kind === 'week')
    throw new AppError('validation_failed', {
      errors: [
        { path: 'anchorDate', message: 'A week begins on Monday; only a rotation can begin on any day' },
      ],
    });
  const items = await findTemplateItems(tx, ctx.orgId, id, scope.departmentIds);
  const days = rotated(items, input, input.anchorDate ?? template.anchorDate, cycleDays);
  const drafts = days.map(({ date, item }) => ({ ...item, sourceId: item.id, wall: wallFrom(date, item) }));
  return rollOut(tx, ctx, drafts, {
    locationId,
    startDate: input.startDate,
    endDate: input.endDate,
    people: input.people ?? 'keep',
    ineligible: input.ineligible ?? 'open',
    onClosedDays: input.onClosedDays ?? template.onClosedDays,
    reason: input.override?.reason,
    dryRun: input.dryRun ?? false,
  });
}
