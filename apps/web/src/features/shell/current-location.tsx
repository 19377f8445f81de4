'use client';
import type { MeView } from '@vaktplan/contracts/http/me';
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { keep, preference } from '@/lib/cookies';
import { useMe } from './me';

export type CurrentLocation = MeView['locations'][number];
type Value = { location: CurrentLocation | undefined; choose: (id: string) => void };

const LocationContext = createContext<Value | undefined>(undefined);

/** The location that dashboard and schedule are about; kept in a cookie. */
export function CurrentLocationProvider({
  initialId,
  children,
}: {
  initialId: string | undefined;
  children: ReactNode;
}) {
  const { locations } = useMe();
  const [id, setId] = useState(initialId);
  const location = locations.find((one) => one.id === id) ?? locations[0];
  // a location added later may sort before the one in use
  useEffect(() => {
    if (location && location.id !== id) keep(preference.location, location.id);
  }, [location, id]);
  const value = useMemo(
    () => ({
      location,
      choose: (next: string) => {
        keep(preference.location, next);
        setId(next);
      },
    }),
    [location],
  );
  return <LocationContext value={value}>{children}</LocationContext>;
}

/** `location` is undefined only while the organisation has none that this person may see. */
export function useCurrentLocation(): Value {
  const value = useContext(LocationContext);
  if (!value) throw new Error('Used outside the signed-in app');
  return value;
}
