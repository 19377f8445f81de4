import * as z from 'zod';
import type { PresenceToClient } from './presence.ts';
import { Id, LocalDate } from './primitives.ts';

/**
 * What the socket says: "look again". Ids and versions, never an entity, so no permission can leak by push;
 * the client refetches what it shows. Names are the document's.
 */
const shiftSignal = z.object({
  id: Id,
  version: z.int(),
  scheduleId: Id,
  locationId: Id,
  localDate: LocalDate,
});
export const SIGNALS = {
  'shift:created': shiftSignal,
  'shift:updated': shiftSignal,
  'shift:deleted': shiftSignal,
  /** A publication: many shifts at once, one signal. */
  'schedule:published': z.object({ locationId: Id, startDate: LocalDate, endDate: LocalDate }),
  'budget:updated': z.object({ locationId: Id, startDate: LocalDate, endDate: LocalDate }),
  'time-entry:updated': z.object({ id: Id, version: z.int(), employeeId: Id, locationId: Id }),
  /** Decisions, corrections and locks: whoever shows timesheets looks again. */
  'timesheet:changed': z.object({ id: Id, employeeId: Id.nullable() }),
  'notification:new': z.object({ id: Id }),
  'user:online': z.object({ userId: z.string(), online: z.boolean() }),
} as const;
export type SignalName = keyof typeof SIGNALS;
export type Signal<N extends SignalName> = z.infer<(typeof SIGNALS)[N]>;
export type ServerToClient = { [N in SignalName]: (signal: Signal<N>) => void } & PresenceToClient;

/** Rooms come from the database, never from the client's words. */
export const room = {
  /** Those who may see drafts at a location. */
  location: (id: string) => `location:${id}`,
  employee: (id: string) => `employee:${id}`,
  user: (id: string) => `user:${id}`,
  organization: (id: string) => `org:${id}`,
  /** Those who have this week of a location open, perhaps among others: entered by saying so, from within the location's room. */
  week: (organizationId: string, locationId: string, startDate: string) =>
    `${WEEK}${organizationId}:${locationId}:${startDate}`,
};
const WEEK = 'week:';

/** The location whose room one must be in to stay in this one; undefined for rooms that stand by themselves. */
export const locationOfWeek = (name: string): string | undefined =>
  name.startsWith(WEEK) ? name.split(':')[2] : undefined;

/** Redis stream the adapter of every API and the relay share. */
export const SOCKET_STREAM = 'vaktplan:socket';
/** Redis channel that wakes the relay after a commit. */
export const RELAY_NUDGE = 'vaktplan:relay';
