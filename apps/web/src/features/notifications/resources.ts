import { getListNotificationsUrl, getUnreadNotificationsUrl } from '@vaktplan/api-client';
import { resource } from '@/lib/resource';

export const notificationsResource = resource(getListNotificationsUrl({ limit: 20 }), () =>
  import('@vaktplan/contracts/http/notifications').then((contracts) => contracts.NotificationPage),
);
export const unreadCountResource = resource(getUnreadNotificationsUrl(), () =>
  import('@vaktplan/contracts/http/notifications').then((contracts) => contracts.UnreadCount),
);
