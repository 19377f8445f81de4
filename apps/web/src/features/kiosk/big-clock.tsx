'use client';
import { useEffect, useState } from 'react';
import { serverNow } from './server-clock';

/** The server's time in the location's zone, as this tablet's language writes it. */
export function BigClock({ zone }: { zone: string }) {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), 1000);
    return () => clearInterval(timer);
  }, []);
  const time = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', timeZone: zone });
  const day = new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: zone,
  });
  return (
    <>
      <p
        role="timer"
        aria-live="off"
        className="text-7xl leading-none font-semibold tracking-tight tabular-nums sm:text-8xl"
      >
        {time.format(now)}
      </p>
      <p className="text-base text-muted sm:text-lg">{day.format(now)}</p>
    </>
  );
}

/** Time of day of an instant, as this tablet's language writes it. */
export const timeOfDay = (instant: string, zone: string): string =>
  new Intl.DateTimeFormat(undefined, { timeStyle: 'short', timeZone: zone }).format(new Date(instant));
