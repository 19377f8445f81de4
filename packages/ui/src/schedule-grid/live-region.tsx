import { useSyncExternalStore } from 'react';
import type { Announcer } from './announcer.ts';

/** Where what the grid says is read out, politely. */
export function LiveRegion({ announcer }: { announcer: Announcer }) {
  const text = useSyncExternalStore(announcer.subscribe, announcer.current, () => '');
  return (
    <div role="status" aria-live="polite" aria-atomic="true" data-grid-says="" className="sr-only">
      {text}
    </div>
  );
}
