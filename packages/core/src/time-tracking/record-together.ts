import type { PunchResult } from '@vaktplan/contracts/http/time-tracking';
import type { Outcome } from '@vaktplan/platform/gather';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { answerKnown } from './recording/decide-tap.ts';
import { recordTaps } from './recording/record-taps.ts';
import type { Tap } from './recording/tap.ts';

/**
 * Taps of one organisation in one transaction, each answered or refused on its own, in the order given. Throws when the
 * transaction fails; then nothing of it has happened.
 */
export const recordTogether = (ctx: Ctx, taps: readonly Tap[]): Promise<Outcome<PunchResult>[]> =>
  // a punch's own id answers repetition for ever; an Idempotency-Key would do so for a day
  transact({ ...ctx, idempotency: undefined }, 'timeTracking.punch', async (tx) => {
    const { outcomes, clocks } = await recordTaps(tx, ctx, taps, () => true);
    return outcomes.map((outcome, nr): Outcome<PunchResult> => {
      if ('refusal' in outcome) return outcome;
      if ('known' in outcome) return { answer: answerKnown(outcome.known, taps[nr] as Tap, clocks) };
      return { answer: outcome.recorded.answer as PunchResult };
    });
  });
