import * as z from 'zod';
import { DateRange, Id, Instant, LocalDate, listOf, withinMaxRange } from '../primitives.ts';
import { SeenShift, ShiftChange } from './schedules.ts';

/** The schedule as this person saw it at that instant: their own shifts and the open ones of their departments. */
export const AsSeenQuerySchema = z
  .strictObject({ employeeId: Id, at: Instant, ...DateRange.shape })
  .refine(...withinMaxRange)
  .meta({ id: 'AsSeenQuery' });
export type AsSeenQuery = z.infer<typeof AsSeenQuerySchema>;

export const AsSeenShift = z
  .object({
    shiftId: Id,
    /** Null: an open shift. */
    employeeId: Id.nullable(),
    localDate: LocalDate,
    ...SeenShift.shape,
    /** The publication that showed it like this, and when. */
    publicationId: Id,
    publishedAt: Instant,
  })
  .meta({ id: 'AsSeenShift' });
export type AsSeenShift = z.infer<typeof AsSeenShift>;
export const AsSeenList = listOf(AsSeenShift).meta({ id: 'AsSeenList' });
export type AsSeenList = z.infer<typeof AsSeenList>;

export const PublicationHistoryQuerySchema = z
  .strictObject({ employeeId: Id, ...DateRange.shape })
  .refine(...withinMaxRange)
  .meta({ id: 'PublicationHistoryQuery' });
export type PublicationHistoryQuery = z.infer<typeof PublicationHistoryQuerySchema>;

export const PublishedPeopleQuerySchema = z
  .strictObject({ locationId: Id, ...DateRange.shape })
  .refine(...withinMaxRange)
  .meta({ id: 'PublishedPeopleQuery' });
export type PublishedPeopleQuery = z.infer<typeof PublishedPeopleQuerySchema>;

/** For whom there is something to look back at: those who were ever shown a shift of those days at the location. */
export const PublishedPeople = z
  .object({
    data: z.array(
      z.object({
        employeeId: Id,
        /** False: open shifts only. */
        own: z.boolean(),
      }),
    ),
    meta: z.object({
      count: z.int(),
      /** The last business day of which anything was ever published there. */
      latestDate: LocalDate.nullable(),
    }),
  })
  .meta({ id: 'PublishedPeople' });
export type PublishedPeople = z.infer<typeof PublishedPeople>;

/** Most publications in one answer: the newest. */
export const MAX_HISTORY = 500;

/** One instant at which the person's view of those days changed. */
export const HistoryMark = z
  .object({
    publicationId: Id,
    at: Instant,
    /** Who published; null: the product, or not yours to know. */
    by: z.string().nullable(),
    changes: z.array(ShiftChange),
  })
  .meta({ id: 'HistoryMark' });
export type HistoryMark = z.infer<typeof HistoryMark>;
export const PublicationHistory = listOf(HistoryMark).meta({ id: 'PublicationHistory' });
export type PublicationHistory = z.infer<typeof PublicationHistory>;
