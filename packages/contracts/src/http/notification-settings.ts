import * as z from 'zod';
import { Zone } from '../primitives.ts';
import { NotificationKind } from './notifications.ts';

/** What goes out by mail today; the other kinds are in the app and on the phone only. */
export const MAILED_KINDS = ['schedule_published', 'schedule_unpublished'] as const;

const WallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time of day such as 22:00');
/** From and to by the wall clock of `zone`, usually over midnight. */
export const QuietHours = z
  .strictObject({ from: WallTime, to: WallTime })
  .refine(({ from, to }) => from !== to, {
    message: 'Must end at another time than it begins',
    path: ['to'],
  });
export type QuietHours = z.infer<typeof QuietHours>;

const Kinds = z.array(NotificationKind).max(NotificationKind.options.length);
const ReminderMinutes = z.int().min(5).max(180);

/** How the signed-in person wants to be told. Push messages of quiet hours are held until they end; mail makes no noise. */
export const NotificationSettings = z
  .object({
    /** Kinds that do not come by push. */
    pushOff: Kinds,
    /** Kinds that do not come by mail. */
    emailOff: Kinds,
    quietHours: QuietHours.nullable(),
    /** Whose clock the quiet hours go by; null: the organisation's. */
    zone: Zone.nullable(),
    /** "Your shift starts soon" so long before; null: not at all. It comes in quiet hours too. */
    reminderMinutes: ReminderMinutes.nullable(),
  })
  .meta({ id: 'NotificationSettings' });
export type NotificationSettings = z.infer<typeof NotificationSettings>;

export const DEFAULT_NOTIFICATION_SETTINGS: NotificationSettings = {
  pushOff: [],
  emailOff: [],
  quietHours: null,
  zone: null,
  reminderMinutes: 15,
};

/** What is left out stays as it is. */
export const UpdateNotificationSettingsSchema = z
  .strictObject({
    pushOff: Kinds.optional(),
    emailOff: Kinds.optional(),
    quietHours: QuietHours.nullish(),
    zone: Zone.nullish(),
    reminderMinutes: ReminderMinutes.nullish(),
  })
  .meta({ id: 'UpdateNotificationSettings' });
export type UpdateNotificationSettings = z.infer<typeof UpdateNotificationSettingsSchema>;
