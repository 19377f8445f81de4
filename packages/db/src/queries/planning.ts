import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../database.ts';
import { departments, locations, organizations, positions, schedules } from '../schema.ts';

export type DepartmentPlace = {
  departmentId: string;
  locationId: string;
  zone: string;
  weekStart: number;
  archived: boolean;
};

/** A department with what planning needs of its location and organisation. */
export async function findDepartmentPlace(
  tx: Tx,
  orgId: string,
  departmentId: string,
): Promise<DepartmentPlace | undefined> {
  const [row] = await tx
    .select({
      departmentId: departments.id,
      locationId: locations.id,
      zone: locations.zone,
      weekStart: organizations.weekStart,
      archived: sql<boolean>`${departments.archivedAt} is not null or ${locations.archivedAt} is not null`,
    })
    .from(departments)
    .innerJoin(
      locations,
      and(eq(locations.organizationId, departments.organizationId), eq(locations.id, departments.locationId)),
    )
    .innerJoin(organizations, eq(organizations.id, departments.organizationId))
    .where(and(eq(departments.organizationId, orgId), eq(departments.id, departmentId)));
  return row;
}

/** Where a position belongs (null: to the whole organisation) and whether it is still in use; undefined: there is none. */
export async function findPositionPlace(
  tx: Tx,
  orgId: string,
  positionId: string,
): Promise<{ locationId: string | null; archived: boolean } | undefined> {
  const [row] = await tx
    .select({
      locationId: departments.locationId,
      archived: sql<boolean>`${positions.archivedAt} is not null`,
    })
    .from(positions)
    .leftJoin(
      departments,
      and(
        eq(departments.organizationId, positions.organizationId),
        eq(departments.id, positions.departmentId),
      ),
    )
    .where(and(eq(positions.organizationId, orgId), eq(positions.id, positionId)));
  return row;
}

/** The schedule of the department that covers the day; made for the whole week when there is none. */
export async function ensureSchedule(
  tx: Tx,
  orgId: string,
  place: DepartmentPlace,
  localDate: string,
  week: { startDate: string; endDate: string },
): Promise<string> {
  const covering = () =>
    tx
      .select({ id: schedules.id })
      .from(schedules)
      .where(
        and(
          eq(schedules.organizationId, orgId),
          eq(schedules.departmentId, place.departmentId),
          sql`${schedules.period} @> ${localDate}::date`,
        ),
      );
  const [there] = await covering();
  if (there) return there.id;
  const values = { organizationId: orgId, locationId: place.locationId, departmentId: place.departmentId };
  // a neighbouring period may cut into this week: then the day alone gets its schedule
  for (const period of [`[${week.startDate},${week.endDate}]`, `[${localDate},${localDate}]`]) {
    const [made] = await tx
      .insert(schedules)
      .values({ ...values, period })
      .onConflictDoNothing()
      .returning({ id: schedules.id });
    if (made) return made.id;
    const [now] = await covering();
    if (now) return now.id;
  }
  throw new Error(`no schedule could be made for ${localDate}`);
}

/** One person's plan changes one after the other, and their leaving with it; two overlapping inserts would deadlock. */
export const lockEmployeePlan = (tx: Tx, employeeId: string): Promise<unknown> =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`shift:${employeeId}`}, 0))`);
