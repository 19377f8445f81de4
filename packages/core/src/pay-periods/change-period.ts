import { AppError } from '@vaktplan/contracts/errors';
import { newId } from '@vaktplan/platform/new-id';
import type { Tx } from '@vaktplan/db/database';
import { insertApprovals } from '@vaktplan/db/queries/approvals';
import {
  lockPayPeriod as holdPayPeriod,
  updatePayPeriod,
  type PayPeriodRow,
} from '@vaktplan/db/queries/pay-periods';
import { listEmployeesOfPeriod } from '@vaktplan/db/queries/timesheets';
import { appendEvent } from '../context/append-event.ts';
import { authorize } from '../context/authorize.ts';
import { userIdOf, type Ctx } from '../context/ctx.ts';
import { assertVersion } from '../context/version.ts';
import { refreshSheets } from '../timesheets/refresh-sheets.ts';
import { earliestToday } from './earliest-today.ts';
import { presentPayPeriod } from './pay-period.presenter.ts';

/** A month of so many is read and written in a fraction of a second. */
const PEOPLE_AT_ONCE = 200;

/** The period, held: 404 outside the organisation, 403 without the permission for all of it, 412 when stale. */
export async function loadPeriodForChange(
  tx: Tx,
  ctx: Ctx,
  id: string,
  permission: 'pay-period:lock' | 'pay-period:unlock',
  expectedVersion: number | undefined,
): Promise<{ row: PayPeriodRow; today: string }> {
  const row = await holdPayPeriod(tx, ctx.orgId, id, 'update');
  if (!row) throw new AppError('not_found');
  authorize(ctx.actor, permission);
  const today = await earliestToday(tx, ctx);
  assertVersion(row, expectedVersion, () => presentPayPeriod(ctx.actor, row, today));
  return { row, today };
}

export type PeriodChange = {
  state: PayPeriodRow['state'];
  relockAt?: string | null;
  decision: 'closed' | 'reopened' | 'locked' | 'unlocked' | 'relocked';
  reason?: string | null;
};

/** Writes the new state with its history; sheets follow when a lock comes or goes. */
export async function changePeriod(
  tx: Tx,
  ctx: Ctx,
  row: PayPeriodRow,
  change: PeriodChange,
): Promise<PayPeriodRow> {
  const relockAt = change.relockAt ?? null;
  const updated = await updatePayPeriod(tx, ctx.orgId, row.id, { state: change.state, relockAt });
  await insertApprovals(tx, ctx.orgId, ctx.now().toString(), [
    {
      id: newId(),
      subjectType: 'pay_period',
      subjectId: row.id,
      employeeId: null,
      step: change.decision === 'relocked' ? 'automatic' : 'manager',
      decision: change.decision,
      reason: change.reason ?? null,
      actorId: userIdOf(ctx.actor),
      before: { state: row.state, relockAt: row.relockAt },
      after: { state: updated.state, relockAt },
    },
  ]);
  if ((row.state === 'locked') !== (updated.state === 'locked')) {
    const people = await listEmployeesOfPeriod(tx, ctx.orgId, row);
    for (let from = 0; from < people.length; from += PEOPLE_AT_ONCE) {
      const some = people.slice(from, from + PEOPLE_AT_ONCE);
      await refreshSheets(tx, ctx, updated, some, { decision: change.decision });
    }
  }
  await appendEvent(
    tx,
    ctx,
    'payPeriod.changed',
    { type: 'payPeriod', id: row.id, version: updated.version },
    {
      organizationId: ctx.orgId,
      payPeriodId: row.id,
      startDate: row.startDate,
      endDate: row.endDate,
      state: updated.state,
    },
  );
  return updated;
}
