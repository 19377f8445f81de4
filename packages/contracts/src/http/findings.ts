import * as z from 'zod';
import {
  DateRange,
  daysInRange,
  Fold,
  Id,
  Instant,
  LocalDate,
  Minor,
  Moment,
  withinMaxRange,
} from '../primitives.ts';
import { ShiftBreakInput } from './shifts.ts';

/** What can be wrong with a plan. A new rule is a new line here and a file beside the others in core/findings. */
export const RULES = [
  'overlap',
  'double_booking',
  'inactive',
  'outside_contract',
  'position_missing',
  'position_expired',
  'skill_missing',
  'skill_expired',
  'closed_day',
  'rest_short',
  'over_maximum',
  'over_contracted',
] as const;
export const RuleId = z.enum(RULES);
export type RuleId = z.infer<typeof RuleId>;

/** block: refused. warn: accepted, and noted who went on. info: good to know. */
export const Severity = z.enum(['block', 'warn', 'info']);
export type Severity = z.infer<typeof Severity>;

const Measure = z.union([z.int(), LocalDate]).nullable();

/** What a rule has to say about one person's plan. */
export const FindingView = z
  .object({
    rule: RuleId,
    severity: Severity,
    employeeId: Id,
    /** The shifts it is about, as far as the reader may see them: by start. */
    shiftIds: z.array(Id),
    window: z.object({ from: Instant, to: Instant }),
    /** The same in business days, both included; of a weekly rule the whole week. */
    startDate: LocalDate,
    endDate: LocalDate,
    /** Minutes as integers, days as dates: what was found, and what the rule allows. Null: there is none. */
    unit: z.enum(['minutes', 'day']),
    actual: Measure,
    limit: Measure,
    /** The position or skill it is about. */
    subjectId: Id.nullable(),
    source: z.string(),
    /** Who planned over exactly this, and why. */
    override: z.object({ by: Id.nullable(), reason: z.string().nullable(), at: Instant }).nullable(),
  })
  .meta({ id: 'Finding' });
export type FindingView = z.infer<typeof FindingView>;

export const ListFindingsQuerySchema = z
  .strictObject({ ...DateRange.shape, locationId: Id })
  .refine(...withinMaxRange)
  .meta({ id: 'ListFindingsQuery' });
export type ListFindingsQuery = z.infer<typeof ListFindingsQuerySchema>;

export const FindingList = z
  .object({
    data: z.array(FindingView),
    meta: z.object({ count: z.int(), startDate: LocalDate, endDate: LocalDate }),
  })
  .meta({ id: 'FindingList' });
export type FindingList = z.infer<typeof FindingList>;

/** A shift that is not stored yet. Times may be wall-clock times of the location. */
const DraftShift = z
  .strictObject({
    departmentId: Id,
    positionId: Id.nullish(),
    startsAt: Moment,
    endsAt: Moment,
    startsAtFold: Fold.optional(),
    endsAtFold: Fold.optional(),
    breaks: z.array(ShiftBreakInput).max(10).optional(),
  })
  .meta({ id: 'DraftShift' });
export type DraftShift = z.infer<typeof DraftShift>;

const one = <Asked extends { shiftIds?: unknown; shiftId?: unknown; draft?: unknown }>(asked: Asked) =>
  ((asked.shiftIds ?? asked.shiftId) === undefined) !== (asked.draft === undefined);
const ONE = { message: 'Name stored shifts or one draft', path: ['draft'] };

/** Six weeks: what a month shows. */
const MOST_DAYS = 42;

/** Where may these shifts go? `copy`: they also stay where they are. */
export const FeasibilitySchema = z
  .strictObject({
    ...DateRange.shape,
    locationId: Id,
    shiftIds: z.array(Id).min(1).max(200).optional(),
    draft: DraftShift.optional(),
    copy: z.boolean().optional(),
  })
  .refine((range) => daysInRange(range) >= 1 && daysInRange(range) <= MOST_DAYS, {
    message: `The range must hold 1 to ${MOST_DAYS} days`,
    path: ['endDate'],
  })
  .refine(one, ONE)
  .meta({ id: 'Feasibility' });
export type Feasibility = z.infer<typeof FeasibilitySchema>;

/** `[cell, actual, limit]`: minutes, or days since 1970-01-01, as the rule's unit has it. */
const Reason = z.tuple([z.int(), z.int().nullable(), z.int().nullable()]);

export const FeasibilityView = z
  .object({
    /** The rows, and the columns. Cell = row * columns + column. */
    employees: z.array(Id),
    days: z.array(LocalDate),
    /** One for each different shift that was asked for: those of equal times and position share it. */
    verdicts: z.array(
      z.object({
        shiftIds: z.array(Id),
        /** Base64 of two bits a cell, four cells a byte, the first lowest: 0 ok, 1 warn, 2 block, 3 unknown. */
        bits: z.string(),
        /** By rule: the cells it is the gravest in. */
        reasons: z.partialRecord(RuleId, z.array(Reason)),
      }),
    ),
  })
  .meta({ id: 'FeasibilityAnswer' });
export type FeasibilityView = z.infer<typeof FeasibilityView>;

/** Who could work this stored or not yet stored shift? */
export const CandidatesSchema = z
  .strictObject({
    shiftId: Id.optional(),
    draft: DraftShift.optional(),
    limit: z.int().min(1).max(200).optional(),
  })
  .refine(one, ONE)
  .meta({ id: 'Candidates' });
export type Candidates = z.infer<typeof CandidatesSchema>;

export const CandidateView = z
  .object({
    employeeId: Id,
    name: z.string(),
    /** Holds the position that day and belongs to the department. */
    fits: z.object({ position: z.boolean(), department: z.boolean() }),
    /** Of the week the shift is in, without the shift; contracted null: no number. */
    plannedMinutes: z.int(),
    contractedMinutes: z.int().nullable(),
    /** What the shift costs with this person; null: no rate, or not the reader's to see. */
    costMinor: Minor.nullable(),
    findings: z.array(FindingView.omit({ shiftIds: true, override: true })),
  })
  .meta({ id: 'Candidate' });
export type CandidateView = z.infer<typeof CandidateView>;

export const CandidateList = z
  .object({
    data: z.array(CandidateView),
    /** How many cannot work it, and how many could in all. */
    meta: z.object({ count: z.int(), blocked: z.int() }),
  })
  .meta({ id: 'CandidateList' });
export type CandidateList = z.infer<typeof CandidateList>;
