import { Temporal } from 'temporal-polyfill';
import { NotificationKind } from '@vaktplan/contracts/http/notifications';
import { findPush, type PushTargetRow } from '@vaktplan/db/queries/push';
import type { Ctx } from '../context/ctx.ts';
import { presentSettings } from '../notification-settings/settings.presenter.ts';
import { quietUntil } from './quiet.rules.ts';

/** One message as the phones of its person get it. */
export type PreparedMessage = {
  title: string;
  body: string;
  data: Record<string, string>;
  collapseId: string;
  category?: string;
  urgent: boolean;
  /** Seconds since the epoch. */
  expiresAt: number;
};
export type PreparedPush =
  | { kind: 'nothing'; why: 'gone' | 'no-device' | 'off' | 'read' | 'too-late' }
  | { kind: 'later'; at: Temporal.Instant }
  | { kind: 'now'; message: PreparedMessage; targets: PushTargetRow[] };

/** The buttons under a message of this kind, by the name that the app has declared them under. */
const CATEGORIES: { [K in NotificationKind]?: string } = { shift_starting: 'clock_in' };
/** What the person has asked for at that very moment is not held. */
const THROUGH_QUIET: ReadonlySet<NotificationKind> = new Set(['shift_starting']);
const LIFE_HOURS: { [K in NotificationKind]?: number } = { shift_starting: 1 };
const STANDING_LIFE_HOURS = 72;

/**
 * What is to be sent of a notification, to which phones, and when: not at all where its kind is off, it has been read or is
 * no longer news; after the quiet hours of its person, by their own clock.
 */
export async function preparePush(
  ctx: Ctx,
  asked: { notificationId: string; userId: string },
): Promise<PreparedPush> {
  const {
    news,
    targets,
    settings: row,
  } = await ctx.db.transaction(ctx.orgId, (tx) => findPush(tx, ctx.orgId, asked));
  const kind = NotificationKind.safeParse(news?.kind);
  if (!news || !kind.success) return { kind: 'nothing', why: 'gone' };
  if (targets.length === 0) return { kind: 'nothing', why: 'no-device' };
  const settings = presentSettings(row);
  if (settings.pushOff.includes(kind.data)) return { kind: 'nothing', why: 'off' };
  if (news.readAt !== null) return { kind: 'nothing', why: 'read' };
  const now = ctx.now();
  const life = LIFE_HOURS[kind.data] ?? STANDING_LIFE_HOURS;
  const end = Temporal.Instant.from(news.createdAt).add({ hours: life });
  if (Temporal.Instant.compare(end, now) <= 0) return { kind: 'nothing', why: 'too-late' };
  const urgent = THROUGH_QUIET.has(kind.data);
  const quiet =
    settings.quietHours && !urgent ? quietUntil(now, settings.quietHours, settings.zone ?? news.zone) : null;
  if (quiet) return { kind: 'later', at: quiet };
  const category = CATEGORIES[kind.data];
  const message: PreparedMessage = {
    title: news.title,
    body: news.body,
    data: {
      notificationId: asked.notificationId,
      organizationId: ctx.orgId,
      kind: kind.data,
      ...(news.link && { link: news.link }),
    },
    collapseId: asked.notificationId,
    urgent,
    expiresAt: Math.floor(end.epochMilliseconds / 1000),
    ...(category && { category }),
  };
  return { kind: 'now', message, targets };
}
