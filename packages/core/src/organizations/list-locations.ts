import type { LocationView } from '@vaktplan/contracts/http/organizations';
import { listLocationRows } from '@vaktplan/db/queries/locations';
import { assertMember } from './assert-member.ts';
import type { Ctx } from '../context/ctx.ts';
import { presentLocation } from './organization.presenter.ts';

/** All locations in use, by name. */
export async function listLocations(ctx: Ctx): Promise<{ data: LocationView[]; meta: { count: number } }> {
  assertMember(ctx);
  const rows = await ctx.db.transaction(ctx.orgId, (tx) => listLocationRows(tx, ctx.orgId));
  return { data: rows.map((row) => presentLocation(ctx.actor, row)), meta: { count: rows.length } };
}
