import * as z from 'zod';
import {
  Color,
  DateRange,
  Fold,
  Id,
  Instant,
  LocalDate,
  MAX_RANGE_DAYS,
  Minor,
  Minutes,
  Moment,
  Notes,
  Version,
  withinMaxRange,
} from '../primitives.ts';
import { SHIFT_STATES } from './shift-states.ts';

/** A planned break: when it starts is optional (somewhere inside the shift), how long is not. */
export const ShiftBreak = z
  .object({ minutes: z.int().min(1).max(240), paid: z.boolean(), startsAt: Instant.nullable() })
  .meta({ id: 'ShiftBreak' });
export type ShiftBreak = z.infer<typeof ShiftBreak>;

/** When it starts: at an instant, or so many minutes after the shift does; neither: somewhere inside. */
export const ShiftBreakInput = z
  .strictObject({
    minutes: z.int().min(1).max(240),
    paid: z.boolean(),
    startsAt: Instant.nullish(),
    afterStart: z.int().min(0).max(1440).nullish(),
  })
  .refine((pause) => !pause.startsAt || typeof pause.afterStart !== 'number', {
    message: 'Send startsAt or afterStart',
    path: ['afterStart'],
  });
export type ShiftBreakInput = z.infer<typeof ShiftBreakInput>;

/** Why somebody plans over a warning. Some rules ask for it; it is noted either way. */
export const OverrideInput = z.strictObject({ reason: Notes.min(1) }).meta({ id: 'OverrideInput' });

const times = {
  /** An instant, or a wall-clock time in the location's zone. */
  startsAt: Moment,
  endsAt: Moment,
  startsAtFold: Fold.optional(),
  endsAtFold: Fold.optional(),
};

/** `employeeId: null` makes an open shift. `breaks` left out: none. */
export const CreateShiftSchema = z
  .strictObject({
    id: Id.optional(),
    departmentId: Id,
    positionId: Id.nullish(),
    employeeId: Id.nullish(),
    ...times,
    notes: Notes.nullish(),
    breaks: z.array(ShiftBreakInput).max(10).optional(),
    override: OverrideInput.optional(),
  })
  .meta({ id: 'CreateShift' });
export type CreateShift = z.infer<typeof CreateShiftSchema>;

/** What is left out stays as it is. Moving is changing `employeeId` and times; both times travel together. */
export const UpdateShiftSchema = z
  .strictObject({
    departmentId: Id.optional(),
    positionId: Id.nullish(),
    employeeId: Id.nullish(),
    startsAt: Moment.optional(),
    endsAt: Moment.optional(),
    startsAtFold: Fold.optional(),
    endsAtFold: Fold.optional(),
    notes: Notes.nullish(),
    breaks: z.array(ShiftBreakInput).max(10).optional(),
    override: OverrideInput.optional(),
  })
  .refine((shift) => (shift.startsAt === undefined) === (shift.endsAt === undefined), {
    message: 'Send startsAt and endsAt together',
    path: ['endsAt'],
  })
  .meta({ id: 'UpdateShift' });
export type UpdateShift = z.infer<typeof UpdateShiftSchema>;

/** Copies keep the wall-clock times, also over a DST night. `employeeId` left out: the same person; null: open. */
export const CopyShiftSchema = z
  .strictObject({
    id: Id.optional(),
    date: LocalDate,
    employeeId: Id.nullish(),
    override: OverrideInput.optional(),
  })
  .meta({ id: 'CopyShift' });
export type CopyShift = z.infer<typeof CopyShiftSchema>;

export const AssignShiftSchema = z
  .strictObject({ employeeId: Id.nullable(), override: OverrideInput.optional() })
  .meta({ id: 'AssignShift' });
export type AssignShift = z.infer<typeof AssignShiftSchema>;

export const ListShiftsQuerySchema = z
  .strictObject({
    ...DateRange.shape,
    locationId: Id.optional(),
    departmentId: Id.optional(),
    employeeId: Id.optional(),
    /** `open`: only shifts without a person. */
    open: z.enum(['true', 'false']).optional(),
    /** `working`: the plan with its drafts (managers' default). `published`: what employees see. */
    view: z.enum(['working', 'published']).optional(),
  })
  .refine(...withinMaxRange)
  .meta({ id: 'ListShiftsQuery', description: `Business days, both included, ${MAX_RANGE_DAYS} at most` });
