import { MAX_ROLL_OUT, type CopySchedule, type RollOutResult } from '@vaktplan/contracts/http/roll-out';
import { daysInRange } from '@vaktplan/contracts/primitives';
import type { Tx } from '@vaktplan/db/database';
import { findShiftsOfRange } from '@vaktplan/db/queries/many-shifts';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { planningScope } from './planning-scope.ts';
import { assertRollOutSize, rollOut } from './roll-out.ts';
import { daysBetween, laterBy } from './rotation.rules.ts';
import { movedByDays, wallOf } from './wall-shift.rules.ts';

/**
 * Copies the plan of some days to other days as drafts, at the same wall-clock times also over a DST night. Each shift's
 * outcome is listed; with `dryRun` nothing is written. Errors: not_found, forbidden, too_many_changes.
 */
export const copySchedule = (ctx: Ctx, input: CopySchedule): Promise<RollOutResult> =>
  input.dryRun
    ? ctx.db.transaction(ctx.orgId, (tx) => copy(tx, ctx, input))
    : transact(ctx, 'schedules.copy', (tx) => copy(tx, ctx, input));

async function copy(tx: Tx, ctx: Ctx, input: CopySchedule): Promise<RollOutResult> {
  const scope = await planningScope(tx, ctx, 'shift:create', input);
  const shifts = await findShiftsOfRange(tx, ctx.orgId, { ...scope, ...input.from }, MAX_ROLL_OUT);
  assertRollOutSize(shifts.length);
  const days = daysBetween(input.from.startDate, input.toStartDate);
  const drafts = shifts.map((shift) => ({
    sourceId: shift.id,
    departmentId: shift.departmentId,
    positionId: shift.positionId,
    employeeId: shift.employeeId,
    notes: shift.notes,
    wall: movedByDays(wallOf(shift, shift.zone), days),
  }));
  return rollOut(tx, ctx, drafts, {
    locationId: scope.locationId,
    startDate: input.toStartDate,
    endDate: laterBy(input.toStartDate, daysInRange(input.from) - 1),
    people: input.people ?? 'keep',
    ineligible: input.ineligible ?? 'open',
    onClosedDays: input.onClosedDays ?? 'skip',
    reason: input.override?.reason,
    dryRun: input.dryRun ?? false,
  });
}
