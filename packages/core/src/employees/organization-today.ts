import { AppError } from '@vaktplan/contracts/errors';
import type { Tx } from '@vaktplan/db/database';
import { findOrganization } from '@vaktplan/db/queries/organizations';
import type { Ctx } from '../context/ctx.ts';
import { localDateOf } from '../time/local-time.rules.ts';

/** Today in the organisation's zone, YYYY-MM-DD: what contracts and rates count by. */
export async function organizationToday(tx: Tx, ctx: Ctx): Promise<string> {
  const organization = await findOrganization(tx, ctx.orgId);
  if (!organization) throw new AppError('not_found');
  return localDateOf(ctx.now(), organization.zone);
}
