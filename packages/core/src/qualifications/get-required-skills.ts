import { AppError } from '@vaktplan/contracts/errors';
import type { RequiredSkillsView } from '@vaktplan/contracts/http/qualifications';
import { findPositions } from '@vaktplan/db/queries/positions';
import { listRequiredSkills } from '@vaktplan/db/queries/qualifications';
import type { Ctx } from '../context/ctx.ts';

/** What whoever works the position must hold. Throws `not_found`. */
export const getRequiredSkills = (ctx: Ctx, positionId: string): Promise<RequiredSkillsView> =>
  ctx.db.transaction(ctx.orgId, async (tx) => {
    const [row] = await findPositions(tx, ctx.orgId, [positionId]);
    if (!row) throw new AppError('not_found');
    return { version: row.version, skillIds: await listRequiredSkills(tx, ctx.orgId, row.id) };
  });
