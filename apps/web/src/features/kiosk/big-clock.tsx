'use client';
import { useEffect, useState } from 'react';
import { interfaceLocale } from '../../lib/format';
import { useLocale } from '../../lib/words';
import { tagOf } from '../../lib/words-in';
import { serverNow } from './server-clock';

/** The server's time in the location's zone, as the organisation writes it. */
export function BigClock({ zone, locale }: { zone: string; locale: string }) {
  const language = tagOf(useLocale());
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), 1000);
    return () => clearInterval(timer);
  }, []);
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone: zone });
  const day = new Intl.DateTimeFormat(interfaceLocale(locale, language), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: zone,
  });
  const parts = time.formatToParts(now);
  const half = parts.find((part) => part.type === 'dayPeriod')?.value;
  const figures = parts.filter((part) => part.type !== 'dayPeriod').map((part) => part.value);
  return (
    <>
      <p
        role="timer"
        aria-live="off"
        className="text-7xl leading-none font-semibold tracking-tight whitespace-nowrap tabular-nums sm:text-8xl"
      >
        {figures.join('').trim()}
        {half && <span className="ms-2 align-baseline text-3xl font-medium text-muted">{half}</span>}
      </p>
      <p className="mt-2 text-base text-muted sm:text-lg">{day.format(now)}</p>
    </>
  );
}
