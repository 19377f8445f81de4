import { AppError } from '@vaktplan/contracts/errors';
import { lockSkill, updateSkillRow } from '@vaktplan/db/queries/skills';
import { authorize } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { assertVersion } from '../context/version.ts';
import { appendStructureChanged } from './organization.events.ts';
import { presentSkill } from './organization.presenter.ts';

/** Throws `not_found`, `forbidden`, `version_missing`, `version_conflict`. */
export const archiveSkill = (ctx: Ctx, id: string, expectedVersion: number | undefined): Promise<void> =>
  transact(ctx, 'skills.archive', async (tx) => {
    const row = await lockSkill(tx, ctx.orgId, id);
    if (!row) throw new AppError('not_found');
    authorize(ctx.actor, 'location:manage');
    assertVersion(row, expectedVersion, () => presentSkill(ctx.actor, row));
    const archived = await updateSkillRow(tx, ctx.orgId, id, { archivedAt: ctx.now().toString() });
    await appendStructureChanged(tx, ctx, { type: 'skill', id, version: archived.version }, null);
  });
