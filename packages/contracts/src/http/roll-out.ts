import * as z from 'zod';
import { ErrorCode } from '../problem.ts';
import { OverrideInput } from './shifts.ts';
import { DateRange, Id, Instant, LocalDate, withinMaxRange } from '../primitives.ts';

/** Most shifts that a copy or a template makes in one request. */
export const MAX_ROLL_OUT = 5000;

/** keep: the same people. drop: all shifts open. Left out: keep. */
export const RollOutPeople = z.enum(['keep', 'drop']);
export type RollOutPeople = z.infer<typeof RollOutPeople>;
/** What becomes of a shift whose person cannot have it: made open, or left out. Left out: made open. */
export const IneligiblePeople = z.enum(['open', 'skip']);
export type IneligiblePeople = z.infer<typeof IneligiblePeople>;

/** What becomes of a shift that would fall on a day on which the location is closed. */
export const OnClosedDays = z.enum(['skip', 'keep']);
export type OnClosedDays = z.infer<typeof OnClosedDays>;

export const rollOutOptions = {
  people: RollOutPeople.optional(),
  ineligible: IneligiblePeople.optional(),
  /** Left out: a template's own word, and of a copy `skip`. */
  onClosedDays: OnClosedDays.optional(),
  /** Why it is planned over warnings of the rules that ask for a reason; without it such a shift loses its person. */
  override: OverrideInput.optional(),
  /** Says what would happen and does nothing. */
  dryRun: z.boolean().optional(),
};

/** Copies the plan of the days `from` so that its first day falls on `toStartDate`, at the same wall-clock times. */
export const CopyScheduleSchema = z
  .strictObject({
    locationId: Id,
    departmentIds: z.array(Id).min(1).max(100).optional(),
    from: z.strictObject(DateRange.shape).refine(...withinMaxRange),
    toStartDate: LocalDate,
    ...rollOutOptions,
  })
  .meta({ id: 'CopySchedule' });
export type CopySchedule = z.infer<typeof CopyScheduleSchema>;

/** What the clocks of that night do to a shift: a time that does not exist or happens twice, another length. */
export const ClockNote = z.object({
  kind: z.enum(['gap', 'overlap', 'shorter', 'longer']),
  detail: z.string(),
});
export type ClockNote = z.infer<typeof ClockNote>;

/** What became of one shift. `sourceId`: the shift that was copied, or the item of the template. */
export const RollOutItem = z
  .object({
    sourceId: Id,
    /** opened: made, but without its person, for `reason`. */
    outcome: z.enum(['created', 'opened', 'skipped']),
    /** Null when nothing was made. */
    shiftId: Id.nullable(),
    localDate: LocalDate,
    startsAt: Instant,
    endsAt: Instant,
    zone: z.string(),
    departmentId: Id,
    positionId: Id.nullable(),
    positionName: z.string().nullable(),
    /** Whose it would be: also of one that was opened or skipped. */
    employeeId: Id.nullable(),
    employeeName: z.string().nullable(),
    reason: z.object({ code: ErrorCode, detail: z.string() }).nullable(),
    clock: z.array(ClockNote),
    /** What the rules have against it with its person, in words; it is made all the same. */
    warnings: z.array(z.string()),
  })
  .meta({ id: 'RollOutItem' });
export type RollOutItem = z.infer<typeof RollOutItem>;

export const RollOutResult = z
  .object({
    data: z.array(RollOutItem),
    meta: z.object({
      created: z.int(),
      opened: z.int(),
      skipped: z.int(),
      startDate: LocalDate,
      endDate: LocalDate,
      dryRun: z.boolean(),
    }),
  })
  .meta({ id: 'RollOutResult' });
export type RollOutResult = z.infer<typeof RollOutResult>;
