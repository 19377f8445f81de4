import { AppError } from '@vaktplan/contracts/errors';
import type { OrganizationView } from '@vaktplan/contracts/http/organizations';
import { findOrganization } from '@vaktplan/db/queries/organizations';
import type { Ctx } from '../context/ctx.ts';
import { assertMember } from './assert-member.ts';
import { presentOrganization } from './organization.presenter.ts';

/** The actor's organisation. Throws `not_found`, `forbidden`. */
export async function getOrganization(ctx: Ctx): Promise<OrganizationView> {
  assertMember(ctx);
  const row = await ctx.db.transaction(ctx.orgId, (tx) => findOrganization(tx, ctx.orgId));
  if (!row) throw new AppError('not_found');
  return presentOrganization(ctx.actor, row);
}
