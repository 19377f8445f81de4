import { getGetNotificationSettingsUrl, getListDevicesUrl } from '@vaktplan/api-client';
import { DeviceList } from '@vaktplan/contracts/http/devices';
import { NotificationSettings } from '@vaktplan/contracts/http/notification-settings';
import { resource } from '@/lib/resource';

export const notificationSettingsResource = resource(getGetNotificationSettingsUrl(), NotificationSettings);
export const devicesResource = resource(getListDevicesUrl(), DeviceList);
