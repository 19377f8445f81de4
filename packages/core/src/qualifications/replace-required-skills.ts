import { AppError } from '@vaktplan/contracts/errors';
import type { ReplaceRequiredSkills, RequiredSkillsView } from '@vaktplan/contracts/http/qualifications';
import { lockPosition, updatePositionRow } from '@vaktplan/db/queries/positions';
import { listRequiredSkills, replaceRequiredSkills } from '@vaktplan/db/queries/qualifications';
import { authorize } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { assertVersion } from '../context/version.ts';
import { appendStructureChanged } from '../organizations/organization.events.ts';
import { placeOfPosition } from '../organizations/organization.presenter.ts';
import { assertSkillsInUse } from './assert-skills-in-use.ts';

/** What whoever works the position must hold from now on. Throws `not_found`, `forbidden`, `version_missing`, `version_conflict`. */
export const replaceRequiredSkillsOf = (
  ctx: Ctx,
  positionId: string,
  expectedVersion: number | undefined,
  { skillIds }: ReplaceRequiredSkills,
): Promise<RequiredSkillsView> =>
  transact(ctx, 'positions.require', async (tx) => {
    const row = await lockPosition(tx, ctx.orgId, positionId);
    if (!row) throw new AppError('not_found');
    authorize(ctx.actor, 'location:manage', placeOfPosition(row));
    const current = { version: row.version, skillIds: await listRequiredSkills(tx, ctx.orgId, row.id) };
    assertVersion(row, expectedVersion, () => current);
    await assertSkillsInUse(tx, ctx.orgId, skillIds);
    await replaceRequiredSkills(tx, ctx.orgId, row.id, skillIds);
    const { version } = await updatePositionRow(tx, ctx.orgId, row.id, {});
    await appendStructureChanged(tx, ctx, { type: 'position', id: row.id, version }, row.locationId);
    return { version, skillIds: await listRequiredSkills(tx, ctx.orgId, row.id) };
  });
