import type { PositionView } from '@vaktplan/contracts/http/organizations';
import { listPositionRows } from '@vaktplan/db/queries/positions';
import { assertMember } from './assert-member.ts';
import type { Ctx } from '../context/ctx.ts';
import { presentPosition } from './organization.presenter.ts';

/** All positions in use, by name. */
export async function listPositions(ctx: Ctx): Promise<{ data: PositionView[]; meta: { count: number } }> {
  assertMember(ctx);
  const rows = await ctx.db.transaction(ctx.orgId, (tx) => listPositionRows(tx, ctx.orgId));
  return { data: rows.map((row) => presentPosition(ctx.actor, row)), meta: { count: rows.length } };
}
