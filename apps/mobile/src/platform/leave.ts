import { Camera } from 'expo-camera';
import * as Location from 'expo-location';
import { useCallback, useEffect, useState } from 'react';
import { AppState } from 'react-native';
import { leaveOf, type Leave, type Permission } from './leave-of';
import { openPhoneSettings } from './phone-settings';

type Thing = { look: () => Promise<Permission>; ask: () => Promise<Permission> };

const THINGS = {
  camera: {
    look: () => Camera.getCameraPermissionsAsync(),
    ask: () => Camera.requestCameraPermissionsAsync(),
  },
  place: {
    look: () => Location.getForegroundPermissionsAsync(),
    ask: () => Location.requestForegroundPermissionsAsync(),
  },
} satisfies Record<string, Thing>;

/**
 * What the system lets this app do. It is looked at again when the app comes back, as from the phone's settings, and when
 * `since` is another. Null: not known yet.
 */
export function useLeave(of: keyof typeof THINGS, since?: unknown): { leave: Leave | null; ask: () => void } {
  const [leave, setLeave] = useState<Leave | null>(null);
  const take = useCallback(
    (answer: Promise<Permission>) =>
      void answer
        .then((told) => leaveOf(told, openPhoneSettings === null))
        // an old browser cannot say: asking shows it
        .catch((): Leave => 'askable')
        .then(setLeave),
    [],
  );
  useEffect(() => take(THINGS[of].look()), [of, take, since]);
  useEffect(() => {
    const watched = AppState.addEventListener('change', (state) => {
      if (state === 'active') take(THINGS[of].look());
    });
    return () => watched.remove();
  }, [of, take]);
  const ask = useCallback(() => take(THINGS[of].ask()), [of, take]);
  return { leave, ask };
}
