import type { CalendarFeedList } from '@vaktplan/contracts/http/calendar-feeds';
import { listCalendarFeedRows } from '@vaktplan/db/queries/calendar-feeds';
import type { Ctx } from '../context/ctx.ts';
import { presentCalendarFeed, type FeedLinks } from './calendar-feed.presenter.ts';
import { subscriberOf } from './subscriber.ts';

/** One's own subscriptions that stand, with their addresses. Throws `forbidden`. */
export async function listCalendarFeeds(ctx: Ctx, links: FeedLinks): Promise<CalendarFeedList> {
  const { userId } = subscriberOf(ctx);
  const rows = await ctx.db.transaction(ctx.orgId, (tx) => listCalendarFeedRows(tx, ctx.orgId, userId));
  const data = rows.map((row) => presentCalendarFeed(ctx.orgId, row, links));
  return { data, meta: { count: data.length } };
}
