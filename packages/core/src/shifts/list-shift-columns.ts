import { AppError } from '@vaktplan/contracts/errors';
import type { ListShiftColumnsQuery, ShiftColumns } from '@vaktplan/contracts/http/shift-columns';
import { readShiftGroups } from '@vaktplan/db/queries/shift-columns';
import { MAX_SHIFTS } from '@vaktplan/db/queries/shifts';
import type { Ctx } from '../context/ctx.ts';
import { presentShiftColumns } from './shift-columns.presenter.ts';
import { draftPlaces } from './shift.policy.ts';

/**
 * The working copy of a range of business days (62 at most) in the places where the caller plans, by column. The schedule
 * is drawn from it; `listShifts` has the same shifts as a list. Errors: range_too_long.
 */
export async function listShiftColumns(ctx: Ctx, query: ListShiftColumnsQuery): Promise<ShiftColumns> {
  const { startDate, endDate } = query;
  const rows = await readShiftGroups(ctx.db, ctx.orgId, { ...query, places: draftPlaces(ctx.actor) });
  const answer = presentShiftColumns(ctx.actor, { startDate, endDate }, rows);
  if (answer.meta.count > MAX_SHIFTS) {
    throw new AppError('range_too_long', {
      detail: `More than ${MAX_SHIFTS} shifts. Ask for a shorter range or one location.`,
    });
  }
  return answer;
}
