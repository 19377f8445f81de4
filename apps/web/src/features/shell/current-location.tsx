'use client';
import type { MeView } from '@vaktplan/contracts/http/me';
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
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
  const value = useMemo(
    () => ({
      location: locations.find((location) => location.id === id) ?? locations[0],
      choose: (next: string) => {
        keep(preference.location, next);
        setId(next);
      },
    }),
    [locations, id],
  );
  return <LocationContext value={value}>{children}</LocationContext>;
}

/** `location` is undefined only while the organisation has none that this person may see. */
export function useCurrentLocation(): Value {
  const value = useContext(LocationContext);
  if (!value) throw new Error('Used outside the signed-in app');
  return value;
}
