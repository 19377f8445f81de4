import { Temporal } from 'temporal-polyfill';
import { NotificationKind } from '@vaktplan/contracts/http/notifications';
import { findPush, type PushNewsRow, type PushTargetRow } from '@vaktplan/db/queries/push';
import { newsIn, type NewsText } from '@vaktplan/i18n/news-in';
import type { Ctx } from '../context/ctx.ts';
import { presentSettings } from '../notification-settings/settings.presenter.ts';
import { saidOf } from '../notifications/notification.presenter.ts';
import { usableLocale } from '../notify/local-text.ts';
import { quietUntil } from './quiet.rules.ts';

/** One message as a phone of its person gets it, in that phone's language. */
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
  | { kind: 'now'; deliveries: { target: PushTargetRow; message: PreparedMessage }[] };

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
  if (!news) return { kind: 'nothing', why: 'gone' };
  if (targets.length === 0) return { kind: 'nothing', why: 'no-device' };
  const settings = presentSettings(row);
  // a newer version may have told of what this one does not know: it goes out as it was told
  const kind = NotificationKind.safeParse(news.kind).data;
  if (kind && settings.pushOff.includes(kind)) return { kind: 'nothing', why: 'off' };
  if (news.readAt !== null) return { kind: 'nothing', why: 'read' };
  const now = ctx.now();
  const life = (kind && LIFE_HOURS[kind]) ?? STANDING_LIFE_HOURS;
  const end = Temporal.Instant.from(news.createdAt).add({ hours: life });
  if (Temporal.Instant.compare(end, now) <= 0) return { kind: 'nothing', why: 'too-late' };
  const urgent = kind !== undefined && THROUGH_QUIET.has(kind);
  const quiet =
    settings.quietHours && !urgent ? quietUntil(now, settings.quietHours, settings.zone ?? news.zone) : null;
  if (quiet) return { kind: 'later', at: quiet };
  const category = kind && CATEGORIES[kind];
  const message = {
    data: {
      notificationId: asked.notificationId,
      organizationId: ctx.orgId,
      kind: news.kind,
      ...(news.link && { link: news.link }),
    },
    collapseId: asked.notificationId,
    urgent,
    expiresAt: Math.floor(end.epochMilliseconds / 1000),
    ...(category && { category }),
  };
  const deliveries = targets.map((target) => ({
    target,
    message: { ...message, ...wordsFor(target, news) },
  }));
  return { kind: 'now', deliveries };
}

/** In the language of the phone; in the organisation's English where it has not said one. */
function wordsFor(
  { language, hours24 }: PushTargetRow,
  { title, body, said, locale }: PushNewsRow,
): NewsText {
  const english = /^en\b/i.test(locale) ? usableLocale(locale) : 'en';
  const reader = { language: language ?? english, hours24: hours24 ?? undefined };
  return newsIn(reader).stored({ title, body, said: saidOf(said) });
}
