import { and, eq } from 'drizzle-orm';
import { AppError } from '@vaktplan/contracts/errors';
import type { ShiftView, UpdateShift } from '@vaktplan/contracts/http/shifts';
import type { Tx } from '@vaktplan/db/database';
import { changerName } from '@vaktplan/db/queries/published-copy';
import type { ShiftRow } from '@vaktplan/db/queries/shifts';
import { shiftBreaks, shifts } from '@vaktplan/db/schema';
import { userIdOf, type Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { recordOverrides } from '../findings/record-overrides.ts';
import { insertBreaks } from './insert-shift.ts';
import { loadShiftForChange } from './load-shift.ts';
import { planShift, type PlannedShift } from './plan-shift.ts';
import { isSamePlan, sameBreaks, versionsOf, wishOf } from './shift-change.ts';
import { announceShift } from './shift.events.ts';
import { presentShift } from './shift.presenter.ts';

/**
 * Edits, moves or assigns a shift: what is left out stays. A published shift becomes `changed`; employees go on seeing
 * the published copy. Changed back to that copy it is `published` again. Changing nothing keeps the version.
 * Errors: as createShift, and shift_deleted, version_missing, version_conflict with the newer view.
 */
export const updateShift = (
  ctx: Ctx,
  id: string,
  expectedVersion: number | undefined,
  patch: UpdateShift,
): Promise<ShiftView> =>
  transact(ctx, 'shifts.update', async (tx) => {
    const before = await loadShiftForChange(tx, ctx, 'shift:update', id, expectedVersion);
    if (before.deletedAt) throw new AppError('shift_deleted');
    const planned = await planShift(tx, ctx, 'shift:update', wishOf(before, patch), before);
    if (isSamePlan(before, planned)) return presentShift(ctx.actor, before);
    const after = await writeShift(tx, ctx, before, planned);
    await announceShift(tx, ctx, 'shift.updated', after, before.employeeId);
    return presentShift(ctx.actor, after);
  });

async function writeShift(tx: Tx, ctx: Ctx, before: ShiftRow, planned: PlannedShift): Promise<ShiftRow> {
  const { breaks, warnings, reason, ...columns } = planned;
  const versions = versionsOf(before, planned);
  const { version, publishedVersion } = versions;
  const changedAt = ctx.now().toString();
  const updatedBy = userIdOf(ctx.actor);
  const [written] = await tx
    .update(shifts)
    .set({ ...columns, version, publishedVersion, updatedAt: changedAt, updatedBy })
    .where(and(eq(shifts.organizationId, ctx.orgId), eq(shifts.id, before.id)))
    .returning({ changedBy: changerName(ctx.orgId, updatedBy) });
  if (!sameBreaks(before, planned)) {
    await tx
      .delete(shiftBreaks)
      .where(and(eq(shiftBreaks.organizationId, ctx.orgId), eq(shiftBreaks.shiftId, before.id)));
    await insertBreaks(tx, ctx, before.id, breaks);
  }
  await recordOverrides(tx, ctx, [{ shift: { id: before.id, version }, warnings, reason }]);
  return {
    ...before,
    ...columns,
    breaks,
    ...versions,
    changedBy: written?.changedBy ?? null,
    changedAt,
  };
}
