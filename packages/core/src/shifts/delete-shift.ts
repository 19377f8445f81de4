import { and, eq } from 'drizzle-orm';
import { AppError } from '@vaktplan/contracts/errors';
import type { ShiftView } from '@vaktplan/contracts/http/shifts';
import type { Tx } from '@vaktplan/db/database';
import { lockEmployeePlan, type ShiftRow } from '@vaktplan/db/queries/shifts';
import { shifts } from '@vaktplan/db/schema';
import { appendEvent } from '../context/append-event.ts';
import { userIdOf, type Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { assertAssignable } from './assert-assignable.ts';
import { aggregateOf, factsOf } from './insert-shift.ts';
import { loadShiftForChange } from './load-shift.ts';
import { presentShift } from './shift.presenter.ts';

/**
 * Takes a shift out of the plan. A published one is only marked: employees see it until the deletion is published.
 * Deleting twice is fine when the version is the newest. Errors: not_found, forbidden, version_missing, version_conflict.
 */
export const deleteShift = (ctx: Ctx, id: string, expectedVersion: number | undefined): Promise<ShiftView> =>
  transact(ctx, 'shifts.delete', async (tx) => {
    const before = await loadShiftForChange(tx, ctx, 'shift:delete', id, expectedVersion);
    if (before.deletedAt) return presentShift(ctx.actor, before);
    const after = await mark(tx, ctx, before, ctx.now().toString());
    await appendEvent(tx, ctx, 'shift.deleted', aggregateOf(after), factsOf(after));
    return presentShift(ctx.actor, after);
  });

/**
 * Brings a deleted shift back as it was: the undo of deleteShift. Errors: as deleteShift, and shift_overlap,
 * employee_inactive or outside_contract when its place has been taken meanwhile.
 */
export const restoreShift = (ctx: Ctx, id: string, expectedVersion: number | undefined): Promise<ShiftView> =>
  transact(ctx, 'shifts.restore', async (tx) => {
    const before = await loadShiftForChange(tx, ctx, 'shift:delete', id, expectedVersion);
    if (!before.deletedAt) return presentShift(ctx.actor, before);
    if (before.employeeId) {
      await lockEmployeePlan(tx, before.employeeId);
      await assertAssignable(tx, ctx.orgId, before.employeeId, before.localDate);
    }
    const after = await mark(tx, ctx, before, null);
    await appendEvent(tx, ctx, 'shift.updated', aggregateOf(after), factsOf(after));
    return presentShift(ctx.actor, after);
  });

async function mark(tx: Tx, ctx: Ctx, before: ShiftRow, deletedAt: string | null): Promise<ShiftRow> {
  // deleting and restoring a published shift leaves it as employees see it: its published version moves along
  const back = deletedAt === null && before.publishedVersion === before.version - 1;
  const version = before.version + 1;
  const publishedVersion = back ? version : before.publishedVersion;
  await tx
    .update(shifts)
    .set({
      deletedAt,
      version,
      publishedVersion,
      updatedAt: ctx.now().toString(),
      updatedBy: userIdOf(ctx.actor),
    })
    .where(and(eq(shifts.organizationId, ctx.orgId), eq(shifts.id, before.id)));
  return { ...before, deletedAt, version, publishedVersion };
}
