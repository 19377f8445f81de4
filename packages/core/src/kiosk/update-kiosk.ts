import { AppError } from '@vaktplan/contracts/errors';
import type { KioskView, UpdateKiosk } from '@vaktplan/contracts/http/kiosk';
import { lockKiosk, updateKioskRow } from '@vaktplan/db/queries/kiosks';
import { authorize } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { assertVersion } from '../context/version.ts';
import { assertDepartmentsOf } from './assert-departments.ts';
import { announceKiosk } from './kiosk.events.ts';
import { presentKiosk } from './kiosk.presenter.ts';

/**
 * Changes a kiosk's profile; what is left out stays. The tablet follows when it next looks.
 * Errors: not_found, forbidden, version_missing, version_conflict, validation_failed, name_taken.
 */
export const updateKiosk = (
  ctx: Ctx,
  id: string,
  expectedVersion: number | undefined,
  input: UpdateKiosk,
): Promise<KioskView> =>
  transact(ctx, 'kiosk.update', async (tx) => {
    const now = ctx.now().epochMilliseconds;
    const before = await lockKiosk(tx, ctx.orgId, id);
    if (!before) throw new AppError('not_found');
    authorize(ctx.actor, 'kiosk:manage', { locationId: before.locationId });
    assertVersion(before, expectedVersion, () => presentKiosk(ctx.actor, before, now));
    if (input.departmentIds) await assertDepartmentsOf(tx, ctx, before.locationId, input.departmentIds);
    const row = await updateKioskRow(tx, ctx.orgId, id, { ...before, ...input });
    await announceKiosk(tx, ctx, 'kiosk.updated', row);
    return presentKiosk(ctx.actor, row, now);
  });
