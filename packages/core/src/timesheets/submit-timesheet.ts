import { AppError } from '@vaktplan/contracts/errors';
import type { TimesheetView } from '@vaktplan/contracts/http/timesheets';
import { newId } from '@vaktplan/platform/new-id';
import { insertApprovals } from '@vaktplan/db/queries/approvals';
import { lockPayPeriod as holdPayPeriod } from '@vaktplan/db/queries/pay-periods';
import { findPerson, findSheet, lockSheets, type SheetRow } from '@vaktplan/db/queries/timesheets';
import { userIdOf, type Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { assertVersion } from '../context/version.ts';
import { presentTimesheet } from './get-timesheet.ts';
import { refreshSheets } from './refresh-sheets.ts';

/**
 * Hands one's own sheet in: "these are my hours". Throws `not_found`, `forbidden` (somebody else's), `version_missing`,
 * `version_conflict`, `already_decided`, `period_locked`.
 */
export const submitTimesheet = (
  ctx: Ctx,
  id: string,
  expectedVersion: number | undefined,
): Promise<TimesheetView> =>
  transact(ctx, 'timesheets.submit', async (tx) => {
    const found = await findSheet(tx, ctx.orgId, id);
    if (!found) throw new AppError('not_found');
    const own = ctx.actor.kind === 'user' ? ctx.actor.employeeId : null;
    if (found.employeeId !== own) throw new AppError('forbidden');
    const period = await holdPayPeriod(tx, ctx.orgId, found.payPeriodId, 'share');
    const person = await findPerson(tx, ctx.orgId, found.employeeId);
    const hold = () => lockSheets(tx, ctx.orgId, found.payPeriodId, [{ id: newId(), employeeId: own }]);
    const [sheet] = await hold();
    if (!period || !person || !sheet) throw new AppError('not_found');
    const current = await presentTimesheet(tx, ctx, person, period, sheet);
    assertVersion(sheet, expectedVersion, () => current);
    if (period.state !== 'open') throw new AppError('period_locked');
    if (sheet.state !== 'open') throw new AppError('already_decided');
    await insertApprovals(tx, ctx.orgId, ctx.now().toString(), [
      {
        id: newId(),
        subjectType: 'timesheet',
        subjectId: id,
        employeeId: own,
        step: 'employee',
        decision: 'submitted',
        reason: null,
        actorId: userIdOf(ctx.actor),
        before: { state: sheet.state },
        after: { state: 'submitted', ...current.totals },
      },
    ]);
    await refreshSheets(tx, ctx, period, [own], { decision: 'submitted', submitted: true });
    const [after] = await hold();
    return presentTimesheet(tx, ctx, person, period, after as SheetRow);
  });
