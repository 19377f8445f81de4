import * as z from 'zod';
import { Id, LocalDate } from './primitives.ts';

const shiftFacts = z.object({
  shiftId: Id,
  scheduleId: Id,
  locationId: Id,
  departmentId: Id,
  employeeId: Id.nullable(),
  /** Who had it before, on a move. */
  previousEmployeeId: Id.nullable().optional(),
  localDate: LocalDate,
  version: z.int(),
});
const employeeFacts = z.object({ employeeId: Id });
const kioskFacts = z.object({ kioskId: Id, locationId: Id });
const correctionFacts = z.object({ correctionId: Id, employeeId: Id, locationId: Id, localDate: LocalDate });
const punchFacts = z.object({
  timeEntryId: Id,
  punchId: Id,
  employeeId: Id,
  locationId: Id,
  state: z.enum(['open', 'on_break', 'complete']),
  version: z.int(),
});

/**
 * Every event: past tense, ids and facts, no entities. Fields are only ever added, as optional
 * (two versions of the product run at once during a deploy).
 */
export const EVENTS = {
  'organization.created': z.object({ organizationId: Id }),
  'organization.updated': z.object({ organizationId: Id }),
  'location.changed': z.object({ locationId: Id }),
  'employee.created': employeeFacts,
  'employee.updated': employeeFacts,
  'employee.invited': employeeFacts.extend({ invitationId: Id }),
  'employee.joined': employeeFacts,
  'employee.deactivated': employeeFacts,
  'shift.created': shiftFacts,
  'shift.updated': shiftFacts,
  'shift.deleted': shiftFacts,
  /** One event a publication, however many shifts. `employees` are those whose view changed and who are to be told. */
  'schedule.published': z.object({
    publicationId: Id,
    locationId: Id,
    startDate: LocalDate,
    endDate: LocalDate,
    shiftIds: z.array(Id),
    /** Everybody whose screen has to look again. */
    affectedEmployeeIds: z.array(Id),
    /** Those to notify, by the manager's choice. */
    notifyEmployeeIds: z.array(Id),
  }),
  'schedule.unpublished': z.object({
    publicationId: Id,
    locationId: Id,
    startDate: LocalDate,
    endDate: LocalDate,
    shiftIds: z.array(Id),
    affectedEmployeeIds: z.array(Id),
    /** Those to notify, by the manager's choice; left out: all who are affected. */
    notifyEmployeeIds: z.array(Id).optional(),
  }),
  /** Forecasts or revenue of some of these days. */
  'budget.changed': z.object({ locationId: Id, startDate: LocalDate, endDate: LocalDate }),
  /** Made, renewed or revoked; the token is nowhere in it. */
  'calendarFeed.changed': z.object({ feedId: Id, revoked: z.boolean() }),
  'shiftTemplate.saved': z.object({ templateId: Id, locationId: Id }),
  'shiftTemplate.deleted': z.object({ templateId: Id, locationId: Id }),
  'timeEntry.started': punchFacts,
  'timeEntry.updated': punchFacts,
  'timeEntry.completed': punchFacts,
  'timePolicy.started': z.object({ policyId: Id, locationId: Id.nullable(), from: LocalDate }),
  /** Its punches make no entry of its own any more. */
  'timeEntry.removed': z.object({ timeEntryId: Id, employeeId: Id, locationId: Id, version: z.int() }),
  'kiosk.created': kioskFacts,
  'kiosk.updated': kioskFacts,
  'kiosk.enrolled': kioskFacts,
  'kiosk.revoked': kioskFacts,
  /** A tap whose PIN was typed without a connection and turned out wrong: nothing was recorded. */
  'kiosk.punchRefused': kioskFacts.extend({ punchId: Id, employeeId: Id.nullable(), reason: z.string() }),
  'employee.pinChanged': employeeFacts,
  'file.stored': z.object({ fileId: Id, employeeId: Id, locationId: Id }),
  'file.removed': z.object({ fileId: Id, employeeId: Id, locationId: Id }),
  /** Entries of one person's pay period were decided about, or its totals changed. */
  'timesheet.changed': z.object({
    timesheetId: Id,
    payPeriodId: Id,
    employeeId: Id,
    locationIds: z.array(Id),
    entryIds: z.array(Id),
    decision: z.string(),
  }),
  'payPeriod.changed': z.object({
    organizationId: Id,
    payPeriodId: Id,
    startDate: LocalDate,
    endDate: LocalDate,
    state: z.string(),
  }),
  'correction.proposed': correctionFacts,
  'correction.decided': correctionFacts.extend({ state: z.enum(['accepted', 'declined', 'withdrawn']) }),
  'timesheetSettings.updated': z.object({ organizationId: Id }),
  /**
   * Somebody asked for what is not theirs to do, or cannot be (see isWorthNoting). `action`: route or verb; `subjectId`: what or
   * whom it was about; `last`: further ones of this actor are not written down for an hour.
   */
  'action.refused': z.object({
    action: z.string(),
    code: z.string(),
    subjectId: Id.nullable(),
    last: z.boolean(),
  }),
  /** Somebody asked that a job which was given up be tried again. Written before it is. */
  'job.replayAsked': z.object({ queue: z.string(), jobId: z.string(), job: z.string() }),
  /** An operator went to the board of all tenants' queues. */
  'queueBoard.opened': z.object({ organizationId: Id }),
  'notification.created': z.object({ notificationId: Id, userId: z.string() }),
} as const;

export type EventType = keyof typeof EVENTS;
export type EventPayload<T extends EventType> = z.infer<(typeof EVENTS)[T]>;
export const EVENT_TYPES = Object.keys(EVENTS) as EventType[];

/** The document's event, as it lies in `events` and travels on Redis. */
export const DomainEvent = z.object({
  eventId: Id,
  eventType: z.enum(EVENT_TYPES as [EventType, ...EventType[]]),
  aggregateId: z.string(),
  aggregateType: z.string(),
  organizationId: Id,
  payload: z.record(z.string(), z.unknown()),
  metadata: z.object({
    userId: z.string().nullable().optional(),
    timestamp: z.iso.datetime({ offset: true }),
    version: z.int(),
    correlationId: z.string().optional(),
    /** The span that caused it, in W3C's form, where traces are on. */
    traceparent: z.string().optional(),
  }),
});
export type DomainEvent = z.infer<typeof DomainEvent>;
