import type { Temporal } from 'temporal-polyfill';
import type { KioskIdentification } from '@vaktplan/contracts/http/kiosk';
import type { RoleGrant } from '@vaktplan/contracts/permissions';
import type { Database } from '@vaktplan/db/database';
import type { Logger } from '@vaktplan/platform/logger';

/** A signed-in person inside one organisation. */
export type UserActor = {
  kind: 'user';
  userId: string;
  /** The employee this login belongs to, if any. */
  employeeId: string | null;
  grants: readonly RoleGrant[];
};
/** A shared tablet at a location. It holds no role, so it may do nothing that a permission guards: only what kiosk verbs do. */
export type KioskActor = {
  kind: 'kiosk';
  deviceId: string;
  locationId: string;
  /** Whose people it is for; empty: everybody of the location. */
  departmentIds: readonly string[];
  identification: KioskIdentification;
  unscheduled: boolean;
  /** It is nobody. */
  employeeId: null;
  grants: readonly [];
};
/** The product itself: jobs and seeds. Allowed everything inside the organisation it works for. */
export type SystemActor = { kind: 'system'; name: string };
export type Actor = UserActor | SystemActor | KioskActor;

/** How an HTTP request asked to be answered once only. */
export type Idempotency = { key: string; route: string; bodyHash: string };

/** What every verb is given. `now` is the only clock. */
export type Ctx = {
  db: Database;
  orgId: string;
  actor: Actor;
  now: () => Temporal.Instant;
  log: Logger;
  correlationId?: string;
  /** The span that this is part of, in W3C's form, where traces are on. */
  traceparent?: string | undefined;
  idempotency?: Idempotency;
  /** Called after a commit that appended events; wakes the relay. Losing it costs a second, never an event. */
  nudge?: () => void;
};

/** Who is written down as the one who did it; null for the product itself. */
export const userIdOf = (actor: Actor): string | null => (actor.kind === 'user' ? actor.userId : null);
