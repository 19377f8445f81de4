import { eq, sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '@vaktplan/core/context/ctx';
import * as schema from '@vaktplan/db/schema';
import type { Make } from './make.ts';

export type Clocker = { as: Ctx; employeeId: string; departmentId: string; locationId: string };

/** Somebody who may clock in: a login with the employee role, an employee of the department (made when left out). */
export async function makeClocker(
  ctx: Ctx,
  make: Make,
  options: { departmentId?: string; zone?: string; name?: string } = {},
): Promise<Clocker> {
  const departmentId =
    options.departmentId ??
    (await make.department(await make.location(options.zone ? { zone: options.zone } : {})));
  const [department] = await rowsOf(ctx, 'select location_id from departments where id = $1', [departmentId]);
  const employeeId = await make.employee(departmentId, options.name ? { name: options.name } : {});
  const actor = await make.user('employee', { employeeId });
  return {
    as: make.as(ctx, actor),
    employeeId,
    departmentId,
    locationId: department?.location_id as string,
  };
}

/** Rows of the organisation, as they lie in the database. */
export async function rowsOf(
  ctx: Ctx,
  text: string,
  values: unknown[] = [],
): Promise<Record<string, unknown>[]> {
  return ctx.db.transaction(ctx.orgId, async (tx) => {
    const found = await tx.$client.query<Record<string, unknown>>(text, values);
    return found.rows;
  });
}

type NewShift = {
  departmentId: string;
  employeeId?: string | null;
  positionId?: string | null;
  startsAt: string;
  endsAt: string;
  /** Minutes of one unpaid break, as published. */
  unpaidMinutes?: number;
  /** False: a draft that employees do not see. */
  published?: boolean;
};

/** A shift of the department, published unless told otherwise. Its day follows from the location's zone. */
export async function makeShift(ctx: Ctx, shift: NewShift): Promise<string> {
  const own = { organizationId: ctx.orgId };
  const { departmentId, published = true, unpaidMinutes, ...rest } = shift;
  const id = uuidv7();
  await ctx.db.transaction(ctx.orgId, async (tx) => {
    const [place] = await tx
      .select({ locationId: schema.locations.id, zone: schema.locations.zone })
      .from(schema.departments)
      .innerJoin(schema.locations, eq(schema.locations.id, schema.departments.locationId))
      .where(eq(schema.departments.id, departmentId));
    if (!place) throw new Error('no such department');
    const localDate = Temporal.Instant.from(shift.startsAt)
      .toZonedDateTimeISO(place.zone)
      .toPlainDate()
      .toString();
    const period = `[${localDate},${localDate}]`;
    const scheduleId = uuidv7();
    const [made] = await tx
      .insert(schema.schedules)
      .values({ ...own, id: scheduleId, locationId: place.locationId, departmentId, period })
      .onConflictDoNothing()
      .returning({ id: schema.schedules.id });
    const [covering] = made
      ? [made]
      : await tx
          .select({ id: schema.schedules.id })
          .from(schema.schedules)
          .where(sql`department_id = ${departmentId} and period @> ${localDate}::date`);
    const row = {
      ...own,
      scheduleId: covering?.id as string,
      departmentId,
      localDate,
      employeeId: null,
      positionId: null,
      ...place,
      ...rest,
    };
    await tx.insert(schema.shifts).values({ ...row, id });
    if (!published) return;
    const publicationId = uuidv7();
    await tx.insert(schema.shiftPublications).values({
      ...row,
      id: publicationId,
      publicationId: uuidv7(),
      shiftId: id,
      kind: 'published',
      version: 1,
      breaks: unpaidMinutes ? [{ minutes: unpaidMinutes, paid: false, startsAt: null }] : [],
      publishedAt: ctx.now().toString(),
    });
    await tx
      .update(schema.shifts)
      .set({ publicationId, publishedVersion: 1 })
      .where(eq(schema.shifts.id, id));
  });
  return id;
}
