import { v7 as uuidv7 } from 'uuid';
import type { Said, SaidWhat } from '@vaktplan/contracts/http/news';
import type { NotificationKind } from '@vaktplan/contracts/http/notifications';
import type { Tx } from '@vaktplan/db/database';
import { insertNotifications } from '@vaktplan/db/queries/notifications';
import { newsIn } from '@vaktplan/i18n/news-in';
import { appendEvents } from '../context/append-event.ts';
import type { Ctx } from '../context/ctx.ts';

export type News = {
  /** What is told; each reader has it in their own words. */
  said: Said;
  /** Path inside the web app, such as /shifts?date=2025-12-01. */
  link: string | null;
  userIds: readonly string[];
  /** Names what is told, such as `<event id>-<handler>`: the same news reaches a person once, however often it is told. */
  dedupeKey: string;
};

/** What a person switches on and off when they choose what reaches them. */
const KIND_OF: Record<SaidWhat, NotificationKind> = {
  schedule_published: 'schedule_published',
  schedule_unpublished: 'schedule_unpublished',
  shift_reminder: 'shift_reminder',
  shift_starting: 'shift_starting',
  hours_rejected: 'hours_rejected',
  hours_corrected: 'correction_decided',
  hours_added: 'correction_decided',
  correction_proposed: 'correction_proposed',
  correction_accepted: 'correction_decided',
  correction_declined: 'correction_decided',
  tap_refused: 'correction_proposed',
  tap_dismissed: 'correction_decided',
};

/**
 * Puts a notification into the inbox of each user, in the caller's transaction, with its event; who has it already
 * gets no second one. Returns the users that were told now.
 */
export async function notify(tx: Tx, ctx: Ctx, { userIds, ...news }: News): Promise<string[]> {
  const createdAt = ctx.now().toString();
  // for apps that know only sentences
  const english = newsIn({ language: 'en' }).said(news.said);
  const row = { ...news, ...english, kind: KIND_OF[news.said.what], createdAt };
  const rows = [...new Set(userIds)].map((userId) => ({ id: uuidv7(), userId, ...row }));
  const told = await insertNotifications(tx, ctx.orgId, rows);
  await appendEvents(
    tx,
    ctx,
    'notification.created',
    told.map(({ id, userId }) => ({
      aggregate: { type: 'notification', id, version: 1 },
      payload: { notificationId: id, userId },
    })),
  );
  return told.map(({ userId }) => userId);
}
