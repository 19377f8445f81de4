import { AppError } from '@vaktplan/contracts/errors';
import type { HistoryList } from '@vaktplan/contracts/http/timesheet-corrections';
import { listApprovals } from '@vaktplan/db/queries/approvals';
import { lockPayPeriod as holdPayPeriod } from '@vaktplan/db/queries/pay-periods';
import { listAdjustments } from '@vaktplan/db/queries/timesheet-adjustments';
import { listCorrections } from '@vaktplan/db/queries/timesheet-corrections';
import { listLinesOf } from '@vaktplan/db/queries/timesheet-lines';
import { findPerson, findSheet } from '@vaktplan/db/queries/timesheets';
import { can } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';
import { maySee } from './correction.presenter.ts';
import { mayApprove } from './line.presenter.ts';

/**
 * Every step of a sheet, newest first (500 at most): of the sheet, its entries, corrections and late punches, and of its
 * period. One's own in full, of others what is of the places where the actor approves. Errors: not_found, forbidden.
 */
export const listSheetHistory = (ctx: Ctx, sheetId: string): Promise<HistoryList> =>
  ctx.db.transaction(ctx.orgId, async (tx) => {
    const sheet = await findSheet(tx, ctx.orgId, sheetId);
    const person = sheet && (await findPerson(tx, ctx.orgId, sheet.employeeId));
    const period = sheet && (await holdPayPeriod(tx, ctx.orgId, sheet.payPeriodId, 'share'));
    if (!sheet || !person || !period) throw new AppError('not_found');
    const own = ctx.actor.kind === 'user' && ctx.actor.employeeId === person.id;
    const all = await listLinesOf(tx, ctx.orgId, [person.id], period);
    const lines = own ? all : all.filter((line) => mayApprove(ctx.actor, line));
    const here = person.places.some((place) => can(ctx.actor, 'timesheet:approve', place));
    if (!own && lines.length === 0 && !here && !can(ctx.actor, 'timesheet:approve'))
      throw new AppError('forbidden');
    const days = { startDate: period.startDate, endDate: period.endDate };
    const corrections = await listCorrections(tx, ctx.orgId, { ...days, state: null, employeeId: person.id });
    const late = await listAdjustments(tx, ctx.orgId, {
      state: null,
      employeeId: person.id,
      countedInId: period.id,
    });
    const subjects = [
      sheet,
      period,
      ...lines,
      ...corrections.filter((row) => maySee(ctx.actor, row)),
      ...late,
    ];
    const data = await listApprovals(
      tx,
      ctx.orgId,
      subjects.map(({ id }) => id),
    );
    return { data, meta: { count: data.length } };
  });
