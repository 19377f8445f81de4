'use client';
import { useEffect, useState } from 'react';

const isoNow = () => new Date().toISOString();

/** The instant, moved on once a minute: decides which day is today, also past midnight. */
export function useMinute(): string {
  const [now, setNow] = useState(isoNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(isoNow()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
