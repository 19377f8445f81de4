import { createCalendarFeed } from '@vaktplan/core/calendar/create-calendar-feed';
import { feedToken } from '@vaktplan/core/calendar/feed-token';
import type { Ctx } from '@vaktplan/core/context/ctx';
import type { Env } from '../env.ts';

/** The actor's subscriptions: to two locations, and to own shifts, of which the token is given too. */
export async function createFeeds(own: Ctx, env: Env, place: { location: string; spareLocation: string }) {
  const links = { secret: env.AUTH_SECRET, webUrl: env.PUBLIC_WEB_URL };
  const feedOf = (locationId: string) =>
    createCalendarFeed(own, { kind: 'location', locationId }, links).then(({ id }) => id);
  const mine = await createCalendarFeed(own, { kind: 'employee' }, links);
  return {
    ids: { feed: await feedOf(place.location), spareFeed: await feedOf(place.spareLocation) },
    feedToken: feedToken(env.AUTH_SECRET, own.orgId, mine.id),
  };
}
