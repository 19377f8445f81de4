import { AppError } from '@vaktplan/contracts/errors';
import type { CalendarFeedView } from '@vaktplan/contracts/http/calendar-feeds';
import { lockCalendarFeed, revokeCalendarFeed } from '@vaktplan/db/queries/calendar-feeds';
import { appendEvent } from '../context/append-event.ts';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { presentCalendarFeed, type FeedLinks } from './calendar-feed.presenter.ts';
import { makeFeed } from './create-calendar-feed.ts';
import { subscriberOf } from './subscriber.ts';

/** A new address for a subscription of one's own; the old one finds nothing from then on. Throws `not_found`. */
export async function renewCalendarFeed(ctx: Ctx, id: string, links: FeedLinks): Promise<CalendarFeedView> {
  const { userId } = subscriberOf(ctx);
  const row = await transact(ctx, 'calendar.renew-feed', async (tx) => {
    const old = await lockCalendarFeed(tx, ctx.orgId, userId, id);
    if (!old) throw new AppError('not_found');
    await revokeCalendarFeed(tx, ctx.orgId, id, ctx.now().toString());
    await appendEvent(
      tx,
      ctx,
      'calendarFeed.changed',
      { type: 'calendarFeed', id, version: 2 },
      { feedId: id, revoked: true },
    );
    const { kind, employeeId, locationId } = old;
    return makeFeed(ctx, tx, userId, { kind, employeeId, locationId }, links);
  });
  return presentCalendarFeed(ctx.orgId, row, links);
}
