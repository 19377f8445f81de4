import type { ListSchedulesQuery, ScheduleView } from '@vaktplan/contracts/http/schedules';
import { can } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';

/** Schedules that touch the range; drafts only where the actor may see drafts. */
export async function listSchedules(
  ctx: Ctx,
  query: ListSchedulesQuery,
): Promise<{ data: ScheduleView[]; meta: { count: number } }> {
  const [rows] = await ctx.db.read(ctx.orgId, [
    {
      name: 'schedules_list',
      text: `select id, location_id as "locationId", department_id as "departmentId", lower(period) as "startDate",
               (upper(period) - 1) as "endDate", state, published_at as "publishedAt", version
             from schedules where organization_id = $1 and period && daterange($2, $3, '[]')
               and ($4::uuid is null or location_id = $4) and ($5::uuid is null or department_id = $5)
             order by lower(period), department_id limit 2000`,
      values: [
        ctx.orgId,
        query.startDate,
        query.endDate,
        query.locationId ?? null,
        query.departmentId ?? null,
      ],
    },
  ]);
  const data = (rows as ScheduleView[]).filter(
    (schedule) => schedule.state === 'published' || can(ctx.actor, 'shift:read-draft', schedule),
  );
  return { data, meta: { count: data.length } };
}
