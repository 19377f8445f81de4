import * as z from 'zod';
import { DateRange, Id, Instant, LocalDate, withinMaxRange } from '../primitives.ts';

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
