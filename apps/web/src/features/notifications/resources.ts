import { getListNotificationsUrl, getUnreadNotificationsUrl } from '@vaktplan/api-client';
import { NotificationPage, UnreadCount } from '@vaktplan/contracts/http/notifications';
import { resource } from '@/lib/resource';

export const notificationsResource = resource(getListNotificationsUrl({ limit: 20 }), NotificationPage);
export const unreadCountResource = resource(getUnreadNotificationsUrl(), UnreadCount);
