import { EVENTS, type DomainEvent, type EventPayload, type EventType } from '@vaktplan/contracts/events';
import { room, type Signal, type SignalName } from '@vaktplan/contracts/socket';

/** One socket message: to everybody in any of the rooms, each once. */
export type Emission = { name: SignalName; rooms: string[]; signal: Signal<SignalName> };

/** What each event says on the sockets, and who may hear it. Rooms follow from the event, never from a client. */
const signals: { [T in EventType]: (payload: EventPayload<T>) => Emission[] } = {
  'organization.created': () => [],
  'organization.updated': () => [],
  'location.changed': () => [],
  'employee.created': () => [],
  'employee.updated': () => [],
  'employee.invited': () => [],
  'employee.joined': () => [],
  'employee.deactivated': () => [],
  'shift.created': (shift) => [draftChanged('shift:created', shift)],
  'shift.updated': (shift) => [draftChanged('shift:updated', shift)],
  'shift.deleted': (shift) => [draftChanged('shift:deleted', shift)],
  'schedule.published': (publication) => [publicationChanged(publication)],
  'schedule.unpublished': (publication) => [publicationChanged(publication)],
  'budget.changed': ({ locationId, startDate, endDate }) => [
    emission('budget:updated', [room.location(locationId)], { locationId, startDate, endDate }),
  ],
  'calendarFeed.changed': () => [],
  'job.replayAsked': () => [],
  'queueBoard.opened': () => [],
  'shiftTemplate.saved': () => [],
  'shiftTemplate.deleted': () => [],
  'timePolicy.started': () => [],
  'timeEntry.started': (entry) => [entryChanged(entry)],
  'timeEntry.updated': (entry) => [entryChanged(entry)],
  'timeEntry.completed': (entry) => [entryChanged(entry)],
  'timeEntry.removed': (entry) => [entryChanged(entry)],
  'kiosk.created': () => [],
  'kiosk.updated': () => [],
  'kiosk.enrolled': () => [],
  'kiosk.revoked': () => [],
  'kiosk.punchRefused': () => [],
  'employee.pinChanged': () => [],
  'file.stored': () => [],
  'file.removed': () => [],
  'timesheet.changed': ({ timesheetId: id, employeeId, locationIds }) => [
    emission('timesheet:changed', [...locationIds.map(room.location), room.employee(employeeId)], {
      id,
      employeeId,
    }),
  ],
  'payPeriod.changed': ({ organizationId, payPeriodId: id }) => [
    emission('timesheet:changed', [room.organization(organizationId)], {
      id,
      employeeId: null,
    }),
  ],
  'correction.proposed': (correction) => [correctionChanged(correction)],
  'correction.decided': (correction) => [correctionChanged(correction)],
  'timesheetSettings.updated': () => [],
  'action.refused': () => [],
  'notification.created': ({ notificationId, userId }) => [
    emission('notification:new', [room.user(userId)], { id: notificationId }),
  ],
};

/** The signals of one event. @throws ZodError when its payload is not what its type says */
export function signalsOf(event: DomainEvent): Emission[] {
  return signalsOfType(event.eventType, event.payload);
}

const signalsOfType = <T extends EventType>(type: T, payload: unknown): Emission[] =>
  signals[type](EVENTS[type].parse(payload) as EventPayload<T>);

const emission = <N extends SignalName>(name: N, rooms: string[], signal: Signal<N>): Emission => ({
  name,
  rooms,
  signal,
});

/** Drafts are for those who plan at the location; the employee hears of a shift when it is published. */
const draftChanged = (
  name: 'shift:created' | 'shift:updated' | 'shift:deleted',
  { shiftId, version, scheduleId, locationId, localDate }: EventPayload<'shift.updated'>,
): Emission =>
  emission(name, [room.location(locationId)], { id: shiftId, version, scheduleId, locationId, localDate });

const publicationChanged = (publication: EventPayload<'schedule.unpublished'>): Emission => {
  const { locationId, startDate, endDate, affectedEmployeeIds } = publication;
  const rooms = [room.location(locationId), ...affectedEmployeeIds.map(room.employee)];
  return emission('schedule:published', rooms, { locationId, startDate, endDate });
};

const correctionChanged = (correction: EventPayload<'correction.proposed'>): Emission => {
  const { correctionId: id, employeeId, locationId } = correction;
  return emission('timesheet:changed', [room.location(locationId), room.employee(employeeId)], {
    id,
    employeeId,
  });
};

const entryChanged = (entry: EventPayload<'timeEntry.removed'>): Emission => {
  const { timeEntryId: id, version, employeeId, locationId } = entry;
  const rooms = [room.location(locationId), room.employee(employeeId)];
  return emission('time-entry:updated', rooms, { id, version, employeeId, locationId });
};
