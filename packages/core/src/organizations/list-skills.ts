import type { SkillView } from '@vaktplan/contracts/http/organizations';
import { listSkillRows } from '@vaktplan/db/queries/skills';
import { assertMember } from './assert-member.ts';
import type { Ctx } from '../context/ctx.ts';
import { presentSkill } from './organization.presenter.ts';

/** All skills in use, by name. */
export async function listSkills(ctx: Ctx): Promise<{ data: SkillView[]; meta: { count: number } }> {
  assertMember(ctx);
  const rows = await ctx.db.transaction(ctx.orgId, (tx) => listSkillRows(tx, ctx.orgId));
  return { data: rows.map((row) => presentSkill(ctx.actor, row)), meta: { count: rows.length } };
}
