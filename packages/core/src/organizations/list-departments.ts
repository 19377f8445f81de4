import type { DepartmentView } from '@vaktplan/contracts/http/organizations';
import { listDepartmentRows } from '@vaktplan/db/queries/departments';
import { assertMember } from './assert-member.ts';
import type { Ctx } from '../context/ctx.ts';
import { presentDepartment } from './organization.presenter.ts';

/** All departments in use, by name. */
export async function listDepartments(
  ctx: Ctx,
): Promise<{ data: DepartmentView[]; meta: { count: number } }> {
  assertMember(ctx);
  const rows = await ctx.db.transaction(ctx.orgId, (tx) => listDepartmentRows(tx, ctx.orgId));
  return { data: rows.map((row) => presentDepartment(ctx.actor, row)), meta: { count: rows.length } };
}
