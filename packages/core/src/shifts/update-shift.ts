import { and, eq } from 'drizzle-orm';
import { AppError } from '@vaktplan/contracts/errors';
import type { ShiftView, UpdateShift } from '@vaktplan/contracts/http/shifts';
import type { Tx } from '@vaktplan/db/database';
import { findPublishCandidates, settleUnchanged } from '@vaktplan/db/queries/publications';
import type { ShiftRow } from '@vaktplan/db/queries/shifts';
import { shiftBreaks, shifts } from '@vaktplan/db/schema';
import { userIdOf, type Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { differs } from '../schedules/publication.rules.ts';
import { insertBreaks } from './insert-shift.ts';
import { loadShiftForChange } from './load-shift.ts';
import { planShift, type PlannedShift } from './plan-shift.ts';
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
    const after = await settle(tx, ctx, await writeShift(tx, ctx, before, planned));
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

async function writeShift(tx: Tx, ctx: Ctx, before: ShiftRow, planned: PlannedShift): Promise<ShiftRow> {
  const { breaks, ...columns } = planned;
  const version = before.version + 1;
  await tx
    .update(shifts)
    .set({ ...columns, version, updatedAt: ctx.now().toString(), updatedBy: userIdOf(ctx.actor) })
    .where(and(eq(shifts.organizationId, ctx.orgId), eq(shifts.id, before.id)));
  if (JSON.stringify(before.breaks) !== JSON.stringify(breaks)) {
    await tx
      .delete(shiftBreaks)
      .where(and(eq(shiftBreaks.organizationId, ctx.orgId), eq(shiftBreaks.shiftId, before.id)));
    await insertBreaks(tx, ctx, before.id, breaks);
  }
  return { ...before, ...columns, breaks, version };
}

/** A shift that was changed before and is now what employees see anyway: nothing of it is left to publish. */
async function settle(tx: Tx, ctx: Ctx, shift: ShiftRow): Promise<ShiftRow> {
  const { id, locationId, localDate, version, publishedVersion } = shift;
  if (publishedVersion === null || publishedVersion === version - 1) return shift;
  const scope = { locationId, startDate: localDate, endDate: localDate, shiftIds: [id] };
  const [candidate] = await findPublishCandidates(tx, ctx.orgId, scope, true);
  if (!candidate || differs(candidate)) return shift;
  await settleUnchanged(tx, ctx.orgId, [id]);
  return { ...shift, publishedVersion: version };
}
