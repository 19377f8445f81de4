import type { DeviceView } from '@vaktplan/contracts/http/devices';
import type { DeviceRow } from '@vaktplan/db/queries/devices';

/** Row -> the only outward shape of a device; its token stays here. */
export const presentDevice = (row: DeviceRow): DeviceView => ({
  id: row.id,
  platform: row.platform,
  name: row.name,
  appVersion: row.appVersion,
  provider: row.provider,
  lastSeenAt: row.lastSeenAt,
  createdAt: row.createdAt,
});
