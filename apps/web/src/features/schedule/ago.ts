const STEPS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** How long before `now` (both ISO instants): "4 seconds ago", "2 hours ago", "just now". */
export function ago(instant: string, now: string, locale: string, justNow: string): string {
  const seconds = Math.max(0, Math.round((Date.parse(now) - Date.parse(instant)) / 1000));
  if (seconds < 2) return justNow;
  const format = new Intl.RelativeTimeFormat(locale);
  for (const [unit, length] of STEPS)
    if (seconds >= length) return format.format(-Math.floor(seconds / length), unit);
  return format.format(-seconds, 'second');
}
