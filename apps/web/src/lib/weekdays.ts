const monday = Date.UTC(2026, 0, 5);
const dayMs = 86_400_000;

/** The days of the week in one language, Monday first. */
export const weekdaysIn = (language: string, weekday: 'long' | 'short'): string[] =>
  Array.from({ length: 7 }, (_, index) =>
    new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' }).format(monday + index * dayMs),
  );
