import {
  DEFAULT_NOTIFICATION_SETTINGS,
  type NotificationSettings,
} from '@vaktplan/contracts/http/notification-settings';
import { NotificationKind } from '@vaktplan/contracts/http/notifications';
import type { SettingsRow } from '@vaktplan/db/queries/notification-settings';

/** Row -> the only outward shape; without one, what holds for everybody. */
export function presentSettings(row: SettingsRow | undefined): NotificationSettings {
  if (!row) return DEFAULT_NOTIFICATION_SETTINGS;
  const { quietFrom, quietTo, zone, reminderMinutes } = row;
  return {
    pushOff: known(row.pushOff),
    emailOff: known(row.emailOff),
    quietHours: quietFrom !== null && quietTo !== null ? { from: quietFrom, to: quietTo } : null,
    zone,
    reminderMinutes,
  };
}

/** A newer version of the product may have known more kinds. */
const known = (kinds: readonly string[]): NotificationKind[] =>
  kinds.map((kind) => NotificationKind.safeParse(kind)).flatMap((kind) => (kind.success ? [kind.data] : []));
