import { AppError } from '@vaktplan/contracts/errors';
import type { GetTimesheetQuery, TimesheetView } from '@vaktplan/contracts/http/timesheets';
import { newId } from '@vaktplan/platform/new-id';
import type { Tx } from '@vaktplan/db/database';
import type { PayPeriodRow } from '@vaktplan/db/queries/pay-periods';
import { listAdjustments } from '@vaktplan/db/queries/timesheet-adjustments';
import { listCorrections } from '@vaktplan/db/queries/timesheet-corrections';
import { listLinesOf } from '@vaktplan/db/queries/timesheet-lines';
import { findPerson, lockSheets, type SheetRow } from '@vaktplan/db/queries/timesheets';
import { can } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { earliestToday } from '../pay-periods/earliest-today.ts';
import { ensurePeriod } from '../pay-periods/ensure-periods.ts';
import { presentPayPeriod } from '../pay-periods/pay-period.presenter.ts';
import { addPlaces } from './add-places.ts';
import { presentAdjustment } from './adjustment.presenter.ts';
import { maySee, presentCorrection } from './correction.presenter.ts';
import { mayApprove, presentLine } from './line.presenter.ts';
import { totalsOf } from './refresh-sheets.ts';

type Person = NonNullable<Awaited<ReturnType<typeof findPerson>>>;

/**
 * One person's pay period around a day, with entries, corrections and what came late: one's own in full, of others the
 * entries of the places where the actor approves. Errors: not_found, forbidden.
 */
export const getTimesheet = (ctx: Ctx, query: GetTimesheetQuery): Promise<TimesheetView> =>
  transact({ ...ctx, idempotency: undefined }, 'timesheets.get', async (tx) => {
    const person = await findPerson(tx, ctx.orgId, query.employeeId);
    if (!person) throw new AppError('not_found');
    const period = await ensurePeriod(tx, ctx, query.date);
    const [sheet] = await lockSheets(tx, ctx.orgId, period.id, [{ id: newId(), employeeId: person.id }]);
    return presentTimesheet(tx, ctx, person, period, sheet as SheetRow);
  });

/** Of an open sheet the sums are those of this moment, of a locked one those of the lock. */
export async function presentTimesheet(
  tx: Tx,
  ctx: Ctx,
  person: Person,
  period: PayPeriodRow,
  sheet: SheetRow,
): Promise<TimesheetView> {
  const own = ctx.actor.kind === 'user' && ctx.actor.employeeId === person.id;
  const all = await listLinesOf(tx, ctx.orgId, [person.id], period);
  const lines = own ? all : all.filter((line) => mayApprove(ctx.actor, line));
  const here = person.places.some((place) => can(ctx.actor, 'timesheet:approve', place));
  if (!own && lines.length === 0 && !here && !can(ctx.actor, 'timesheet:approve'))
    throw new AppError('forbidden');
  const corrections = await listCorrections(tx, ctx.orgId, {
    startDate: period.startDate,
    endDate: period.endDate,
    state: null,
    employeeId: person.id,
  });
  const adjustments = await listAdjustments(tx, ctx.orgId, {
    state: null,
    employeeId: person.id,
    countedInId: period.id,
  });
  const late = adjustments.reduce((sum, one) => sum + (one.minutes ?? 0), 0);
  const { entries, approvedEntries, countedMinutes, breakMinutes, adjustmentMinutes } =
    sheet.state === 'locked' && lines.length === all.length ? sheet : totalsOf(lines, late, period);
  const undecided = lines.some(
    (line) => line.endedAt !== null && presentLine(ctx.actor, line).abilities.approve,
  );
  return {
    id: sheet.id,
    employeeId: person.id,
    employeeName: person.name,
    payPeriod: presentPayPeriod(ctx.actor, period, await earliestToday(tx, ctx)),
    state: sheet.state,
    lines: lines.map((line) => presentLine(ctx.actor, line)),
    corrections: corrections
      .filter((row) => maySee(ctx.actor, row))
      .map((row) => presentCorrection(ctx.actor, row)),
    adjustments: adjustments.map((row) => presentAdjustment(ctx.actor, row)),
    totals: { entries, approvedEntries, countedMinutes, breakMinutes, adjustmentMinutes },
    submittedAt: sheet.submittedAt,
    approvedAt: sheet.approvedAt,
    version: sheet.version,
    abilities: {
      submit: own && period.state === 'open' && sheet.state === 'open' && lines.length > 0,
      approve: undecided,
      addAt: period.state === 'locked' ? [] : await addPlaces(tx, ctx, person),
    },
  };
}
