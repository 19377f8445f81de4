import type { CreatePunchBatch, PunchBatchResult } from '@vaktplan/contracts/http/time-tracking';
import type { Ctx } from '../context/ctx.ts';
import { ownClock } from './own-clock.ts';
import { enqueueQueue } from './punch-queue.ts';
import { tapOf } from './record-punch-for.ts';
import type { Tap } from './recording/tap.ts';

type Item = PunchBatchResult['data'][number];

/**
 * What waited on the signed-in employee's device, in any order, again or late: the same hours come of it. Each punch is
 * answered on its own and none is refused for what lies around it. Errors: forbidden, no_employee; a punch's own: see
 * recordPunch.
 */
export async function recordPunchBatch(
  ctx: Ctx,
  batch: CreatePunchBatch,
  address: string | null = null,
): Promise<PunchBatchResult> {
  const employeeId = ownClock(ctx.actor);
  const taps = batch.punches.map((input): Tap => {
    const source = input.source ?? 'web';
    return tapOf(ctx, { employeeId, input, source, address, sent: batch.sent ?? null, queued: true });
  });
  const data = await enqueueQueue({ ctx, taps });
  const count = (wanted: Item['outcome']) => data.filter(({ outcome }) => outcome === wanted).length;
  return { data, meta: { recorded: count('recorded'), kept: count('kept'), refused: count('refused') } };
}
