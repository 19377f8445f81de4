import { NotificationPage, UnreadCount } from '@vaktplan/contracts/http/notifications';
import { resource } from '@/lib/resource';

export const notificationsResource = resource('/notifications', NotificationPage, { limit: 20 });
export const unreadCountResource = resource('/notifications/unread-count', UnreadCount);
