import { AppError } from '@vaktplan/contracts/errors';
import type { PublishedPeople, PublishedPeopleQuery } from '@vaktplan/contracts/http/schedule-history';
import {
  publishedPeopleStatements,
  type PublishedPersonRow,
  type PublishedPlaceRow,
} from '@vaktplan/db/queries/seen-schedule';
import type { Ctx } from '../context/ctx.ts';
import { canAtLocation } from '../context/permitted-places.ts';
import { draftPlaces } from '../shifts/shift.policy.ts';

/**
 * Who was ever shown a shift of some business days (62 at most) of a location, open ones by the departments of today, and
 * the last day of which anything was published. For those who plan there, of the places they plan.
 * One round trip. Errors: not_found, forbidden.
 */
export async function listPublishedPeople(ctx: Ctx, query: PublishedPeopleQuery): Promise<PublishedPeople> {
  const [[location], data, [latest]] = (await ctx.db.read(
    ctx.orgId,
    publishedPeopleStatements(ctx.orgId, { ...query, places: draftPlaces(ctx.actor) }),
  )) as [PublishedPlaceRow[], PublishedPersonRow[], { date: string | null }[]];
  if (!location) throw new AppError('not_found');
  if (!canAtLocation(ctx.actor, 'shift:read-draft', location)) throw new AppError('forbidden');
  return { data, meta: { count: data.length, latestDate: latest?.date ?? null } };
}
