import { useEffect, useState } from 'react';

/** The time by the given clock, again every so often. @param everyMs how often; 0 stops it */
export function useNow(clock: () => number, everyMs: number): number {
  const [now, setNow] = useState(clock);
  useEffect(() => {
    if (everyMs <= 0) return undefined;
    const timer = setInterval(() => setNow(clock()), everyMs);
    return () => clearInterval(timer);
  }, [clock, everyMs]);
  return now;
}
