import type { RenameShiftTemplate, ShiftTemplateView } from '@vaktplan/contracts/http/shift-templates';
import { renameTemplateRow } from '@vaktplan/db/queries/shift-templates';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { loadTemplateForChange } from './load-template.ts';
import { announceTemplate } from './shift-template.events.ts';
import { presentTemplate } from './shift-template.presenter.ts';

/** Errors: not_found, forbidden, version_missing, version_conflict, name_taken. */
export const renameTemplate = (
  ctx: Ctx,
  id: string,
  expectedVersion: number | undefined,
  { name }: RenameShiftTemplate,
): Promise<ShiftTemplateView> =>
  transact(ctx, 'shift_templates.rename', async (tx) => {
    const before = await loadTemplateForChange(tx, ctx, id, expectedVersion);
    if (before.name === name) return presentTemplate(ctx.actor, before);
    await renameTemplateRow(tx, ctx.orgId, id, name);
    const after = { ...before, name, version: before.version + 1 };
    await announceTemplate(tx, ctx, 'shiftTemplate.saved', after);
    return presentTemplate(ctx.actor, after);
  });
