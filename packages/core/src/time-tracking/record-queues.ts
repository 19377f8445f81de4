import { AppError } from '@vaktplan/contracts/errors';
import type { PunchBatchResult } from '@vaktplan/contracts/http/time-tracking';
import type { Outcome } from '@vaktplan/platform/gather';
import type { Tx } from '@vaktplan/db/database';
import { isWorthNoting, noteRefusals, type Refusal } from '../audit/note-refusals.ts';
import { userIdOf, type Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { instantOf } from '../time/utc.rules.ts';
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
      // a refusal is noted after them
      (outcomes) => outcomes.every((outcome) => !('refusal' in outcome)),
    );
    await noteRefused(tx, queues, taken);
    const outcomes = taken.outcomes.values();
    return queues.map(({ taps }) => ({
      answer: taps.map((tap) => present(tap, outcomes.next().value as TapOutcome, taken)),
    }));
  });

/** What single taps are refused with stands in the audit trail, and what comes in a queue does too. */
async function noteRefused(tx: Tx, queues: readonly DeviceQueue[], { outcomes }: Taken): Promise<void> {
  const answers = outcomes.values();
  const refused = queues.flatMap(({ ctx, taps }) => {
    const refusals = taps.flatMap(({ input }): Refusal[] => {
      const outcome = answers.next().value as TapOutcome;
      const code = 'refusal' in outcome ? (outcome.refusal as AppError).code : null;
      return code && isWorthNoting(code)
        ? [{ action: 'timeTracking.queues', code, subjectId: input.id }]
        : [];
    });
    return refusals.length > 0 ? [{ ctx, refusals }] : [];
  });
  // each actor's count is held until the end: by all in one order
  const inOrder = refused.toSorted((a, b) =>
    (userIdOf(a.ctx.actor) ?? '').localeCompare(userIdOf(b.ctx.actor) ?? ''),
  );
  for (const { ctx, refusals } of inOrder) await noteRefusals(tx, ctx, refusals);
}

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
