import { v7 as uuidv7 } from 'uuid';
import { AppError } from '@vaktplan/contracts/errors';
import type { CalendarFeedView, CreateCalendarFeed } from '@vaktplan/contracts/http/calendar-feeds';
import type { Tx } from '@vaktplan/db/database';
import {
  insertCalendarFeed,
  listCalendarFeedRows,
  type CalendarFeedRow,
} from '@vaktplan/db/queries/calendar-feeds';
import { listDepartmentRows } from '@vaktplan/db/queries/departments';
import { findLocation } from '@vaktplan/db/queries/locations';
import { appendEvent } from '../context/append-event.ts';
import type { Ctx, UserActor } from '../context/ctx.ts';
import { canAtLocation } from '../context/permitted-places.ts';
import { transact } from '../context/transact.ts';
import { presentCalendarFeed, type FeedLinks } from './calendar-feed.presenter.ts';
import { feedToken, feedTokenHash } from './feed-token.ts';
import { subscriberOf } from './subscriber.ts';

type Subject = Pick<CalendarFeedRow, 'kind' | 'employeeId' | 'locationId'>;

/**
 * Subscribes to one's own shifts, or to a location that one plans at; the subscription that there is, is given again.
 * Throws `no_employee`, `not_found`, `forbidden`.
 */
export async function createCalendarFeed(
  ctx: Ctx,
  input: CreateCalendarFeed,
  links: FeedLinks,
): Promise<CalendarFeedView> {
  const subscriber = subscriberOf(ctx);
  const row = await transact(ctx, 'calendar.create-feed', async (tx) => {
    const subject = await subjectOf(ctx, tx, subscriber, input);
    return makeFeed(ctx, tx, subscriber.userId, subject, links);
  });
  return presentCalendarFeed(ctx.orgId, row, links);
}

/** A new subscription with a token of its own, or the one there is. The event tells of it, without the token. */
export async function makeFeed(
  ctx: Ctx,
  tx: Tx,
  userId: string,
  subject: Subject,
  links: FeedLinks,
): Promise<CalendarFeedRow> {
  const id = uuidv7();
  const tokenHash = feedTokenHash(feedToken(links.secret, ctx.orgId, id));
  const createdAt = ctx.now().toString();
  const made = await insertCalendarFeed(tx, ctx.orgId, { ...subject, id, userId, tokenHash, createdAt });
  if (made) {
    await appendEvent(
      tx,
      ctx,
      'calendarFeed.changed',
      { type: 'calendarFeed', id, version: 1 },
      { feedId: id, revoked: false },
    );
    return made;
  }
  const known = (await listCalendarFeedRows(tx, ctx.orgId, userId)).find(
    (row) => row.employeeId === subject.employeeId && row.locationId === subject.locationId,
  );
  // revoked between the two statements
  if (!known) throw new AppError('unavailable');
  return known;
}

async function subjectOf(ctx: Ctx, tx: Tx, actor: UserActor, input: CreateCalendarFeed): Promise<Subject> {
  const { locationId } = input;
  if (locationId === undefined) {
    if (!actor.employeeId) throw new AppError('no_employee');
    return { kind: 'employee', employeeId: actor.employeeId, locationId: null };
  }
  if (!(await findLocation(tx, ctx.orgId, locationId))) throw new AppError('not_found');
  const departments = await listDepartmentRows(tx, ctx.orgId);
  const departmentIds = departments.filter((one) => one.locationId === locationId).map(({ id }) => id);
  if (!canAtLocation(actor, 'shift:read-draft', { id: locationId, departmentIds }))
    throw new AppError('forbidden');
  return { kind: 'location', employeeId: null, locationId };
}
