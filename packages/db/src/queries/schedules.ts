import type { Database, Tx } from '../database.ts';
import { schedules } from '../schema.ts';

/** `endDate` is the last day. */
export type ScheduleRow = {
  id: string;
  locationId: string;
  departmentId: string;
  startDate: string;
  endDate: string;
  state: 'draft' | 'published';
  publishedAt: string | null;
  version: number;
};

/** Schedules that touch the days from `startDate` to `endDate`, by first day; 2,000 at most. */
export async function listScheduleRows(
  db: Database,
  orgId: string,
  asked: { startDate: string; endDate: string; locationId?: string; departmentId?: string },
): Promise<ScheduleRow[]> {
  const [rows] = await db.read(orgId, [
    {
      name: 'schedules_list',
      text: `select id, location_id as "locationId", department_id as "departmentId", lower(period) as "startDate",
               (upper(period) - 1) as "endDate", state, published_at as "publishedAt", version
             from schedules where organization_id = $1 and period && daterange($2, $3, '[]')
               and ($4::uuid is null or location_id = $4) and ($5::uuid is null or department_id = $5)
             order by lower(period), department_id limit 2000`,
      values: [orgId, asked.startDate, asked.endDate, asked.locationId ?? null, asked.departmentId ?? null],
    },
  ]);
  return rows as ScheduleRow[];
}

type NewSchedule = Pick<ScheduleRow, 'id' | 'locationId' | 'departmentId' | 'startDate' | 'endDate'>;

/** A draft. Postgres refuses a period that overlaps another of the department. */
export async function insertSchedule(tx: Tx, orgId: string, schedule: NewSchedule): Promise<void> {
  const { startDate, endDate, ...row } = schedule;
  await tx.insert(schedules).values({ organizationId: orgId, ...row, period: `[${startDate},${endDate}]` });
}
