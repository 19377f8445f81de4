import type { Temporal } from 'temporal-polyfill';
import type { RoleGrant } from '@vaktplan/contracts/permissions';
import type { Database } from '@vaktplan/db/database';
import type { Logger } from '@vaktplan/platform/logger';
import type { Ctx } from '../context/ctx.ts';

/** What a seed is given: the app role's database, the auth role's pool, and the moment it is for. */
export type SeedParts = {
  db: Database;
  authPool: Database['pool'];
  log: Logger;
  now: Temporal.Instant;
  /** That of the API, so that the demo's PINs are good there; without it there are none. */
  pinSecret?: string | undefined;
};

/** A clock that stands where the story is. */
export class SeedClock {
  private at: Temporal.Instant;
  constructor(at: Temporal.Instant) {
    this.at = at;
  }
  now = (): Temporal.Instant => this.at;
  set(at: Temporal.Instant): void {
    this.at = at;
  }
}

export const OWNER_GRANT: RoleGrant = { role: 'owner', locationId: null, departmentId: null };
const EMPLOYEE_GRANT: RoleGrant = { role: 'employee', locationId: null, departmentId: null };

/** The same context with somebody at the clock; who has no login punches at the kiosk of `userId`. */
export const atTheClock = (ctx: Ctx, employeeId: string, userId: string): Ctx => ({
  ...ctx,
  actor: { kind: 'user', userId, employeeId, grants: [EMPLOYEE_GRANT] },
});
