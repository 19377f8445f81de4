'use client';
import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let now = 0;

function subscribe(listener: () => void) {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const one of listeners) one();
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

const still = () => () => undefined;
const read = () => {
  if (timer === undefined || now === 0) now = Math.max(now, Math.floor(Date.now() / 1000) * 1000);
  return now;
};

/** The device's time, once a second while `running`. Null on the server, which must not guess it. */
export const useNow = (running: boolean): number | null =>
  useSyncExternalStore(running ? subscribe : still, read, () => null);
