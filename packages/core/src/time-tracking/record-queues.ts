import { AppError } from '@vaktplan/contracts/errors';
import type { PunchBatchResult } from '@vaktplan/contracts/http/time-tracking';
import type { Outcome } from '@vaktplan/platform/gather';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { instantOf } from '../time/local-time.rules.ts';
import { recordTaps, type Taken } from './recording/record-taps.ts';
import type { Tap, TapOutcome } from './recording/tap.ts';

/** What waited on one device. */
export type DeviceQueue = { ctx: Ctx; taps: readonly Tap[] };
export type QueueAnswer = PunchBatchResult['data'];

/** Queues of one organisation in one transaction, each punch answered on its own. Throws when the transaction fails. */
export const recordQueues = (ctx: Ctx, queues: readonly DeviceQueue[]): Promise<Outcome<QueueAnswer>[]> =>
  transact({ ...ctx, idempotency: undefined }, 'timeTracking.queues', async (tx) => {
    const taken = await recordTaps(
      tx,
      ctx,
      queues.flatMap(({ taps }) => taps),
    );
    const outcomes = taken.outcomes.values();
    return queues.map(({ taps }) => ({
      answer: taps.map((tap) => present(tap, outcomes.next().value as TapOutcome, taken)),
    }));
  });

function present({ input, employeeId }: Tap, outcome: TapOutcome, { entryOf }: Taken): QueueAnswer[number] {
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
