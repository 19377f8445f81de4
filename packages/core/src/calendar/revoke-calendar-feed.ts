import { AppError } from '@vaktplan/contracts/errors';
import { lockCalendarFeed, revokeCalendarFeed as writeRevoked } from '@vaktplan/db/queries/calendar-feeds';
import { appendEvent } from '../context/append-event.ts';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { subscriberOf } from './subscriber.ts';

/** Ends a subscription of one's own: its address finds nothing from then on. Throws `not_found`. */
export const revokeCalendarFeed = (ctx: Ctx, id: string): Promise<void> =>
  transact(ctx, 'calendar.revoke-feed', async (tx) => {
    const { userId } = subscriberOf(ctx);
    if (!(await lockCalendarFeed(tx, ctx.orgId, userId, id))) throw new AppError('not_found');
    await writeRevoked(tx, ctx.orgId, id, ctx.now().toString());
    await appendEvent(
      tx,
      ctx,
      'calendarFeed.changed',
      { type: 'calendarFeed', id, version: 2 },
      { feedId: id, revoked: true },
    );
  });
