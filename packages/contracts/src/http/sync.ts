import * as z from 'zod';
import { Permission } from '../permissions.ts';
import { Color, Id, Instant, LocalDate, MAX_PAGE, Minutes, Version } from '../primitives.ts';
import { MeView } from './me.ts';
import { NotificationSettings } from './notification-settings.ts';
import { NotificationView } from './notifications.ts';
import { AdjustmentView, CorrectionView } from './timesheet-corrections.ts';
import { SheetState, TimesheetLine } from './timesheets.ts';

// What a phone keeps of its person, to be read without a connection. Every item has its kind and id; an item that comes
// again replaces the one before, a tombstone takes it away.

/** A published shift: one's own, or (`open`) one that nobody has yet in a department of one's own. */
export const SyncShift = z
  .object({
    id: Id,
    version: Version,
    open: z.boolean(),
    localDate: LocalDate,
    zone: z.string(),
    startsAt: Instant,
    endsAt: Instant,
    /** All planned breaks together, paid and unpaid. */
    breakMinutes: Minutes,
    locationId: Id,
    locationName: z.string(),
    departmentId: Id,
    departmentName: z.string(),
    positionId: Id.nullable(),
    positionName: z.string().nullable(),
    positionColor: Color.nullable(),
    notes: z.string().nullable(),
    publishedAt: Instant,
  })
  .meta({ id: 'SyncShift' });
export type SyncShift = z.infer<typeof SyncShift>;

/** Who is at work at the same place while one is; of the next week. The id is that of their shift. */
export const SyncColleague = z
  .object({
    shiftId: Id,
    employeeId: Id,
    name: z.string(),
    positionName: z.string().nullable(),
    localDate: LocalDate,
    locationId: Id,
    departmentId: Id,
    startsAt: Instant,
    endsAt: Instant,
  })
  .meta({ id: 'SyncColleague' });
export type SyncColleague = z.infer<typeof SyncColleague>;

/** A pay period of one's own hours; the id is the period's. */
export const SyncTimesheet = z
  .object({
    id: Id,
    startDate: LocalDate,
    endDate: LocalDate,
    periodState: z.enum(['open', 'closed', 'locked']),
    state: SheetState,
    totals: z.object({
      entries: z.int(),
      approvedEntries: z.int(),
      countedMinutes: Minutes,
      breakMinutes: Minutes,
      adjustmentMinutes: z.int(),
    }),
    adjustments: z.array(AdjustmentView),
    submittedAt: Instant.nullable(),
    approvedAt: Instant.nullable(),
    abilities: z.object({ submit: z.boolean() }),
  })
  .meta({ id: 'SyncTimesheet' });
export type SyncTimesheet = z.infer<typeof SyncTimesheet>;

/** A place where one works, and what a punch from the phone needs there. */
export const SyncLocation = z
  .object({
    id: Id,
    name: z.string(),
    zone: z.string(),
    address: z.string().nullable(),
    geofence: z.object({ latitude: z.number(), longitude: z.number(), radiusMeters: z.int() }).nullable(),
    punch: z.object({
      /** May one punch from a phone there? */
      mobile: z.boolean(),
      asksPosition: z.boolean(),
      asksPhoto: z.boolean(),
      /** What happens without a position, outside of the circle, and how old a position may be. */
      positionMissing: z.enum(['off', 'flag', 'block']),
      outside: z.enum(['off', 'flag', 'block']),
      maxAgeSeconds: z.int(),
    }),
  })
  .meta({ id: 'SyncLocation' });
export type SyncLocation = z.infer<typeof SyncLocation>;

/** Who is signed in here; the id is the user's. */
export const SyncProfile = z
  .object({
    userId: z.string(),
    employee: z
      .object({
        id: Id,
        name: z.string(),
        email: z.string().nullable(),
        phone: z.string().nullable(),
        number: z.string().nullable(),
        departments: z.array(z.object({ id: Id, name: z.string(), locationId: Id })),
      })
      .nullable(),
    organization: MeView.shape.organization,
    permissions: z.array(Permission),
    settings: NotificationSettings,
  })
  .meta({ id: 'SyncProfile' });
export type SyncProfile = z.infer<typeof SyncProfile>;

/** In the order in which a page tells of them. */
export const SYNC_KINDS = [
  'profile',
  'location',
  'shift',
  'time_entry',
  'timesheet',
  'correction',
  'notification',
  'colleague',
] as const;
export const SyncKind = z.enum(SYNC_KINDS);
export type SyncKind = z.infer<typeof SyncKind>;

const change = <K extends SyncKind, Item extends z.ZodType>(kind: K, item: Item) =>
  z.object({ kind: z.literal(kind), id: Id, item });

export const SyncChange = z
  .discriminatedUnion('kind', [
    change('profile', SyncProfile),
    change('location', SyncLocation),
    change('shift', SyncShift),
    /** One's own entry as the timesheet has it; without an end it goes on, on a break when its last break has no end. */
    change('time_entry', TimesheetLine),
    change('timesheet', SyncTimesheet),
    change('correction', CorrectionView),
    change('notification', NotificationView),
    change('colleague', SyncColleague),
    /** Gone, or no longer for this person. */
    z.object({ kind: z.literal('tombstone'), of: SyncKind, id: Id }),
  ])
  .meta({ id: 'SyncChange' });
export type SyncChange = z.infer<typeof SyncChange>;
export type SyncItem = Exclude<SyncChange, { kind: 'tombstone' }>;

/** No cursor: everything from the start. */
export const SyncQuerySchema = z
  .strictObject({
    cursor: z.string().max(400).optional(),
    limit: z.coerce.number().int().min(1).max(MAX_PAGE).optional(),
  })
  .meta({ id: 'SyncQuery' });
export type SyncQuery = z.infer<typeof SyncQuerySchema>;

/**
 * `reset`: forget what you hold, this is a new copy (no cursor, or one that is too old or not yours). `more`: ask again with
 * the cursor at once; until then what one holds is not yet whole. A cursor names what its reader has been told, not a moment:
 * asked with it again, the answer tells everything that is otherwise now.
 */
export const SyncPage = z
  .object({ changes: z.array(SyncChange), cursor: z.string(), more: z.boolean(), reset: z.boolean() })
  .meta({ id: 'SyncPage' });
export type SyncPage = z.infer<typeof SyncPage>;

export const TimeView = z.object({ serverTime: Instant }).meta({ id: 'Time' });
export type TimeView = z.infer<typeof TimeView>;
