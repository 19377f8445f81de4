import { Temporal } from 'temporal-polyfill';
import type { CreatePunch, PunchResult } from '@vaktplan/contracts/http/time-tracking';
import type { Ctx } from '../context/ctx.ts';
import { ownClock } from './own-clock.ts';
import { enqueuePunch } from './punch-queue.ts';

/**
 * A tap on the signed-in employee's clock. The punch's id is its key: sent again, also at the same time, the first answer
 * comes back. `occurredAt` left out: now; kept to the millisecond. Errors: forbidden, no_employee, employee_inactive,
 * punch_in_future, punch_too_old, already_clocked_in, not_clocked_in, already_on_break, not_on_break,
 * punch_out_of_order, not_found (location), validation_failed (no place), idempotency_key_reused (the id with another punch).
 */
export async function recordPunch(ctx: Ctx, input: CreatePunch): Promise<PunchResult> {
  const employeeId = ownClock(ctx.actor);
  const now = ctx.now().epochMilliseconds;
  const at = input.occurredAt ? Temporal.Instant.from(input.occurredAt).epochMilliseconds : now;
  return enqueuePunch({ ctx, input, employeeId, at, now });
}
