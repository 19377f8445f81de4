import type { CreatePunch, PunchResult } from '@vaktplan/contracts/http/time-tracking';
import type { Ctx } from '../context/ctx.ts';
import { ownClock } from './own-clock.ts';
import { recordPunchFor } from './record-punch-for.ts';

/**
 * A tap on the signed-in employee's clock. The punch's id is its key: sent again, also at the same time, the first answer
 * comes back. `occurredAt` left out: now; kept to the millisecond. `address`: where the request came from. Errors:
 * forbidden, no_employee, employee_inactive, punch_in_future, punch_too_old, not_found (location), validation_failed (no
 * place), idempotency_key_reused (the id with another punch), outside_geofence, position_needed, position_mocked,
 * network_not_allowed, source_not_allowed; and unless it waited offline: already_clocked_in, not_clocked_in,
 * already_on_break, not_on_break, punch_out_of_order.
 */
export async function recordPunch(
  ctx: Ctx,
  input: CreatePunch,
  address: string | null = null,
): Promise<PunchResult> {
  const employeeId = ownClock(ctx.actor);
  return recordPunchFor(ctx, { employeeId, input, source: input.source ?? 'web', address });
}
