import type { ListSchedulesQuery, ScheduleView } from '@vaktplan/contracts/http/schedules';
import { listScheduleRows } from '@vaktplan/db/queries/schedules';
import { can } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';

/** Schedules that touch the range; drafts only where the actor may see drafts. */
export async function listSchedules(
  ctx: Ctx,
  query: ListSchedulesQuery,
): Promise<{ data: ScheduleView[]; meta: { count: number } }> {
  const rows = await listScheduleRows(ctx.db, ctx.orgId, query);
  const data = rows.filter(
    (schedule) => schedule.state === 'published' || can(ctx.actor, 'shift:read-draft', schedule),
  );
  return { data, meta: { count: data.length } };
}
