import { AppError } from '@vaktplan/contracts/errors';
import type { HeldSkillsView } from '@vaktplan/contracts/http/qualifications';
import { findEmployee } from '@vaktplan/db/queries/employees';
import { listHeldSkills } from '@vaktplan/db/queries/qualifications';
import type { Ctx } from '../context/ctx.ts';
import { authorizeAtAny } from '../employees/employee.policy.ts';

/** What a person holds, and when. Throws `not_found`, `forbidden`. */
export const getHeldSkills = (ctx: Ctx, employeeId: string): Promise<HeldSkillsView> =>
  ctx.db.transaction(ctx.orgId, async (tx) => {
    const row = await findEmployee(tx, ctx.orgId, employeeId, ctx.now().toString());
    if (!row) throw new AppError('not_found');
    authorizeAtAny(ctx.actor, 'employee:read', row.places);
    return { version: row.version, skills: await listHeldSkills(tx, ctx.orgId, row.id) };
  });