export type ListShiftsQuery = z.infer<typeof ListShiftsQuerySchema>;

export const ShiftState = z.enum(SHIFT_STATES);
export type ShiftState = z.infer<typeof ShiftState>;

/** What employees see of a shift while the plan says something else. */
export const PublishedCopy = z
  .object({
    locationId: Id,
    departmentId: Id,
    positionId: Id.nullable(),
    employeeId: Id.nullable(),
    startsAt: Instant,
    endsAt: Instant,
    localDate: LocalDate,
    notes: z.string().nullable(),
    breaks: z.array(ShiftBreak),
  })
  .meta({ id: 'PublishedCopy' });
export type PublishedCopy = z.infer<typeof PublishedCopy>;

export const ShiftView = z
  .object({
    id: Id,
    scheduleId: Id,
    locationId: Id,
    departmentId: Id,
    positionId: Id.nullable(),
    employeeId: Id.nullable(),
    startsAt: Instant,
    endsAt: Instant,
    /** The business day: the day the shift starts on in `zone`. */
    localDate: LocalDate,
    zone: z.string(),
    /** Elapsed minutes, and those that are paid (without unpaid breaks). */
    minutes: Minutes,
    paidMinutes: Minutes,
    notes: z.string().nullable(),
    breaks: z.array(ShiftBreak),
    state: ShiftState,
    version: Version,
    publishedVersion: Version.nullable(),
    /** What employees see now; null when that is the same, or nothing. */
    published: PublishedCopy.nullable(),
    /** Who changed the plan last (null: the product, or not yours to know) and when. */
    changedBy: z.string().nullable(),
    changedAt: Instant,
    abilities: z.object({ update: z.boolean(), delete: z.boolean() }),
  })
  .meta({ id: 'Shift' });
export type ShiftView = z.infer<typeof ShiftView>;

export const ShiftList = z
  .object({
    data: z.array(ShiftView),
    meta: z.object({ count: z.int(), startDate: LocalDate, endDate: LocalDate }),
  })
  .meta({ id: 'ShiftList' });
export type ShiftList = z.infer<typeof ShiftList>;

/** A person or position as the schedule needs it, in one read beside the shifts. */
export const RosterEmployee = z.object({
  id: Id,
  name: z.string(),
  number: z.string().nullable(),
  status: z.enum(['active', 'invited', 'deactivated']),
  departmentIds: z.array(Id),
  positionIds: z.array(Id),
  contractedMinutesPerWeek: z.int().nullable(),
  contracts: z.array(z.object({ from: LocalDate, to: LocalDate.nullable() })),
  /** Hourly rates with their validity `[from, to)`, of one position or (null) of all; empty when the actor may not see pay. */
  rates: z.array(
    z.object({
      from: LocalDate,
      to: LocalDate.nullable(),
      hourlyMinor: Minor,
      positionId: Id.nullable().optional(),
    }),
  ),
});
export type RosterEmployee = z.infer<typeof RosterEmployee>;

export const RosterQuerySchema = z
  .strictObject({ locationId: Id, ...DateRange.shape })
  .refine(...withinMaxRange)
  .meta({ id: 'RosterQuery' });
export type RosterQuery = z.infer<typeof RosterQuerySchema>;

export const RosterView = z
  .object({
    location: z.object({
      id: Id,
      name: z.string(),
      zone: z.string(),
      currency: z.string(),
      weekStart: z.int(),
    }),
    /** The days of the range on which the location is closed, by date. */
    closedDays: z.array(z.object({ date: LocalDate, name: z.string().nullable() })),
    departments: z.array(z.object({ id: Id, name: z.string() })),
    positions: z.array(z.object({ id: Id, name: z.string(), color: Color, departmentId: Id.nullable() })),
    employees: z.array(RosterEmployee),
    abilities: z.object({ createShift: z.boolean(), publish: z.boolean(), seeCost: z.boolean() }),
  })
  .meta({ id: 'Roster' });
export type RosterView = z.infer<typeof RosterView>;
