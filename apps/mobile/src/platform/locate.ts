import * as Location from 'expo-location';

export type Fix = {
  latitude: number;
  longitude: number;
  accuracyMeters: number;
  ageSeconds: number;
  /** Android's word that another app made it up. It is sent, not judged. */
  mocked?: boolean;
};

const WORST_ACCURACY_M = 100_000;
const OLDEST_S = 86_400;

/** Where the phone is now; null when it may not tell or does not know in time. Never throws. */
export async function locate(patienceMs: number): Promise<Fix | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const giveUp = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), patienceMs)));
  try {
    return await Promise.race([ask(), giveUp]);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

async function ask(): Promise<Fix | null> {
  const permission = await Location.requestForegroundPermissionsAsync();
  if (!permission.granted) return null;
  // on the web any stale position would do unless one says so; the types know no maximumAge
  const options: Location.LocationOptions & { maximumAge: number } = {
    accuracy: Location.Accuracy.High,
    maximumAge: 0,
  };
  const { coords, timestamp, mocked } = await Location.getCurrentPositionAsync(options);
  return {
    latitude: coords.latitude,
    longitude: coords.longitude,
    accuracyMeters: Math.min(WORST_ACCURACY_M, Math.max(0, coords.accuracy ?? WORST_ACCURACY_M)),
    ageSeconds: Math.min(OLDEST_S, Math.max(0, Math.round((Date.now() - timestamp) / 1000))),
    ...(mocked !== undefined && { mocked }),
  };
}
