import { AppError } from '@vaktplan/contracts/errors';
import type { AdjustmentView, SettleAdjustment } from '@vaktplan/contracts/http/timesheet-corrections';
import { newId } from '@vaktplan/platform/new-id';
import { insertApprovals } from '@vaktplan/db/queries/approvals';
import type { Tx } from '@vaktplan/db/database';
import { savePunches } from '@vaktplan/db/queries/punches';
import { lockPayPeriod as holdPayPeriod } from '@vaktplan/db/queries/pay-periods';
import {
  lockAdjustment,
  settleAdjustmentRow,
  type AdjustmentRow,
} from '@vaktplan/db/queries/timesheet-adjustments';
import { userIdOf, type Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { assertVersion } from '../context/version.ts';
import { organizationToday } from '../employees/organization-today.ts';
import { ensurePeriod } from '../pay-periods/ensure-periods.ts';
import { maySettle, presentAdjustment } from './adjustment.presenter.ts';
import { isOwnBlocked, notingOwnHours } from './own-hours.ts';
import { refreshSheets } from './refresh-sheets.ts';

/** The punch counts by what was decided, and no more by itself, should its period be unlocked. */
async function voidPunch(tx: Tx, ctx: Ctx, row: AdjustmentRow): Promise<void> {
  const { punchId, punchAt, punchZone, punchLocationId: locationId } = row;
  if (!punchId || !punchAt || !punchZone || !locationId) return;
  const none = { inserted: [], updated: [], removedIds: [], breaks: [], restedIds: [] };
  const nothing = {
    id: newId(),
    employeeId: row.employeeId,
    locationId,
    zone: punchZone,
    kind: 'void',
    occurredAt: punchAt,
    receivedAt: ctx.now().toString(),
    source: 'manager' as const,
    flags: [],
    offline: false,
    userId: userIdOf(ctx.actor),
    replacesId: punchId,
  };
  await savePunches(tx, ctx.orgId, { ...none, punches: [nothing] });
}

/**
 * Settles what came too late: signed minutes are paid with the period of today, null dismisses it. The locked period
 * stays as it was. Throws `not_found`, `forbidden`, `own_hours`, `version_missing`, `version_conflict`, `already_decided`.
 */
export const settleAdjustment = (
  ctx: Ctx,
  id: string,
  expectedVersion: number | undefined,
  { minutes, reason }: SettleAdjustment,
): Promise<AdjustmentView> =>
  notingOwnHours(ctx, { subjectType: 'adjustment', subjectId: id, wanted: 'settle' }, () =>
    transact(ctx, 'timesheets.settle-adjustment', async (tx) => {
      const row = await lockAdjustment(tx, ctx.orgId, id);
      if (!row) throw new AppError('not_found');
      if (!maySettle(ctx.actor, row)) throw new AppError('forbidden');
      if (isOwnBlocked(ctx.actor, row)) throw new AppError('own_hours');
      assertVersion(row, expectedVersion, () => presentAdjustment(ctx.actor, row));
      if (row.state !== 'open') throw new AppError('already_decided');
      const period = await ensurePeriod(tx, ctx, await organizationToday(tx, ctx));
      const countedIn = await holdPayPeriod(tx, ctx.orgId, period.id, 'share');
      if (minutes !== null && countedIn?.state === 'locked') throw new AppError('period_locked');
      const decidedBy = userIdOf(ctx.actor);
      const decidedAt = ctx.now().toString();
      const countedInId = minutes === null ? null : period.id;
      await settleAdjustmentRow(tx, ctx.orgId, id, { minutes, countedInId, reason, decidedBy, decidedAt });
      await voidPunch(tx, ctx, row);
      await insertApprovals(tx, ctx.orgId, decidedAt, [
        {
          id: newId(),
          subjectType: 'adjustment',
          subjectId: id,
          employeeId: row.employeeId,
          step: 'manager',
          decision: minutes === null ? 'dismissed' : 'counted',
          reason,
          actorId: decidedBy,
          before: { state: row.state },
          after: { minutes, payPeriodId: countedInId },
        },
      ]);
      if (minutes !== null) await refreshSheets(tx, ctx, period, [row.employeeId], { decision: 'adjusted' });
      const after = (await lockAdjustment(tx, ctx.orgId, id)) as AdjustmentRow;
      return presentAdjustment(ctx.actor, after);
    }),
  );
