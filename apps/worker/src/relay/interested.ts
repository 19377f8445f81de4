import { EVENTS, type DomainEvent, type EventPayload, type EventType } from '@vaktplan/contracts/events';
import type { Carried } from './event-spans.ts';
import { JOBS, type JobName, type JobPayload, type QueueName } from '@vaktplan/contracts/jobs';

/** A job that an event asks for; `jobId` keeps a repeated event from asking twice. */
export type WantedJob = {
  queue: QueueName;
  name: JobName;
  data: JobPayload<JobName> & Carried;
  opts: { jobId: string };
};

type Asked = { [N in JobName]: { name: N; data: JobPayload<N> } }[JobName];
type Source = { eventId: string; organizationId: string };

/** Which jobs each event starts: one per interested handler, so that a failing one does not repeat the others. */
const interested: { [T in EventType]?: (source: Source, payload: EventPayload<T>) => Asked[] } = {
  'organization.created': ({ organizationId }) => [{ name: 'sync-schedulers', data: { organizationId } }],
  'organization.updated': ({ organizationId }) => [{ name: 'sync-schedulers', data: { organizationId } }],
  'employee.invited': (source, { employeeId, invitationId }) => [
    { name: 'send-invitation', data: { ...source, employeeId, invitationId } },
  ],
  'notification.created': ({ organizationId }, { notificationId, userId }) => [
    { name: 'send-push', data: { organizationId, notificationId, userId } },
  ],
  'schedule.published': (source) => ofPublication(source),
  'schedule.unpublished': (source) => ofPublication(source),
  // while it stood, the plan may have changed
  'timesheet.changed': (source, { decision }) =>
    decision === 'reopened' || decision === 'unlocked' ? [{ name: 'rejudge-hours', data: source }] : [],
};

const ofPublication = (data: Source): Asked[] => [
  { name: 'notify-publication', data },
  { name: 'rejudge-hours', data },
];

/** The jobs of one event. @throws ZodError when its payload is not what its type says */
export function jobsOf(event: DomainEvent, carried: Carried = {}): WantedJob[] {
  const { eventId, organizationId } = event;
  return askedBy(event.eventType, { eventId, organizationId }, event.payload).map((asked) => ({
    ...asked,
    data: { ...asked.data, ...carried },
    queue: JOBS[asked.name].queue,
    opts: { jobId: `${eventId}-${asked.name}` },
  }));
}

const askedBy = <T extends EventType>(type: T, source: Source, payload: unknown): Asked[] =>
  interested[type]?.(source, EVENTS[type].parse(payload) as EventPayload<T>) ?? [];
