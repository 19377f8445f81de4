import { useSyncExternalStore } from 'react';
import { stored } from './runtime';
import type { Snapshot } from './snapshot';

/** Of what the phone holds; null while it is read, and for nobody. Needs no connection. */
export function useStored<T>(select: (snapshot: Snapshot) => T): T | null {
  const snapshot = useSyncExternalStore(stored.subscribe, stored.get, stored.get);
  return snapshot && select(snapshot);
}
