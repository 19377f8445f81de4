import { AppError } from '@vaktplan/contracts/errors';
import type { CorrectionList, ListCorrectionsQuery } from '@vaktplan/contracts/http/timesheet-corrections';
import { listCorrections as findCorrections } from '@vaktplan/db/queries/timesheet-corrections';
import { canSomewhere } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';
import { maySee, presentCorrection } from './correction.presenter.ts';

/**
 * Corrections of a range of days (62 at most), by day: one's own, and those of the places where the actor approves.
 * Errors: forbidden.
 */
export async function listCorrections(ctx: Ctx, query: ListCorrectionsQuery): Promise<CorrectionList> {
  const own = ctx.actor.kind === 'user' ? ctx.actor.employeeId : null;
  const approves = canSomewhere(ctx.actor, 'timesheet:approve');
  if (!approves && !(own && canSomewhere(ctx.actor, 'timesheet:propose'))) throw new AppError('forbidden');
  const rows = await ctx.db.transaction(ctx.orgId, (tx) =>
    findCorrections(tx, ctx.orgId, {
      startDate: query.startDate,
      endDate: query.endDate,
      state: query.state ?? null,
      employeeId: query.employeeId ?? (approves ? null : own),
    }),
  );
  const data = rows.filter((row) => maySee(ctx.actor, row)).map((row) => presentCorrection(ctx.actor, row));
  return { data, meta: { count: data.length } };
}
