/**
 * Postgres' text of an instant in a UTC session (`2025-12-01 08:00:00+00`) as ISO 8601 (`2025-12-01T08:00:00Z`).
 * Text to text: no Date is made, so microseconds survive.
 */
export const toIso = (text: string): string =>
  text.endsWith('+00') ? `${text.slice(0, 10)}T${text.slice(11, -3)}Z` : text;

/** The same in SQL, for an instant inside JSON, to the second. */
export const isoSql = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
