import type { CreateShift, ShiftView } from '@vaktplan/contracts/http/shifts';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { givenBreaks } from './given-breaks.rules.ts';
import { insertShift } from './insert-shift.ts';
import { planShift } from './plan-shift.ts';
import { presentShift } from './shift.presenter.ts';

/**
 * A new draft shift; without `employeeId` an open one. Times may be wall-clock times of the location.
 * Errors: not_found, forbidden, local_time_missing, local_time_ambiguous, end_before_start, shift_too_long,
 * break_outside_shift, employee_inactive, outside_contract, position_elsewhere, shift_overlap.
 */
export const createShift = (ctx: Ctx, input: CreateShift): Promise<ShiftView> =>
  transact(ctx, 'shifts.create', async (tx) => {
    const planned = await planShift(tx, ctx, 'shift:create', {
      ...input,
      positionId: input.positionId ?? null,
      employeeId: input.employeeId ?? null,
      notes: input.notes || null,
      reason: input.override?.reason,
      breaks: givenBreaks(input.breaks),
    });
    return presentShift(ctx.actor, await insertShift(tx, ctx, input.id, planned));
  });
