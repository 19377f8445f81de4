/** What was typed as `HH:MM`; null when it is no time of day. `2230` and `22.30` are meant as 22:30. */
export function wallTimeOf(typed: string): string | null {
  const [, hours, minutes] = /^\s*(\d{1,2})\D?(\d{2})\s*$/.exec(typed) ?? [];
  if (!hours || !minutes || Number(hours) > 23 || Number(minutes) > 59) return null;
  return `${hours.padStart(2, '0')}:${minutes}`;
}
