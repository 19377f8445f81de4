import * as z from 'zod';
import { AppError } from '@vaktplan/contracts/errors';
import type { ListNotificationsQuery, NotificationPage } from '@vaktplan/contracts/http/notifications';
import { Id, Instant } from '@vaktplan/contracts/primitives';
import { listNotificationRows } from '@vaktplan/db/queries/notifications';
import type { Ctx } from '../context/ctx.ts';
import { presentNotification } from './notification.presenter.ts';
import { ownInbox } from './own-inbox.ts';

const PAGE = 50;
const Position = z.tuple([Instant, Id]);

/** The actor's own notifications, newest first. Errors: forbidden, validation_failed (a cursor that is none of ours). */
export async function listNotifications(ctx: Ctx, query: ListNotificationsQuery): Promise<NotificationPage> {
  const limit = query.limit ?? PAGE;
  const rows = await ctx.db.transaction(ctx.orgId, (tx) =>
    listNotificationRows(tx, ctx.orgId, {
      userId: ownInbox(ctx.actor),
      unread: query.unread === 'true',
      after: query.cursor === undefined ? undefined : readCursor(query.cursor),
      limit: limit + 1,
    }),
  );
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return { data: page.map(presentNotification), meta: { nextCursor: last ? writeCursor(last) : null } };
}

const writeCursor = ({ createdAt, id }: { createdAt: string; id: string }): string =>
  Buffer.from(`${createdAt} ${id}`).toString('base64url');

function readCursor(cursor: string): { createdAt: string; id: string } {
  const position = Position.safeParse(Buffer.from(cursor, 'base64url').toString().split(' '));
  if (!position.success) {
    throw new AppError('validation_failed', {
      errors: [{ path: 'cursor', message: 'Not one of our cursors' }],
    });
  }
  return { createdAt: position.data[0], id: position.data[1] };
}
