import * as z from 'zod';
import { DateRange, Id, Instant, LocalDate, withinMaxRange } from '../primitives.ts';
import { PublishedCopy, ShiftBreak } from './shifts.ts';

export const ListShiftColumnsQuerySchema = z
  .strictObject({ ...DateRange.shape, locationId: Id.optional() })
  .refine(...withinMaxRange)
  .meta({ id: 'ListShiftColumnsQuery' });
export type ListShiftColumnsQuery = z.infer<typeof ListShiftColumnsQuerySchema>;

/** An index into one of the lists beside the columns; -1 for none. */
const Place = z.int().min(-1);
const Column = z.array(Place);

/**
 * The shifts of a range as ShiftList has them, by column, in no order, with what repeats said once: a tenth of the bytes
 * and a third of the work for a week of a thousand. `shiftsOfColumns` in the rules package gives the shifts back.
 */
export const ShiftColumns = z
  .object({
    meta: z.object({ count: z.int(), startDate: LocalDate, endDate: LocalDate }),
    places: z.array(
      z.object({
        scheduleId: Id,
        locationId: Id,
        departmentId: Id,
        zone: z.string(),
        abilities: z.object({ update: z.boolean(), delete: z.boolean() }),
      }),
    ),
    positions: z.array(Id),
    employees: z.array(Id),
    /** Names of who changed shifts. */
    changers: z.array(z.string()),
    instants: z.array(Instant),
    dates: z.array(LocalDate),
    breaks: z.array(z.array(ShiftBreak)),
    columns: z.object({
      id: z.array(Id),
      place: Column,
      position: Column,
      employee: Column,
      startsAt: Column,
      endsAt: Column,
      localDate: Column,
      /** An index into SHIFT_STATES. */
      state: Column,
      version: z.array(z.int()),
      /** 0: never published. */
      publishedVersion: z.array(z.int()),
      breaks: Column,
      changedBy: Column,
      changedAt: Column,
    }),
    /** By the shift's id, for the few that have any. */
    notes: z.record(Id, z.string()),
    published: z.record(Id, PublishedCopy),
  })
  .meta({ id: 'ShiftColumns' });
export type ShiftColumns = z.infer<typeof ShiftColumns>;
