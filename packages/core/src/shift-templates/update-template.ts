import { v7 as uuidv7 } from 'uuid';
import { AppError } from '@vaktplan/contracts/errors';
import type { ShiftTemplateView, UpdateShiftTemplate } from '@vaktplan/contracts/http/shift-templates';
import type { Tx } from '@vaktplan/db/database';
import {
  findTemplate,
  findTemplateItems,
  replaceTemplateItems,
  updateTemplateRow,
  type TemplateRow,
} from '@vaktplan/db/queries/shift-templates';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { planningScope } from '../roll-out/planning-scope.ts';
import { givenItems } from './given-items.ts';
import { loadTemplateForChange } from './load-template.ts';
import { announceTemplate } from './shift-template.events.ts';
import { presentTemplate } from './shift-template.presenter.ts';

/**
 * Another name, other shifts, another cycle. Plans that were made of the template stay as they are.
 * Errors: not_found, forbidden, version_missing, version_conflict, name_taken, validation_failed.
 */
export const updateTemplate = (
  ctx: Ctx,
  id: string,
  expectedVersion: number | undefined,
  { items, ...change }: UpdateShiftTemplate,
): Promise<ShiftTemplateView> =>
  transact(ctx, 'shift_templates.update', async (tx) => {
    const before = await loadTemplateForChange(tx, ctx, id, expectedVersion);
    assertCycle(before, change);
    const same = Object.entries(change).every(([key, value]) => before[key as keyof TemplateRow] === value);
    if (!items && same) return presentTemplate(ctx.actor, before);
    if (items) await replaceItems(tx, ctx, before, items);
    await assertDaysInCycle(tx, ctx, before, change.cycleDays ?? before.cycleDays);
    await updateTemplateRow(tx, ctx.orgId, id, change);
    const after = await findTemplate(tx, ctx.orgId, id);
    if (!after) throw new Error('the template that was just changed is gone');
    await announceTemplate(tx, ctx, 'shiftTemplate.saved', after);
    return presentTemplate(ctx.actor, after);
  });

function assertCycle(
  { kind }: TemplateRow,
  { cycleDays, anchorDate }: Pick<UpdateShiftTemplate, 'cycleDays' | 'anchorDate'>,
): void {
  if (kind === 'week' && (cycleDays !== undefined || anchorDate !== undefined))
    throw new AppError('validation_failed', {
      errors: [{ path: 'cycleDays', message: 'A week has seven days and begins on Monday' }],
    });
}

async function replaceItems(
  tx: Tx,
  ctx: Ctx,
  { id, locationId }: TemplateRow,
  given: NonNullable<UpdateShiftTemplate['items']>,
): Promise<void> {
  const departmentIds = [...new Set(given.map((item) => item.departmentId))];
  await planningScope(tx, ctx, 'shift:create', { locationId, departmentIds });
  const items = await givenItems(tx, ctx, given);
  const rows = items.map((item) => ({ ...item, id: uuidv7() }));
  await replaceTemplateItems(tx, ctx.orgId, id, rows);
}

async function assertDaysInCycle(
  tx: Tx,
  ctx: Ctx,
  { id, locationId }: TemplateRow,
  cycleDays: number,
): Promise<void> {
  const { departmentIds } = await planningScope(tx, ctx, 'shift:create', { locationId });
  const items = await findTemplateItems(tx, ctx.orgId, id, departmentIds);
  if (items.some((item) => item.day >= cycleDays))
    throw new AppError('validation_failed', {
      errors: [{ path: 'items', message: 'Every day must lie in the cycle' }],
    });
}
