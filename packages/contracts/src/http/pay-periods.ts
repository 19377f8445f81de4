import * as z from 'zod';
import { DateRange, Id, Instant, listOf, LocalDate, Version, withinMaxRange } from '../primitives.ts';

export const PayFrequency = z.enum(['weekly', 'two_weekly', 'monthly']);
export type PayFrequency = z.infer<typeof PayFrequency>;
export const PayPeriodState = z.enum(['open', 'closed', 'locked']);
export type PayPeriodState = z.infer<typeof PayPeriodState>;

/** Why something is undone, refused or settled: read by the person it concerns. */
export const Reason = z.string().trim().min(1).max(500);

export const PayPeriodView = z
  .object({
    id: Id,
    startDate: LocalDate,
    endDate: LocalDate,
    state: PayPeriodState,
    /** While a locked period is unlocked: when it locks itself again. */
    relockAt: Instant.nullable(),
    version: Version,
    abilities: z.object({
      close: z.boolean(),
      reopen: z.boolean(),
      lock: z.boolean(),
      unlock: z.boolean(),
    }),
  })
  .meta({ id: 'PayPeriod' });
export type PayPeriodView = z.infer<typeof PayPeriodView>;
export const PayPeriodList = listOf(PayPeriodView).meta({ id: 'PayPeriodList' });
export type PayPeriodList = z.infer<typeof PayPeriodList>;

export const ListPayPeriodsQuerySchema = z
  .strictObject({ ...DateRange.shape })
  .refine(...withinMaxRange)
  .meta({ id: 'ListPayPeriodsQuery' });
export type ListPayPeriodsQuery = z.infer<typeof ListPayPeriodsQuerySchema>;

/** `anyway`: also while entries are undecided; they stay so and are not paid. */
export const LockPayPeriodSchema = z
  .strictObject({ anyway: z.boolean().optional() })
  .meta({ id: 'LockPayPeriod' });
export type LockPayPeriod = z.infer<typeof LockPayPeriodSchema>;

export const UnlockPayPeriodSchema = z.strictObject({ reason: Reason }).meta({ id: 'UnlockPayPeriod' });
export type UnlockPayPeriod = z.infer<typeof UnlockPayPeriodSchema>;

export const TimesheetSettingsView = z
  .object({
    frequency: PayFrequency,
    anchor: LocalDate,
    relockHours: z.int(),
    positionRetentionDays: z.int(),
    photoRetentionDays: z.int(),
    /** May those who approve hours decide about their own? */
    ownApproval: z.boolean(),
    version: Version,
    abilities: z.object({ update: z.boolean() }),
  })
  .meta({ id: 'TimesheetSettings' });
export type TimesheetSettingsView = z.infer<typeof TimesheetSettingsView>;

const Days = z.int().min(1).max(3650);

/** What is left out stays. A changed calendar holds from the first day on that has no period yet. */
export const UpdateTimesheetSettingsSchema = z
  .strictObject({
    frequency: PayFrequency.optional(),
    anchor: LocalDate.optional(),
    /** How long a locked period stays unlocked. */
    relockHours: z.int().min(1).max(168).optional(),
    positionRetentionDays: Days.optional(),
    photoRetentionDays: Days.optional(),
    ownApproval: z.boolean().optional(),
  })
  .meta({ id: 'UpdateTimesheetSettings' });
export type UpdateTimesheetSettings = z.infer<typeof UpdateTimesheetSettingsSchema>;

/** How far hours may lie from the plan before somebody has to look, in minutes; both ends and the sum must pass. */
export const ToleranceView = z
  .object({
    locationId: Id,
    locationName: z.string(),
    automatic: z.boolean(),
    startMinutes: z.int(),
    endMinutes: z.int(),
    totalMinutes: z.int(),
    /** 0 while a location has the standing ones. */
    version: z.int().min(0),
    abilities: z.object({ update: z.boolean() }),
  })
  .meta({ id: 'ApprovalTolerance' });
export type ToleranceView = z.infer<typeof ToleranceView>;
export const ToleranceList = listOf(ToleranceView).meta({ id: 'ApprovalToleranceList' });
export type ToleranceList = z.infer<typeof ToleranceList>;

export const SetToleranceSchema = z
  .strictObject({
    automatic: z.boolean(),
    startMinutes: z.int().min(0).max(240),
    endMinutes: z.int().min(0).max(240),
    totalMinutes: z.int().min(0).max(480),
  })
  .meta({ id: 'SetApprovalTolerance' });
export type SetTolerance = z.infer<typeof SetToleranceSchema>;
