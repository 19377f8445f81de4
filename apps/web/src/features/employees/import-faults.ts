type Said = { column: string; sentence: string };

/** `email: Line 2 has the same; hours_per_week: ...` column by column; undefined when it is a sentence of its own. */
export function faultsOf(message: string): Said[] | undefined {
  const parts = message.split(/; (?=[a-z_]+: )/).map((part) => /^([a-z_]+): (.+)$/s.exec(part));
  if (parts.some((part) => part === null)) return undefined;
  return parts.map((part) => ({ column: part?.[1] ?? '', sentence: part?.[2] ?? '' }));
}
