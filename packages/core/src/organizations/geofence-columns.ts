import type { CreateLocation } from '@vaktplan/contracts/http/organizations';

/** The geofence as its three columns: all set, all null, or (left out) untouched. */
export function geofenceColumns(geofence: CreateLocation['geofence']) {
  if (geofence === undefined) return {};
  return {
    latitude: geofence?.latitude ?? null,
    longitude: geofence?.longitude ?? null,
    geofenceRadiusMeters: geofence?.radiusMeters ?? null,
  };
}
