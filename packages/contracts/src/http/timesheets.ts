import * as z from 'zod';
import { ErrorCode } from '../problem.ts';
import {
  DateRange,
  Id,
  Instant,
  listOf,
  LocalDate,
  Minutes,
  Version,
  withinMaxRange,
} from '../primitives.ts';
import { EXPORT_FORMATS } from './exports.ts';
import { PayPeriodView, Reason } from './pay-periods.ts';
import { ENTRY_FLAGS } from './time-tracking.ts';
import { AdjustmentView, CorrectionView } from './timesheet-corrections.ts';

/** What somebody has to look at before an entry is approved. */
export const EntryFlag = z.enum([
  ...ENTRY_FLAGS,
  // by the approval
  'deviation',
  'changed_since_decision',
  'correction_proposed',
]);
export type EntryFlag = z.infer<typeof EntryFlag>;

export const LineState = z.enum(['open', 'complete', 'submitted', 'approved', 'rejected', 'locked']);
export type LineState = z.infer<typeof LineState>;

export const LineBreak = z.object({ startedAt: Instant, endedAt: Instant.nullable(), paid: z.boolean() });

/** One entry as it is to be approved: what was planned, what was punched, what counts. */
export const TimesheetLine = z
  .object({
    id: Id,
    employeeId: Id,
    employeeName: z.string(),
    locationId: Id,
    locationName: z.string(),
    departmentId: Id.nullable(),
    localDate: LocalDate,
    zone: z.string(),
    shift: z.object({ id: Id, startsAt: Instant, endsAt: Instant, minutes: Minutes }).nullable(),
    startedAt: Instant,
    endedAt: Instant.nullable(),
    countedStart: Instant,
    countedEnd: Instant.nullable(),
    breaks: z.array(LineBreak),
    breakMinutes: Minutes,
    countedMinutes: Minutes,
    /** `countedMinutes` by business day: several where an entry is split at midnight, none while it goes on. */
    days: z.array(z.object({ localDate: LocalDate, minutes: Minutes })),
    flags: z.array(EntryFlag),
    /** Somebody has to look at it: a flag says more than how the punch came. */
    exception: z.boolean(),
    state: LineState,
    /** The last decision, if any. */
    decision: z
      .object({
        by: z.string().nullable(),
        at: Instant,
        reason: z.string().nullable(),
        automatic: z.boolean(),
      })
      .nullable(),
    /** The proposed correction that waits for an answer. */
    correctionId: Id.nullable(),
    /** The caller's own, at a place where the caller approves: somebody else has to decide. */
    ownHours: z.boolean(),
    version: Version,
    abilities: z.object({ approve: z.boolean(), correct: z.boolean(), propose: z.boolean() }),
  })
  .meta({ id: 'TimesheetLine' });
export type TimesheetLine = z.infer<typeof TimesheetLine>;
export const TimesheetLineList = listOf(TimesheetLine).meta({ id: 'TimesheetLineList' });
export type TimesheetLineList = z.infer<typeof TimesheetLineList>;

export const ListTimesheetLinesQuerySchema = z
  .strictObject({
    ...DateRange.shape,
    locationId: Id.optional(),
    departmentId: Id.optional(),
    employeeId: Id.optional(),
  })
  .refine(...withinMaxRange)
  .meta({ id: 'ListTimesheetLinesQuery' });
export type ListTimesheetLinesQuery = z.infer<typeof ListTimesheetLinesQuerySchema>;

const Selected = z.strictObject({ id: Id, version: Version });
const selection = z.array(Selected).min(1).max(500);

/** Each entry with the version that was looked at: one that changed meanwhile is left alone. */
export const ApproveEntriesSchema = z.strictObject({ entries: selection }).meta({ id: 'ApproveEntries' });
export type ApproveEntries = z.infer<typeof ApproveEntriesSchema>;
export const RejectEntriesSchema = z
  .strictObject({ entries: selection, reason: Reason })
  .meta({ id: 'RejectEntries' });
export type RejectEntries = z.infer<typeof RejectEntriesSchema>;
export const ReopenEntriesSchema = z
  .strictObject({ entries: selection, reason: Reason.optional() })
  .meta({ id: 'ReopenEntries' });
export type ReopenEntries = z.infer<typeof ReopenEntriesSchema>;

/** What became of each entry, in the order asked: done, or why not and (on version_conflict) the newer line. */
export const EntryResults = z
  .object({
    data: z.array(
      z.object({
        index: z.int(),
        done: z.boolean(),
        state: LineState.nullable(),
        code: ErrorCode.nullable(),
        detail: z.string().nullable(),
        current: TimesheetLine.nullable(),
      }),
    ),
    meta: z.object({ done: z.int(), failed: z.int() }),
  })
  .meta({ id: 'EntryResults' });
export type EntryResults = z.infer<typeof EntryResults>;

export const SheetState = z.enum(['open', 'submitted', 'approved', 'locked']);
/** One person's pay period. Minutes are whole and counted by the rules of the place. */
export const TimesheetView = z
  .object({
    id: Id,
    employeeId: Id,
    employeeName: z.string(),
    payPeriod: PayPeriodView,
    state: SheetState,
    lines: z.array(TimesheetLine),
    corrections: z.array(CorrectionView),
    adjustments: z.array(AdjustmentView),
    totals: z.object({
      entries: z.int(),
      approvedEntries: z.int(),
      countedMinutes: Minutes,
      breakMinutes: Minutes,
      /** Signed: of earlier, locked periods. */
      adjustmentMinutes: z.int(),
    }),
    submittedAt: Instant.nullable(),
    approvedAt: Instant.nullable(),
    version: Version,
    abilities: z.object({
      submit: z.boolean(),
      approve: z.boolean(),
      /** The locations at which the caller may add hours for this person, the person's own first. */
      addAt: z.array(Id),
    }),
  })
  .meta({ id: 'Timesheet' });
export type TimesheetView = z.infer<typeof TimesheetView>;

/** `date`: any day of the period. */
export const GetTimesheetQuerySchema = z
  .strictObject({ employeeId: Id, date: LocalDate })
  .meta({ id: 'GetTimesheetQuery' });
export type GetTimesheetQuery = z.infer<typeof GetTimesheetQuerySchema>;

/** `employeeId`: one person, with lines to sign on paper; `onlyApproved`: what is to be paid. */
export const ExportTimesheetsQuerySchema = z
  .strictObject({
    ...ListTimesheetLinesQuerySchema.shape,
    format: z.enum(EXPORT_FORMATS),
    onlyApproved: z.enum(['true', 'false']).optional(),
  })
  .refine(...withinMaxRange)
  .meta({ id: 'ExportTimesheetsQuery' });
export type ExportTimesheetsQuery = z.infer<typeof ExportTimesheetsQuerySchema>;
