import type { CreateSkill, SkillView } from '@vaktplan/contracts/http/organizations';
import { insertSkill } from '@vaktplan/db/queries/skills';
import { authorize } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { appendStructureChanged } from './organization.events.ts';
import { presentSkill } from './organization.presenter.ts';

/** Throws `forbidden`, `name_taken`. */
export const createSkill = (ctx: Ctx, input: CreateSkill): Promise<SkillView> =>
  transact(ctx, 'skills.create', async (tx) => {
    authorize(ctx.actor, 'location:manage');
    const row = await insertSkill(tx, ctx.orgId, input);
    await appendStructureChanged(tx, ctx, { type: 'skill', id: row.id, version: row.version }, null);
    return presentSkill(ctx.actor, row);
  });
