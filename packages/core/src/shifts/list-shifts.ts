import { AppError } from '@vaktplan/contracts/errors';
import type { ListShiftsQuery, ShiftList } from '@vaktplan/contracts/http/shifts';
import { listPublishedShifts, MAX_SHIFTS, type ShiftFilter } from '@vaktplan/db/queries/shifts';
import { listWorkingShifts } from '@vaktplan/db/queries/working-shifts';
import type { Ctx } from '../context/ctx.ts';
import { presentShift } from './shift.presenter.ts';
import { draftPlaces, seesDrafts } from './shift.policy.ts';

/**
 * Shifts of a range of business days (62 at most), by day and start. Who may see drafts somewhere gets the working copy
 * of those places; everybody else, or with `view: 'published'`, what employees see: their own published shifts and
 * the open ones of their departments.
 */
export async function listShifts(ctx: Ctx, query: ListShiftsQuery): Promise<ShiftList> {
  const { startDate, endDate, view, open, ...rest } = query;
  const filter: ShiftFilter = { startDate, endDate, ...rest, open: open === 'true' };
  const working = view !== 'published' && seesDrafts(ctx.actor);
  const rows = working
    ? await listWorkingShifts(ctx.db, ctx.orgId, { ...filter, places: draftPlaces(ctx.actor) })
    : await listPublishedShifts(ctx.db, ctx.orgId, { ...filter, ...publishedScope(ctx, query.employeeId) });
  if (rows.length > MAX_SHIFTS) {
    throw new AppError('range_too_long', {
      detail: `More than ${MAX_SHIFTS} shifts. Ask for a shorter range or one location.`,
    });
  }
  return {
    data: rows.map((row) => presentShift(ctx.actor, row)),
    meta: { count: rows.length, startDate, endDate },
  };
}

/** Whose published shifts: of the places whose drafts one may see, or one's own and the open ones of one's departments. */
function publishedScope(
  ctx: Ctx,
  employeeId: string | undefined,
): Pick<ShiftFilter, 'places'> & { seenBy?: string } {
  if (ctx.actor.kind === 'system') return {};
  const own = employeeId !== undefined && employeeId === ctx.actor.employeeId;
  if (seesDrafts(ctx.actor) && !own) return { places: draftPlaces(ctx.actor) };
  if (!ctx.actor.employeeId) throw new AppError('no_employee');
  return { seenBy: ctx.actor.employeeId };
}
