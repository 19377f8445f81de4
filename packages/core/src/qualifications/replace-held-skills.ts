import { AppError } from '@vaktplan/contracts/errors';
import type { HeldSkillsView, ReplaceHeldSkills } from '@vaktplan/contracts/http/qualifications';
import { updateEmployeeRow } from '@vaktplan/db/queries/employee-writes';
import { lockEmployee } from '@vaktplan/db/queries/employees';
import { listHeldSkills, replaceHeldSkills } from '@vaktplan/db/queries/qualifications';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { assertVersion } from '../context/version.ts';
import { announceEmployee } from '../employees/announce-employee.ts';
import { authorizeAtAny } from '../employees/employee.policy.ts';
import { assertSkillsInUse } from './assert-skills-in-use.ts';
import { assertHeldSkills } from './held-skills.rules.ts';

/**
 * What a person holds from now on, issue and expiry of each. Plans that are already made show the findings.
 * Throws `not_found`, `forbidden`, `version_missing`, `version_conflict`, `validation_failed`.
 */
export const replaceHeldSkillsOf = (
  ctx: Ctx,
  employeeId: string,
  expectedVersion: number | undefined,
  { skills }: ReplaceHeldSkills,
): Promise<HeldSkillsView> =>
  transact(ctx, 'qualifications.replace', async (tx) => {
    const row = await lockEmployee(tx, ctx.orgId, employeeId, ctx.now().toString());
    if (!row) throw new AppError('not_found');
    authorizeAtAny(ctx.actor, 'employee:update', row.places);
    const now = async (version: number) => ({
      version,
      skills: await listHeldSkills(tx, ctx.orgId, row.id),
    });
    const current = await now(row.version);
    assertVersion(row, expectedVersion, () => current);
    assertHeldSkills(skills);
    await assertSkillsInUse(
      tx,
      ctx.orgId,
      skills.map((one) => one.skillId),
    );
    await replaceHeldSkills(tx, ctx.orgId, row.id, skills);
    await updateEmployeeRow(tx, ctx.orgId, row.id, {});
    const { version } = await announceEmployee(tx, ctx, 'employee.updated', { employeeId: row.id });
    return now(version);
  });
