import { AppError } from '@vaktplan/contracts/errors';
import type { ListTimesheetLinesQuery, TimesheetLineList } from '@vaktplan/contracts/http/timesheets';
import { listLines, MAX_LINES } from '@vaktplan/db/queries/timesheet-lines';
import { canSomewhere } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';
import { permittedPlaces } from '../context/permitted-places.ts';
import { presentLine } from './line.presenter.ts';

/**
 * Entries to be approved, of a range of business days (62 at most), at the places where the actor may approve, by day,
 * name and start. Errors: forbidden, range_too_long (more than 5,000: narrow the range or choose a place).
 */
export async function listTimesheetLines(
  ctx: Ctx,
  query: ListTimesheetLinesQuery,
): Promise<TimesheetLineList> {
  if (!canSomewhere(ctx.actor, 'timesheet:approve')) throw new AppError('forbidden');
  const rows = await ctx.db.transaction(ctx.orgId, (tx) =>
    listLines(tx, ctx.orgId, {
      startDate: query.startDate,
      endDate: query.endDate,
      locationId: query.locationId ?? null,
      departmentId: query.departmentId ?? null,
      employeeId: query.employeeId ?? null,
      scope: permittedPlaces(ctx.actor, 'timesheet:approve'),
    }),
  );
  if (rows.length > MAX_LINES)
    throw new AppError('range_too_long', { detail: 'Too many entries. Choose fewer days or one location.' });
  return { data: rows.map((row) => presentLine(ctx.actor, row)), meta: { count: rows.length } };
}
