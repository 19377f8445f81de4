import { AppError } from '@vaktplan/contracts/errors';
import type { SetTolerance, ToleranceView } from '@vaktplan/contracts/http/pay-periods';
import { lockLocation } from '@vaktplan/db/queries/locations';
import { listTolerances, putTolerance } from '@vaktplan/db/queries/timesheet-settings';
import { appendEvent } from '../context/append-event.ts';
import { authorize } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { assertVersion } from '../context/version.ts';
import { presentTolerance } from './list-tolerances.ts';

/**
 * Sets the tolerances of a location; version 0 is that of one without its own. What is decided stays decided. Throws
 * `not_found`, `forbidden`, `version_missing`, `version_conflict`.
 */
export const setTolerance = (
  ctx: Ctx,
  locationId: string,
  expectedVersion: number | undefined,
  input: SetTolerance,
): Promise<ToleranceView> =>
  transact(ctx, 'tolerances.set', async (tx) => {
    const location = await lockLocation(tx, ctx.orgId, locationId);
    const [row] = await listTolerances(tx, ctx.orgId, locationId);
    if (!location || !row) throw new AppError('not_found');
    authorize(ctx.actor, 'timesheet-settings:update', { locationId });
    assertVersion(row, expectedVersion, () => presentTolerance(ctx.actor, row));
    await putTolerance(tx, ctx.orgId, { ...input, locationId });
    const version = row.version + 1;
    const aggregate = { type: 'approvalTolerance', id: locationId, version };
    await appendEvent(tx, ctx, 'timesheetSettings.updated', aggregate, { organizationId: ctx.orgId });
    return presentTolerance(ctx.actor, { ...row, ...input, version });
  });
