import * as z from 'zod';

/** UUIDv7 (any UUID is accepted on the way in). */
export const Id = z.uuid();

/** ISO 8601 knows years that Postgres does not, and a day more or less must never leave either. */
const knownYear = [(text: string) => /^(19|2\d)\d\d-/.test(text), 'A year from 1900 to 2999'] as const;

/** An instant: ISO 8601 with an offset or Z, for instance `2025-12-01T08:00:00Z`. Answers are always in Z. */
export const Instant = z.iso.datetime({ offset: true, abort: true }).refine(...knownYear);

/** A calendar day of a location, `2025-12-01`. */
export const LocalDate = z.iso.date({ abort: true }).refine(...knownYear);

/**
 * A moment as people give it: an instant, or a wall-clock time in the location's zone.
 * A wall-clock time that happens twice needs `startsAtFold`/`endsAtFold` beside it.
 */
export const Moment = z.union([Instant, z.iso.datetime({ local: true, abort: true }).refine(...knownYear)]);

/** Which of the two, when a wall-clock time happens twice on the night the clocks go back. */
export const Fold = z.enum(['earlier', 'later']);
export type Fold = z.infer<typeof Fold>;

export const Name = z.string().trim().min(1).max(120);
export const Notes = z.string().trim().max(2000);
export const Email = z.string().trim().toLowerCase().pipe(z.email()).pipe(z.string().max(254));
/** IANA zone name; whether it exists is checked by the verb against the tz database. */
export const Zone = z.string().min(1).max(64);
/** ISO 4217. */
export const Currency = z.string().regex(/^[A-Z]{3}$/, 'Three capital letters, such as EUR');
/** Integer minor units (cents, øre); yen have none. */
export const Minor = z.int().min(0).max(100_000_000);
export const Minutes = z.int().min(0);
export const Version = z.int().min(1);
export const Color = z.string().regex(/^#[0-9a-f]{6}$/i, 'A colour such as #3366ff');

/** Most days a range read may span. */
export const MAX_RANGE_DAYS = 62;
export const MAX_PAGE = 500;

/** Inclusive first and last business day of a range. */
export const DateRange = z.object({ startDate: LocalDate, endDate: LocalDate });
export type DateRange = z.infer<typeof DateRange>;

/** Days between two dates of the form YYYY-MM-DD, both included. */
export const daysInRange = (range: DateRange): number =>
  Math.round((Date.parse(range.endDate) - Date.parse(range.startDate)) / 86_400_000) + 1;

export type RangeCheck = [(range: DateRange) => boolean, { message: string; path: string[] }];
export const withinMaxRange: RangeCheck = [
  (range: DateRange) => daysInRange(range) <= MAX_RANGE_DAYS && daysInRange(range) >= 1,
  { message: `The range must hold 1 to ${MAX_RANGE_DAYS} days`, path: ['endDate'] },
];

export const CursorQuery = z.object({
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).optional(),
});

export const PageMeta = z.object({ nextCursor: z.string().nullable() });

/** `{ data, meta }`, the shape of every list. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ data: z.array(item), meta: PageMeta });
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ data: z.array(item), meta: z.object({ count: z.int() }) });
