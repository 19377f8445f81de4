import type { NotificationSettings } from '@vaktplan/contracts/http/notification-settings';
import { rowsOf, type OutboxRow } from './outbox-row';

/** Settings with what was changed on this phone and not fetched since, the last change last. */
export const settingsNow = (
  settings: NotificationSettings,
  rows: readonly OutboxRow[],
): NotificationSettings =>
  rowsOf(rows, 'settings')
    .filter(({ state, seen }) => state !== 'refused' && !seen)
    .reduce((all, { body }) => ({ ...all, ...(body.patch as Partial<NotificationSettings>) }), settings);
