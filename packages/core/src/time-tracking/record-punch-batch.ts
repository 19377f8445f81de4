import { AppError } from '@vaktplan/contracts/errors';
import type { CreatePunchBatch, PunchBatchResult } from '@vaktplan/contracts/http/time-tracking';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { instantOf } from '../time/local-time.rules.ts';
import { ownClock } from './own-clock.ts';
import { tapOf } from './record-punch-for.ts';
import { tamperedBoots } from './recording/punch-time.rules.ts';
import { recordTaps, type Taken } from './recording/record-taps.ts';
import type { Tap, TapOutcome } from './recording/tap.ts';

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
  const tampered = tamperedBoots(batch.punches);
  const taps = batch.punches.map((input): Tap => {
    const source = input.source ?? 'web';
    const tap = tapOf(ctx, { employeeId, input, source, address, sent: batch.sent ?? null, queued: true });
    const isTampered = input.tapped !== undefined && tampered.has(input.tapped.bootId);
    return isTampered && 'flags' in tap.time
      ? { ...tap, time: { ...tap.time, flags: [...new Set([...tap.time.flags, 'clock_skew' as const])] } }
      : tap;
  });
  const data = await transact({ ...ctx, idempotency: undefined }, 'timeTracking.batch', async (tx) => {
    const taken = await recordTaps(tx, ctx, taps);
    return taken.outcomes.map((outcome, nr) => present(taps[nr] as Tap, outcome, taken));
  });
  const count = (wanted: Item['outcome']) => data.filter(({ outcome }) => outcome === wanted).length;
  return { data, meta: { recorded: count('recorded'), kept: count('kept'), refused: count('refused') } };
}

function present({ input, employeeId }: Tap, outcome: TapOutcome, { entryOf }: Taken): Item {
  const { id } = input;
  if ('refusal' in outcome) {
    const { code, message } = outcome.refusal as AppError;
    return { id, outcome: 'refused', code, detail: message, happenedAt: null, entryId: null };
  }
  const found = entryOf(employeeId, id);
  const happenedAt = 'known' in outcome ? outcome.known.happenedAt : instantOf(outcome.recorded.at);
  if (found?.locked) {
    const { code, message } = new AppError('period_locked');
    return { id, outcome: 'kept', code, detail: message, happenedAt, entryId: null };
  }
  return { id, outcome: 'recorded', code: null, detail: null, happenedAt, entryId: found?.entry.id ?? null };
}
