import { AppError } from '@vaktplan/contracts/errors';
import type { AtWorkList, AtWorkQuery } from '@vaktplan/contracts/http/time-tracking';
import {
  atWorkStatements,
  locationContext,
  type LocationContext,
  type MissingRow,
  type OpenEntryRow,
} from '@vaktplan/db/queries/at-work';
import { canSomewhere } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';
import { canAtLocation, permittedPlaces } from '../context/permitted-places.ts';
import { presentAtWork } from './at-work.presenter.ts';
import { shiftDatesAround } from './punch-place.rules.ts';

/**
 * Who is at work now, on a break or late, by name, at the places where the actor may read time entries.
 * Errors: forbidden, not_found (location).
 */
export async function listAtWork(ctx: Ctx, query: AtWorkQuery): Promise<AtWorkList> {
  if (!canSomewhere(ctx.actor, 'time-entry:read')) throw new AppError('forbidden');
  const instant = ctx.now();
  const now = instant.epochMilliseconds;
  const statements = atWorkStatements(ctx.orgId, {
    now: instant.toString(),
    shiftDates: shiftDatesAround(now),
    locationId: query.locationId ?? null,
    scope: permittedPlaces(ctx.actor, 'time-entry:read'),
  });
  const asked = query.locationId ? [locationContext(ctx.orgId, query.locationId)] : [];
  const [open, missing, found] = await ctx.db.read(ctx.orgId, [...statements, ...asked]);
  if (found) {
    const location = found[0] as LocationContext | undefined;
    if (!location) throw new AppError('not_found');
    if (!canAtLocation(ctx.actor, 'time-entry:read', location)) throw new AppError('forbidden');
  }
  const data = presentAtWork(open as OpenEntryRow[], missing as MissingRow[], now);
  return { data, meta: { count: data.length, at: instant.toString() } };
}
