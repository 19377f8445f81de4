import * as z from 'zod';
import { DateRange, Id, LocalDate, Name, Notes, Version, listOf, withinMaxRange } from '../primitives.ts';
import { MAX_ROLL_OUT, OnClosedDays, rollOutOptions } from './roll-out.ts';

/** Longest cycle of a rotation, in days: 52 weeks. */
export const MAX_CYCLE_DAYS = 364;

/** week: day 0 is Monday. rotation: `cycleDays` days, counted from `anchorDate`; A/B weeks are 14, 4-on-4-off is 8. */
export const TemplateKind = z.enum(['week', 'rotation']);
export type TemplateKind = z.infer<typeof TemplateKind>;

/** Minutes after the midnight of its day; an end past 1440 lies on the next day. */
const wall = {
  day: z
    .int()
    .min(0)
    .max(MAX_CYCLE_DAYS - 1),
  startMinutes: z.int().min(0).max(1439),
  endMinutes: z.int().min(1).max(2879),
};
const TemplateBreak = z.strictObject({
  minutes: z.int().min(1).max(240),
  paid: z.boolean(),
  startMinutes: z.int().min(0).max(2879).nullable(),
});

export const TemplateItemInput = z
  .strictObject({
    ...wall,
    departmentId: Id,
    positionId: Id.nullish(),
    /** Left out or null: an open shift. */
    employeeId: Id.nullish(),
    notes: Notes.nullish(),
    breaks: z.array(TemplateBreak).max(10).optional(),
  })
  .refine((item) => item.endMinutes > item.startMinutes && item.endMinutes - item.startMinutes <= 1440, {
    message: 'Must come after the start, 24 hours at most',
    path: ['endMinutes'],
  })
  .meta({ id: 'TemplateItemInput' });
export type TemplateItemInput = z.infer<typeof TemplateItemInput>;

/** Made of the plan of some days (`from`), or of `items`. A rotation from days has as many days as these. */
export const CreateShiftTemplateSchema = z
  .strictObject({
    locationId: Id,
    name: Name,
    kind: TemplateKind,
    from: z
      .strictObject(DateRange.shape)
      .refine(...withinMaxRange)
      .optional(),
    /** With `from`: only these departments. */
    departmentIds: z.array(Id).min(1).max(100).optional(),
    /** With `from`: whether the shifts keep their people. Left out: yes. */
    keepPeople: z.boolean().optional(),
    items: z.array(TemplateItemInput).min(1).max(1000).optional(),
    /** Of a rotation made of items. */
    cycleDays: z.int().min(1).max(MAX_CYCLE_DAYS).optional(),
    /** Of a rotation made of items: a day 0. */
    anchorDate: LocalDate.optional(),
    /** Left out: skip. */
    onClosedDays: OnClosedDays.optional(),
  })
  .refine((template) => (template.from === undefined) !== (template.items === undefined), {
    message: 'Send either from or items',
    path: ['from'],
  })
  .refine(
    ({ kind, items, cycleDays, anchorDate }) =>
      !items || kind === 'week' || (cycleDays !== undefined && anchorDate !== undefined),
    { message: 'A rotation of items needs cycleDays and anchorDate', path: ['cycleDays'] },
  )
  .refine(
    ({ kind, items, cycleDays }) =>
      !items || items.every((item) => item.day < (kind === 'week' ? 7 : (cycleDays ?? 0))),
    { message: 'Every day must lie in the cycle', path: ['items'] },
  )
  .refine(({ kind, from }) => kind === 'rotation' || !from || daysOf(from) <= 7, {
    message: 'A week has 7 days at most',
    path: ['from', 'endDate'],
  })
  .meta({ id: 'CreateShiftTemplate' });
export type CreateShiftTemplate = z.infer<typeof CreateShiftTemplateSchema>;

const daysOf = (range: DateRange): number =>
  Math.round((Date.parse(range.endDate) - Date.parse(range.startDate)) / 86_400_000) + 1;

/**
 * What is left out stays. `items` replaces all that the template held. `cycleDays` and `anchorDate` are a rotation's; every
 * day must lie in the cycle.
 */
export const UpdateShiftTemplateSchema = z
  .strictObject({
    name: Name.optional(),
    items: z.array(TemplateItemInput).min(1).max(MAX_ROLL_OUT).optional(),
    cycleDays: z.int().min(1).max(MAX_CYCLE_DAYS).optional(),
    anchorDate: LocalDate.optional(),
    onClosedDays: OnClosedDays.optional(),
  })
  .meta({ id: 'UpdateShiftTemplate' });
export type UpdateShiftTemplate = z.infer<typeof UpdateShiftTemplateSchema>;

export const ListShiftTemplatesQuerySchema = z
  .strictObject({ locationId: Id })
  .meta({ id: 'ListShiftTemplatesQuery' });
export type ListShiftTemplatesQuery = z.infer<typeof ListShiftTemplatesQuerySchema>;

/** Lays the template over the days as drafts. `anchorDate`: a day on which this rotation begins, instead of its own. */
export const ApplyShiftTemplateSchema = z
  .strictObject({
    ...DateRange.shape,
    departmentIds: z.array(Id).min(1).max(100).optional(),
    anchorDate: LocalDate.optional(),
    ...rollOutOptions,
  })
  .refine(...withinMaxRange)
  .meta({ id: 'ApplyShiftTemplate' });
export type ApplyShiftTemplate = z.infer<typeof ApplyShiftTemplateSchema>;

export const ShiftTemplateView = z
  .object({
    id: Id,
    locationId: Id,
    name: z.string(),
    kind: TemplateKind,
    cycleDays: z.int(),
    anchorDate: LocalDate,
    onClosedDays: OnClosedDays,
    /** Shifts of one cycle, open ones among them, and how many people they have. */
    shifts: z.int(),
    open: z.int(),
    people: z.int(),
    version: Version,
    abilities: z.object({ update: z.boolean(), delete: z.boolean(), apply: z.boolean() }),
  })
  .meta({ id: 'ShiftTemplate' });
export type ShiftTemplateView = z.infer<typeof ShiftTemplateView>;

export const ShiftTemplateList = listOf(ShiftTemplateView).meta({ id: 'ShiftTemplateList' });
export type ShiftTemplateList = z.infer<typeof ShiftTemplateList>;

export const ShiftTemplateDetail = ShiftTemplateView.extend({
  items: z.array(
    z.object({
      id: Id,
      ...wall,
      departmentId: Id,
      positionId: Id.nullable(),
      employeeId: Id.nullable(),
      notes: z.string().nullable(),
      breaks: z.array(TemplateBreak),
    }),
  ),
}).meta({ id: 'ShiftTemplateDetail' });
export type ShiftTemplateDetail = z.infer<typeof ShiftTemplateDetail>;
