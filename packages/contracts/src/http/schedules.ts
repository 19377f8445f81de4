import * as z from 'zod';
import {
  DateRange,
  type RangeCheck,
  Id,
  Instant,
  LocalDate,
  Version,
  daysInRange,
  listOf,
  withinMaxRange,
} from '../primitives.ts';
import { ShiftBreak } from './shifts.ts';

export const ScheduleState = z.enum(['draft', 'published']);

/** A planning period of one department, first and last day included. */
export const CreateScheduleSchema = z
  .strictObject({ departmentId: Id, ...DateRange.shape })
  .refine(...withinMaxRange)
  .meta({ id: 'CreateSchedule' });
export type CreateSchedule = z.infer<typeof CreateScheduleSchema>;

export const ListSchedulesQuerySchema = z
  .strictObject({ ...DateRange.shape, locationId: Id.optional(), departmentId: Id.optional() })
  .refine(...withinMaxRange)
  .meta({ id: 'ListSchedulesQuery' });
export type ListSchedulesQuery = z.infer<typeof ListSchedulesQuerySchema>;

export const ScheduleView = z
  .object({
    id: Id,
    locationId: Id,
    departmentId: Id,
    startDate: LocalDate,
    endDate: LocalDate,
    state: ScheduleState,
    publishedAt: Instant.nullable(),
    version: Version,
  })
  .meta({ id: 'Schedule' });
export type ScheduleView = z.infer<typeof ScheduleView>;
export const ScheduleList = listOf(ScheduleView).meta({ id: 'ScheduleList' });

/** Who is told: those whose shifts change, everybody on the schedule in that range, nobody, or those that are listed. */
export const NotifyScope = z.enum(['affected', 'all', 'none', 'listed']);
export type NotifyScope = z.infer<typeof NotifyScope>;

const scope = {
  locationId: Id,
  ...DateRange.shape,
  departmentIds: z.array(Id).max(100).optional(),
  /** Only these shifts, wherever they lie by now; left out: all in the range. */
  shiftIds: z.array(Id).min(1).max(2000).optional(),
};
const atMostAMonth: RangeCheck = [
  (range: DateRange) => daysInRange(range) >= 1 && daysInRange(range) <= 31,
  { message: 'Publish 31 days at most in one go', path: ['endDate'] },
];

/** `takeBack`: what taking back would take from whom, instead of what publishing would change. */
export const PublishPreviewSchema = z
  .strictObject({ ...scope, takeBack: z.boolean().optional() })
  .refine(...atMostAMonth)
  .meta({ id: 'PublishPreviewQuery' });
export type PublishPreviewQuery = z.infer<typeof PublishPreviewSchema>;
/** Whom to tell, with `notify: 'listed'` and only then. */
const notifyEmployeeIds = z.array(Id).min(1).max(2000).optional();
type Told = { notify?: z.infer<typeof NotifyScope> | undefined; notifyEmployeeIds?: unknown };
const listedOnly: [(told: Told) => boolean, { message: string; path: string[] }] = [
  (told) => (told.notify === 'listed') === (told.notifyEmployeeIds !== undefined),
  { message: "Goes with notify: 'listed', and only with it", path: ['notifyEmployeeIds'] },
];

export const PublishScheduleSchema = z
  .strictObject({ ...scope, notify: NotifyScope, notifyEmployeeIds })
  .refine(...atMostAMonth)
  .refine(...listedOnly)
  .meta({ id: 'PublishSchedule' });
export type PublishSchedule = z.infer<typeof PublishScheduleSchema>;
/** `notify` left out: those who had one of the shifts. */
export const UnpublishScheduleSchema = z
  .strictObject({ ...scope, notify: NotifyScope.optional(), notifyEmployeeIds })
  .refine(...atMostAMonth)
  .refine(...listedOnly)
  .meta({ id: 'UnpublishSchedule' });
export type UnpublishSchedule = z.infer<typeof UnpublishScheduleSchema>;

/** One side of a change: a shift as a person sees it. */
export const SeenShift = z
  .object({
    startsAt: Instant,
    endsAt: Instant,
    zone: z.string(),
    positionName: z.string().nullable(),
    departmentName: z.string(),
    locationName: z.string(),
    notes: z.string().nullable(),
    breaks: z.array(ShiftBreak),
  })
  .meta({ id: 'SeenShift' });
export type SeenShift = z.infer<typeof SeenShift>;

/** What one person sees change: null before = new to them, null after = taken away. */
export const ShiftChange = z
  .object({
    shiftId: Id,
    kind: z.enum(['added', 'changed', 'removed']),
    before: SeenShift.nullable(),
    after: SeenShift.nullable(),
    /** The same as a line to read: `Mon 1 Dec, 09:00–17:00 → Tue 2 Dec, 10:00–18:00`. */
    words: z.string(),
  })
  .meta({ id: 'ShiftChange' });
export type ShiftChange = z.infer<typeof ShiftChange>;

export const PublishPreview = z
  .object({
    added: z.int(),
    changed: z.int(),
    removed: z.int(),
    /** One entry a person whose view changes; employeeId null: open shifts. */
    people: z.array(z.object({ employeeId: Id.nullable(), name: z.string(), changes: z.array(ShiftChange) })),
  })
  .meta({ id: 'PublishPreview' });
export type PublishPreview = z.infer<typeof PublishPreview>;

export const PublishResult = z
  .object({ published: z.int(), removed: z.int(), notified: z.int(), publishedAt: Instant })
  .meta({ id: 'PublishResult' });
export type PublishResult = z.infer<typeof PublishResult>;
export const UnpublishResult = z
  .object({ unpublished: z.int(), notified: z.int() })
  .meta({ id: 'UnpublishResult' });
export type UnpublishResult = z.infer<typeof UnpublishResult>;
