import { AppError } from '@vaktplan/contracts/errors';
import {
  TimePolicySettings,
  type ListTimePoliciesQuery,
  type TimePolicyList,
} from '@vaktplan/contracts/http/time-policies';
import { locationContext, type LocationContext } from '@vaktplan/db/queries/at-work';
import { POLICIES, type PolicyRow } from '@vaktplan/db/queries/person-clocks';
import { can, canSomewhere } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';
import { canAtLocation } from '../context/permitted-places.ts';

/**
 * The rules of the organisation and of the locations that the actor may look after, past and to come, by their first day; of
 * one location: its own and the organisation's. Errors: forbidden, not_found (location).
 */
export async function listTimePolicies(ctx: Ctx, query: ListTimePoliciesQuery): Promise<TimePolicyList> {
  if (!canSomewhere(ctx.actor, 'time-entry:read')) throw new AppError('forbidden');
  const { locationId } = query;
  const policies = { name: 'clock_policies', text: POLICIES, values: [ctx.orgId] };
  const asked = locationId ? [locationContext(ctx.orgId, locationId)] : [];
  const [rows, found] = await ctx.db.read(ctx.orgId, [policies, ...asked]);
  if (found) {
    const location = found[0] as LocationContext | undefined;
    if (!location) throw new AppError('not_found');
    if (!canAtLocation(ctx.actor, 'time-entry:read', location)) throw new AppError('forbidden');
  }
  const mayRead = (own: string): boolean =>
    own === locationId || can(ctx.actor, 'time-entry:read', { locationId: own });
  const data = (rows as PolicyRow[])
    .filter(
      (row) =>
        row.locationId === null ||
        (mayRead(row.locationId) && (!locationId || row.locationId === locationId)),
    )
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
