import { sql } from 'drizzle-orm';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { Role } from '@vaktplan/contracts/permissions';
import type { Ctx, UserActor } from '@vaktplan/core/context/ctx';
import type { Database, Tx } from '@vaktplan/db/database';
import * as schema from '@vaktplan/db/schema';

type Scope = { locationId?: string; departmentId?: string };

/** Rows for a test, with sensible answers for everything a test does not care about. */
export type Make = ReturnType<typeof createMake>;

/** `orgId` is the organisation all rows go to; `ownerUrl` is needed for logins, which the app role may not write. */
export function createMake(db: Database, orgId: string, ownerUrl: string) {
  const write = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => db.transaction(orgId, work);
  const own = { organizationId: orgId };

  const make = {
    async organization(values: Partial<typeof schema.organizations.$inferInsert> = {}): Promise<void> {
      await write((tx) =>
        tx
          .insert(schema.organizations)
          .values({ id: orgId, name: 'Café Nord', zone: 'Europe/Copenhagen', currency: 'DKK', ...values }),
      );
    },
    async location(values: Partial<typeof schema.locations.$inferInsert> = {}): Promise<string> {
      const id = uuidv7();
      await write((tx) =>
        tx
          .insert(schema.locations)
          .values({ ...own, id, name: `Location ${id.slice(-6)}`, zone: 'Europe/Copenhagen', ...values }),
      );
      return id;
    },
    async department(locationId: string, name = `Department ${uuidv7().slice(-6)}`): Promise<string> {
      const id = uuidv7();
      await write((tx) => tx.insert(schema.departments).values({ ...own, id, locationId, name }));
      return id;
    },
    async position(
      departmentId: string | null = null,
      name = `Position ${uuidv7().slice(-6)}`,
    ): Promise<string> {
      const id = uuidv7();
      await write((tx) =>
        tx.insert(schema.positions).values({ ...own, id, departmentId, name, color: '#3366ff' }),
      );
      return id;
    },
    /** An active employee of the department with an open-ended contract and a rate from 2020 on. */
    async employee(
      departmentId: string,
      values: Partial<typeof schema.employees.$inferInsert> & {
        positionIds?: string[];
        contract?: string | null;
        hourlyMinor?: number;
      } = {},
    ): Promise<string> {
      const id = uuidv7();
      const { positionIds = [], contract = '[2020-01-01,)', hourlyMinor = 15_000, ...row } = values;
      await write(async (tx) => {
        await tx.insert(schema.employees).values({
          ...own,
          id,
          name: `Person ${id.slice(-6)}`,
          email: `${id.slice(-12)}@example.test`,
          ...row,
        });
        await tx.insert(schema.employeeDepartments).values({ ...own, employeeId: id, departmentId });
        for (const positionId of positionIds)
          await tx.insert(schema.employeePositions).values({ ...own, employeeId: id, positionId });
        if (contract)
          await tx
            .insert(schema.employmentContracts)
            .values({ ...own, employeeId: id, valid: contract, minutesPerWeek: 37 * 60 });
        await tx
          .insert(schema.payRates)
          .values({ ...own, employeeId: id, hourlyMinor, valid: sql`'[2020-01-01,)'::daterange` as never });
      });
      return id;
    },
    /** A login with a membership and one role; linked to `employeeId` when given. */
    async user(role: Role = 'owner', options: Scope & { employeeId?: string } = {}): Promise<UserActor> {
      const userId = uuidv7();
      const owner = new pg.Client({ connectionString: ownerUrl });
      await owner.connect();
      await owner.query('insert into users (id, name, email, email_verified) values ($1, $2, $3, true)', [
        userId,
        `User ${userId.slice(-6)}`,
        `${userId.slice(-12)}@user.test`,
      ]);
      await owner.end();
      const grant = {
        role,
        locationId: options.locationId ?? null,
        departmentId: options.departmentId ?? null,
      };
      await write(async (tx) => {
        const membershipId = uuidv7();
        await tx.insert(schema.memberships).values({ ...own, id: membershipId, userId });
        await tx.insert(schema.roleAssignments).values({ ...own, membershipId, ...grant });
        if (options.employeeId) {
          await tx
            .update(schema.employees)
            .set({ userId })
            .where(sql`${schema.employees.id} = ${options.employeeId}`);
        }
      });
      return { kind: 'user', userId, employeeId: options.employeeId ?? null, grants: [grant] };
    },
    /** The same context for another actor. */
    as: (ctx: Ctx, actor: UserActor): Ctx => ({ ...ctx, actor }),
  };
  return make;
}
