import type { AsSeenList, AsSeenQuery } from '@vaktplan/contracts/http/schedule-history';
import { listAsSeen as readAsSeen } from '@vaktplan/db/queries/seen-schedule';
import type { Ctx } from '../context/ctx.ts';
import { seenScope } from './seen-scope.ts';

/**
 * The schedule as a person saw it at an instant, of business days (62 at most): their shifts and the open ones of their
 * departments, from the snapshots. Names are today's. Errors: not_found, forbidden (somebody else's, without planning).
 */
export async function listAsSeen(ctx: Ctx, query: AsSeenQuery): Promise<AsSeenList> {
  const { places } = await seenScope(ctx, query.employeeId);
  const data = await readAsSeen(ctx.db, ctx.orgId, { ...query, places });
  return { data, meta: { count: data.length } };
}
