'use client';
import { useQueryClient } from '@tanstack/react-query';
import type { ServerToClient, Signal, SignalName } from '@vaktplan/contracts/socket';
import { useEffect } from 'react';
import { useRealtime } from './realtime-provider';

const always = () => true;

/** A publication makes many signals at once; one refetch answers them all. */
const gatherMs = 150;

/**
 * Asks again for all queries under a key (first path segments) when one of the signals arrives, and when listening
 * begins: what was read before that may have changed unheard. `says`: does the signal say anything new? Asked when the
 * signals have been gathered, so that the answer to our own change may have come meanwhile.
 */
export function useRefetchOn<N extends SignalName>(
  signals: readonly N[],
  keys: readonly string[],
  says: (signal: Signal<N>) => boolean = always,
): void {
  const client = useQueryClient();
  const { state, subscribe } = useRealtime();
  const listening = state === 'connected';
  const wanted = signals.join(' ');
  const key = keys.join(' ');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let heard: (Signal<N> | undefined)[] = [];
    const refetch = (signal?: Signal<N>) => {
      heard.push(signal);
      timer ??= setTimeout(() => {
        timer = undefined;
        const gathered = heard;
        heard = [];
        if (!gathered.some((one) => !one || says(one))) return;
        for (const one of key.split(' ')) void client.invalidateQueries({ queryKey: one.split('/') });
      }, gatherMs);
    };
    const stops = wanted.split(' ').map((name) => subscribe(name as N, refetch as ServerToClient[N]));
    if (listening) refetch();
    return () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [client, listening, subscribe, wanted, key, says]);
}
