import { deleteTemplateRow } from '@vaktplan/db/queries/shift-templates';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { loadTemplateForChange } from './load-template.ts';
import { announceTemplate } from './shift-template.events.ts';

/** Shifts made from it stay. Errors: not_found, forbidden, version_missing, version_conflict. */
export const deleteTemplate = (ctx: Ctx, id: string, expectedVersion: number | undefined): Promise<void> =>
  transact(ctx, 'shift_templates.delete', async (tx) => {
    const before = await loadTemplateForChange(tx, ctx, id, expectedVersion);
    await deleteTemplateRow(tx, ctx.orgId, id);
    await announceTemplate(tx, ctx, 'shiftTemplate.deleted', { ...before, version: before.version + 1 });
  });
