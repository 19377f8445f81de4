import type { Permission } from '@vaktplan/contracts/permissions';

/** Which settings beside their own somebody with these permissions sees. */
export const settingsOf = (permissions: readonly Permission[]) => ({
  managesPlaces: permissions.includes('location:manage') || permissions.includes('organization:update'),
  managesKiosks: permissions.includes('kiosk:manage'),
});
