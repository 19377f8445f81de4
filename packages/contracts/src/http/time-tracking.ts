import * as z from 'zod';
import { ErrorCode } from '../problem.ts';
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
    source: z.enum(['web', 'mobile']).optional(),
    /**
     * The device's monotonic clock at the tap, which nobody can set: which boot, milliseconds since, and which tap of it;
     * and by how much the server's time was ahead of the device's as it last asked, for when it has been started anew since.
     */
    tapped: z
      .strictObject({
        bootId: Id,
        monotonicMs: z.number().min(0).max(1e13),
        sequence: z.int().min(0).max(2_000_000_000),
        serverOffsetMs: z.int().min(-1e13).max(1e13).optional(),
      })
      .optional(),
    /** The same clock as the punch was sent, so that a wrong device time can be set right. */
    sentMonotonicMs: z.number().min(0).max(1e13).optional(),
    photoKey: z.string().min(1).max(300).optional(),
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

/** What is worth a look at an entry; none of it takes minutes away. */
export const ENTRY_FLAGS = [
  'missing_out',
  'auto_closed',
  'missing_in',
  'over_max',
  'unscheduled',
  'duplicate_punch',
  'break_unclear',
  'break_short',
  'no_break',
  'edited',
  'late_fact',
  'clock_skew',
  'offline',
  'outside_place',
  'place_uncertain',
  'place_unknown',
  'stale_position',
  'mock_position',
  'network_not_allowed',
  'source_not_allowed',
] as const;
export const EntryFlag = z.enum(ENTRY_FLAGS);
export type EntryFlag = z.infer<typeof EntryFlag>;

/** Time worked without plan (early_in, late_out, unscheduled) or planned without work (late_in, early_out). */
export const EntryDeviation = z.object({
  kind: z.enum(['early_in', 'late_in', 'early_out', 'late_out', 'unscheduled']),
  startsAt: Instant,
  endsAt: Instant,
  minutes: Minutes,
});
export type EntryDeviation = z.infer<typeof EntryDeviation>;

export const TimeEntryView = z
  .object({
    id: Id,
    employeeId: Id,
    locationId: Id,
    shiftId: Id.nullable(),
    /** As punched. */
    startedAt: Instant,
    /** Null while at work. */
    endedAt: Instant.nullable(),
    /** As it counts, after rounding and limits. */
    countedStart: Instant,
    countedEnd: Instant.nullable(),
    localDate: LocalDate,
    zone: z.string(),
    breaks: z.array(z.object({ startedAt: Instant, endedAt: Instant.nullable(), paid: z.boolean() })),
    /** Unpaid minutes that a rule takes off besides the breaks. */
    deductedMinutes: Minutes,
    /** Counted minutes without unpaid breaks, up to the end (or up to now while open). */
    workedMinutes: Minutes,
    /** The same by business day; empty while open. */
    days: z.array(z.object({ localDate: LocalDate, minutes: Minutes })),
    flags: z.array(EntryFlag),
    deviations: z.array(EntryDeviation),
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

/** What waited on a device, in any order; each is answered on its own, and sending it again changes nothing. */
export const CreatePunchBatchSchema = z
  .strictObject({
    punches: z
      .array(CreatePunchSchema.omit({ sentMonotonicMs: true }))
      .min(1)
      .max(500),
    /** The device's monotonic clock as this request was sent, and its boot. */
    sent: z.strictObject({ bootId: Id, monotonicMs: z.number().min(0).max(1e13) }).optional(),
  })
  .meta({ id: 'CreatePunchBatch' });
export type CreatePunchBatch = z.infer<typeof CreatePunchBatchSchema>;
export const PunchBatchResult = z
  .object({
    data: z.array(
      z.object({
        id: Id,
        /** kept: stored, and somebody has to decide what follows from it. refused: not stored, and why. */
        outcome: z.enum(['recorded', 'kept', 'refused']),
        code: ErrorCode.nullable(),
        detail: z.string().nullable(),
        /** When it counts. */
        happenedAt: Instant.nullable(),
        entryId: Id.nullable(),
      }),
    ),
    meta: z.object({ recorded: z.int(), kept: z.int(), refused: z.int() }),
  })
  .meta({ id: 'PunchBatchResult' });
export type PunchBatchResult = z.infer<typeof PunchBatchResult>;

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
    /** Does the place where the next punch would be want to know where one is? */
    asksPosition: z.boolean(),
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
