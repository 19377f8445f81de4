import type { CreatePunch } from '@vaktplan/contracts/http/time-tracking';

const patienceMs = 6_000;
const freshMs = 15_000;

/** Where this device is, as exactly as it knows; undefined when it does not say in time. Asked at the tap and never else. */
export function findPosition(): Promise<CreatePunch['position']> {
  return new Promise((resolve) => {
    if (!('geolocation' in navigator)) return resolve(undefined);
    navigator.geolocation.getCurrentPosition(
      ({ coords, timestamp }) =>
        resolve({
          latitude: coords.latitude,
          longitude: coords.longitude,
          accuracyMeters: Math.min(coords.accuracy, 100_000),
          ageSeconds: Math.min(Math.max(0, (Date.now() - timestamp) / 1000), 86_400),
        }),
      () => resolve(undefined),
      { enableHighAccuracy: true, timeout: patienceMs, maximumAge: freshMs },
    );
  });
}
