import { AppError } from '@vaktplan/contracts/errors';
import {
  TimePolicySettings,
  type ListTimePoliciesQuery,
  type TimePolicyList,
} from '@vaktplan/contracts/http/time-policies';
import { findLocation } from '@vaktplan/db/queries/locations';
import { listPolicyRows } from '@vaktplan/db/queries/time-policies';
import { canSomewhere } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';

/**
 * The rules of the organisation and its locations, past and to come, by their first day; of one location: its own and the
 * organisation's. Errors: forbidden, not_found (location).
 */
export async function listTimePolicies(ctx: Ctx, query: ListTimePoliciesQuery): Promise<TimePolicyList> {
  if (!canSomewhere(ctx.actor, 'time-entry:read')) throw new AppError('forbidden');
  const { locationId } = query;
  const rows = await ctx.db.transaction(ctx.orgId, async (tx) => {
    if (locationId && !(await findLocation(tx, ctx.orgId, locationId))) throw new AppError('not_found');
    return listPolicyRows(tx, ctx.orgId);
  });
  const data = rows
    .filter((row) => !locationId || row.locationId === null || row.locationId === locationId)
    .map((row) => ({
      id: row.id,
      locationId: row.locationId,
      from: row.from ?? '1900-01-01',
      until: row.until,
      settings: TimePolicySettings.parse(row.settings),
      version: row.version,
    }));
  return { data, meta: { count: data.length } };
}
