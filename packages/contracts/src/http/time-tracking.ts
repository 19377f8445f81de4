import * as z from 'zod';
import { DateRange, Id, Instant, LocalDate, Minutes, Version, withinMaxRange } from '../primitives.ts';

export const PunchKind = z.enum(['in', 'out', 'break_start', 'break_end']);
export type PunchKind = z.infer<typeof PunchKind>;

/**
 * A punch is a fact. Its id is made by the device (UUIDv7) and is its key: sent again, the first answer comes back.
 * `occurredAt` is the device's time of the tap; left out: now. Location only when the phone gave one.
 */
export const CreatePunchSchema = z
  .strictObject({
    id: Id,
    kind: PunchKind,
    occurredAt: Instant.optional(),
    locationId: Id.optional(),
    /** True when it waited on the device before it was sent. */
    offline: z.boolean().optional(),
    deviceId: Id.optional(),
    position: z
      .strictObject({
        latitude: z.number().min(-90).max(90),
        longitude: z.number().min(-180).max(180),
        accuracyMeters: z.number().min(0).max(100_000),
        ageSeconds: z.number().min(0).max(86_400),
        mocked: z.boolean().optional(),
      })
      .optional(),
  })
  .meta({ id: 'CreatePunch' });
export type CreatePunch = z.infer<typeof CreatePunchSchema>;

export const TimeEntryView = z
  .object({
    id: Id,
    employeeId: Id,
    locationId: Id,
    shiftId: Id.nullable(),
    startedAt: Instant,
    /** Null while at work. */
    endedAt: Instant.nullable(),
    localDate: LocalDate,
    zone: z.string(),
    breaks: z.array(z.object({ startedAt: Instant, endedAt: Instant.nullable(), paid: z.boolean() })),
    /** Worked minutes without unpaid breaks, up to the end (or up to now while open). */
    workedMinutes: Minutes,
    state: z.enum(['open', 'on_break', 'complete']),
    version: Version,
  })
  .meta({ id: 'TimeEntry' });
export type TimeEntryView = z.infer<typeof TimeEntryView>;

export const PunchResult = z
  .object({
    punch: z.object({ id: Id, kind: PunchKind, occurredAt: Instant, receivedAt: Instant }),
    entry: TimeEntryView,
  })
  .meta({ id: 'PunchResult' });
export type PunchResult = z.infer<typeof PunchResult>;

/** The signed-in employee's clock. */
export const ClockView = z
  .object({
    state: z.enum(['out', 'in', 'on_break']),
    entry: TimeEntryView.nullable(),
    /** The published shift around now or next today, if any. */
    shift: z
      .object({
        id: Id,
        startsAt: Instant,
        endsAt: Instant,
        zone: z.string(),
        locationId: Id,
        locationName: z.string(),
        positionName: z.string().nullable(),
      })
      .nullable(),
    recent: z.array(TimeEntryView),
    serverTime: Instant,
  })
  .meta({ id: 'Clock' });
export type ClockView = z.infer<typeof ClockView>;

export const AtWorkQuerySchema = z.strictObject({ locationId: Id.optional() }).meta({ id: 'AtWorkQuery' });
export type AtWorkQuery = z.infer<typeof AtWorkQuerySchema>;
/** Who is at work now, on a break, or late: published shift started more than 5 minutes ago and no punch. */
export const AtWorkList = z
  .object({
    data: z.array(
      z.object({
        employeeId: Id,
        name: z.string(),
        state: z.enum(['in', 'on_break', 'late']),
        since: Instant,
        locationId: Id,
        zone: z.string(),
        shift: z
          .object({ id: Id, startsAt: Instant, endsAt: Instant, positionName: z.string().nullable() })
          .nullable(),
        entryId: Id.nullable(),
      }),
    ),
    meta: z.object({ count: z.int(), at: Instant }),
  })
  .meta({ id: 'AtWorkList' });
export type AtWorkList = z.infer<typeof AtWorkList>;

export const ListTimeEntriesQuerySchema = z
  .strictObject({ ...DateRange.shape, employeeId: Id.optional(), locationId: Id.optional() })
  .refine(...withinMaxRange)
  .meta({ id: 'ListTimeEntriesQuery' });
export type ListTimeEntriesQuery = z.infer<typeof ListTimeEntriesQuerySchema>;
export const TimeEntryList = z
  .object({ data: z.array(TimeEntryView), meta: z.object({ count: z.int() }) })
  .meta({ id: 'TimeEntryList' });
export type TimeEntryList = z.infer<typeof TimeEntryList>;
