import * as z from 'zod';
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
export type ServerToClient = { [N in SignalName]: (signal: Signal<N>) => void };

/** Rooms come from the database, never from the client's words. */
export const room = {
  /** Those who may see drafts at a location. */
  location: (id: string) => `location:${id}`,
  employee: (id: string) => `employee:${id}`,
  user: (id: string) => `user:${id}`,
  organization: (id: string) => `org:${id}`,
};

/** Redis stream the adapter of every API and the relay share. */
export const SOCKET_STREAM = 'vaktplan:socket';
/** Redis channel that wakes the relay after a commit. */
export const RELAY_NUDGE = 'vaktplan:relay';
