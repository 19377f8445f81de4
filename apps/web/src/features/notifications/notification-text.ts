import type { NotificationView } from '@vaktplan/contracts/http/notifications';
import { newsText, type NewsKey, type NewsText } from '@vaktplan/i18n/news';
import type { Format } from '@/lib/format';
import type { Words } from '@/lib/words-in';

/** A notification in the language of the page, its times by the clock of the organisation. */
export const notificationText = (
  notification: NotificationView,
  news: Words<NewsKey>,
  format: Pick<Format, 'shortDay' | 'time'>,
): NewsText => newsText(notification, news, { day: format.shortDay, time: format.time });
