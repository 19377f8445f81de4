import * as z from 'zod';
import {
  DateRange,
  Fold,
  Id,
  Instant,
  listOf,
  LocalDate,
  Moment,
  Version,
  withinMaxRange,
} from '../primitives.ts';
import { Reason } from './pay-periods.ts';

/** Times as they ought to be; wall-clock times are read in the location's zone. */
const correctedTimes = {
  startedAt: Moment,
  endedAt: Moment,
  startedAtFold: Fold.optional(),
  endedAtFold: Fold.optional(),
  breaks: z
    .array(z.strictObject({ startedAt: Moment, endedAt: Moment, paid: z.boolean().optional() }))
    .max(10)
    .optional(),
};

export const CorrectEntrySchema = z
  .strictObject({ ...correctedTimes, reason: Reason })
  .meta({ id: 'CorrectEntry' });
export type CorrectEntry = z.infer<typeof CorrectEntrySchema>;

/** Work that somebody never punched, entered by who approves at `locationId`; times are read on the clock of that place. */
export const AddEntrySchema = z
  .strictObject({ employeeId: Id, locationId: Id, ...correctedTimes, reason: Reason.optional() })
  .meta({ id: 'AddEntry' });
export type AddEntry = z.infer<typeof AddEntrySchema>;

/** Without `entryId`: work that was never punched, at `locationId`. With both: it was at that place. */
export const ProposeCorrectionSchema = z
  .strictObject({
    entryId: Id.optional(),
    /** The version of the entry that was looked at. */
    entryVersion: Version.optional(),
    locationId: Id.optional(),
    ...correctedTimes,
    comment: Reason,
  })
  .refine((input) => input.entryId !== undefined || input.locationId !== undefined, {
    message: 'Say where it was',
    path: ['locationId'],
  })
  .refine((input) => (input.entryId === undefined) === (input.entryVersion === undefined), {
    message: 'Say which version of the entry you saw',
    path: ['entryVersion'],
  })
  .meta({ id: 'ProposeCorrection' });
export type ProposeCorrection = z.infer<typeof ProposeCorrectionSchema>;

const Breaks = z.array(z.object({ startedAt: Instant, endedAt: Instant, paid: z.boolean() }));
const Times = z.object({
  startedAt: Instant,
  endedAt: Instant.nullable(),
  /** Left out by proposals of before it was kept. */
  breaks: Breaks.optional(),
});
export const CorrectionState = z.enum(['proposed', 'accepted', 'declined', 'withdrawn']);
export const CorrectionView = z
  .object({
    id: Id,
    employeeId: Id,
    employeeName: z.string(),
    entryId: Id.nullable(),
    locationId: Id,
    localDate: LocalDate,
    zone: z.string(),
    before: Times.nullable(),
    requested: z.object({
      startedAt: Instant,
      endedAt: Instant,
      breaks: Breaks,
    }),
    comment: z.string(),
    state: CorrectionState,
    reason: z.string().nullable(),
    decidedBy: z.string().nullable(),
    decidedAt: Instant.nullable(),
    createdAt: Instant,
    version: Version,
    abilities: z.object({ decide: z.boolean(), withdraw: z.boolean() }),
  })
  .meta({ id: 'Correction' });
export type CorrectionView = z.infer<typeof CorrectionView>;
export const CorrectionList = listOf(CorrectionView).meta({ id: 'CorrectionList' });
export type CorrectionList = z.infer<typeof CorrectionList>;

export const ListCorrectionsQuerySchema = z
  .strictObject({ ...DateRange.shape, state: CorrectionState.optional(), employeeId: Id.optional() })
  .refine(...withinMaxRange)
  .meta({ id: 'ListCorrectionsQuery' });
export type ListCorrectionsQuery = z.infer<typeof ListCorrectionsQuerySchema>;

export const AcceptCorrectionSchema = z
  .strictObject({ reason: Reason.optional() })
  .meta({ id: 'AcceptCorrection' });
export type AcceptCorrection = z.infer<typeof AcceptCorrectionSchema>;
export const DeclineCorrectionSchema = z.strictObject({ reason: Reason }).meta({ id: 'DeclineCorrection' });
export type DeclineCorrection = z.infer<typeof DeclineCorrectionSchema>;

/** What came too late for a locked period. */
export const AdjustmentView = z
  .object({
    id: Id,
    employeeId: Id,
    employeeName: z.string(),
    localDate: LocalDate,
    punch: z.object({ kind: z.string(), occurredAt: Instant }).nullable(),
    state: z.enum(['open', 'counted', 'dismissed']),
    minutes: z.int().nullable(),
    reason: z.string().nullable(),
    createdAt: Instant,
    version: Version,
    abilities: z.object({ settle: z.boolean() }),
  })
  .meta({ id: 'TimesheetAdjustment' });
export type AdjustmentView = z.infer<typeof AdjustmentView>;
export const AdjustmentList = listOf(AdjustmentView).meta({ id: 'TimesheetAdjustmentList' });
export type AdjustmentList = z.infer<typeof AdjustmentList>;

/** `minutes` (signed) are paid with the period of today; without, the matter is dismissed. */
export const SettleAdjustmentSchema = z
  .strictObject({ minutes: z.int().min(-2880).max(2880).nullable(), reason: Reason })
  .meta({ id: 'SettleAdjustment' });
export type SettleAdjustment = z.infer<typeof SettleAdjustmentSchema>;

export const HistoryStep = z
  .object({
    id: Id,
    subjectType: z.string(),
    subjectId: Id,
    step: z.string(),
    decision: z.string(),
    reason: z.string().nullable(),
    /** Null: the product itself. */
    actor: z.string().nullable(),
    before: z.record(z.string(), z.unknown()).nullable(),
    after: z.record(z.string(), z.unknown()).nullable(),
    at: Instant,
  })
  .meta({ id: 'HistoryStep' });
export type HistoryStep = z.infer<typeof HistoryStep>;
export const HistoryList = listOf(HistoryStep).meta({ id: 'HistoryList' });
export type HistoryList = z.infer<typeof HistoryList>;
