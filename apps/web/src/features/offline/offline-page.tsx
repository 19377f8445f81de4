'use client';
import { useEffect } from 'react';

const worker = '/offline-worker.js';

/** What this page is made of, for a worker that was not there when it was loaded. */
const partsOf = (path: string): string[] => [
  path,
  ...performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.startsWith(`${location.origin}/_next/static/`)),
];

async function keepOpenable(path: string): Promise<void> {
  const controlled = navigator.serviceWorker.controller !== null;
  const registration = await navigator.serviceWorker.register(worker, {
    scope: path,
    updateViaCache: 'none',
  });
  if (controlled) return;
  const arriving = registration.installing ?? registration.waiting;
  (registration.active ?? arriving)?.postMessage({ keep: partsOf(path) });
}

/** The page it stands on opens without a network too, as it was last seen on this device. */
export function OfflinePage({ path }: { path: '/kiosk' | '/shifts' }) {
  useEffect(() => {
    if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return;
    // a browser that keeps nothing (a private window) goes on without
    void keepOpenable(path).catch(() => undefined);
  }, [path]);
  return null;
}
