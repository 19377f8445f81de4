import { and, eq } from 'drizzle-orm';
import { AppError } from '@vaktplan/contracts/errors';
import type { ShiftView, UpdateShift } from '@vaktplan/contracts/http/shifts';
import type { Tx } from '@vaktplan/db/database';
import { changerName } from '@vaktplan/db/queries/published-copy';
import type { ShiftRow } from '@vaktplan/db/queries/shifts';
import { shiftBreaks, shifts } from '@vaktplan/db/schema';
import { userIdOf, type Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { insertBreaks } from './insert-shift.ts';
import { loadShiftForChange } from './load-shift.ts';
import { planShift, type PlannedShift } from './plan-shift.ts';
import { copyOf, looksSame, seenOf } from './published-copy.rules.ts';
import { announceShift } from './shift.events.ts';
import { presentShift } from './shift.presenter.ts';

/**
 * Edits, moves or assigns a shift: what is left out stays. A published shift becomes `changed`; employees go on seeing
 * the published copy. Changed back to that copy it is `published` again. Changing nothing keeps the version. Errors: as createShift, and shift_deleted, version_missing,
 * version_conflict with the newer view.
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
    const wish = {
      departmentId: patch.departmentId ?? before.departmentId,
      startsAt: patch.startsAt ?? before.startsAt,
      endsAt: patch.endsAt ?? before.endsAt,
      startsAtFold: patch.startsAtFold,
      endsAtFold: patch.endsAtFold,
      positionId: patch.positionId === undefined ? before.positionId : patch.positionId,
      employeeId: patch.employeeId === undefined ? before.employeeId : patch.employeeId,
      notes: patch.notes === undefined ? before.notes : patch.notes || null,
      breaks: patch.breaks?.map((pause) => ({ ...pause, startsAt: pause.startsAt ?? null })) ?? before.breaks,
    };
    const planned = await planShift(tx, ctx, 'shift:update', wish, before);
    if (isSame(before, planned)) return presentShift(ctx.actor, before);
    const after = await writeShift(tx, ctx, before, planned);
    await announceShift(tx, ctx, 'shift.updated', after, before.employeeId);
    return presentShift(ctx.actor, after);
  });

const isSame = (before: ShiftRow, planned: PlannedShift): boolean =>
  Date.parse(before.startsAt) === Date.parse(planned.startsAt) &&
  Date.parse(before.endsAt) === Date.parse(planned.endsAt) &&
  (['departmentId', 'positionId', 'employeeId', 'notes', 'zone'] as const).every(
    (key) => before[key] === planned[key],
  ) &&
  JSON.stringify(before.breaks) === JSON.stringify(planned.breaks);

/** A shift that is changed back to what employees see anyway counts as published: nothing of it is left to publish. */
async function writeShift(tx: Tx, ctx: Ctx, before: ShiftRow, planned: PlannedShift): Promise<ShiftRow> {
  const { breaks, ...columns } = planned;
  const version = before.version + 1;
  const seen = seenOf(before);
  const settled = seen !== null && looksSame(seen, copyOf(planned));
  const publishedVersion = settled ? version : before.publishedVersion;
  const changedAt = ctx.now().toString();
  const updatedBy = userIdOf(ctx.actor);
  const [written] = await tx
    .update(shifts)
    .set({ ...columns, version, publishedVersion, updatedAt: changedAt, updatedBy })
    .where(and(eq(shifts.organizationId, ctx.orgId), eq(shifts.id, before.id)))
    .returning({ changedBy: changerName(ctx.orgId, updatedBy) });
  if (JSON.stringify(before.breaks) !== JSON.stringify(breaks)) {
    await tx
      .delete(shiftBreaks)
      .where(and(eq(shiftBreaks.organizationId, ctx.orgId), eq(shiftBreaks.shiftId, before.id)));
    await insertBreaks(tx, ctx, before.id, breaks);
  }
  return {
    ...before,
    ...columns,
    breaks,
    version,
    publishedVersion,
    published: settled ? null : seen,
    changedBy: written?.changedBy ?? null,
    changedAt,
  };
}
