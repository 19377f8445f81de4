'use client';
import { useQueryClient } from '@tanstack/react-query';
import type { SignalName } from '@vaktplan/contracts/socket';
import { useEffect } from 'react';
import { useRealtime } from './realtime-provider';

/** A publication makes many signals at once; one refetch answers them all. */
const gatherMs = 150;

/**
 * Asks again for all queries under a key (first path segments) when one of the signals arrives, and when listening
 * begins: what was read before that may have changed unheard.
 */
export function useRefetchOn(signals: readonly SignalName[], keys: readonly string[]): void {
  const client = useQueryClient();
  const { state, subscribe } = useRealtime();
  const listening = state === 'connected';
  const wanted = signals.join(' ');
  const key = keys.join(' ');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refetch = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        for (const one of key.split(' ')) void client.invalidateQueries({ queryKey: one.split('/') });
      }, gatherMs);
    };
    const stops = wanted.split(' ').map((name) => subscribe(name as SignalName, refetch));
    if (listening) refetch();
    return () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [client, listening, subscribe, wanted, key]);
}
