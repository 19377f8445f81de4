import type { BulkShiftsResult } from '@vaktplan/contracts/http/bulk-shifts';
import type { ChangeOutcome, GridChange } from '@vaktplan/ui/schedule-grid';
import { write } from '@/lib/api';
import { askingOnce } from './asking-back';
import { requestOf } from './change-request';
import { accepted, refused, sendChange, type SendContext } from './send-change';

/** What one request takes, and one gesture: more would hold the page for minutes. */
const AT_ONCE = 500;
const MOST = 6000;
const ASKING: ReadonlySet<string> = new Set(['local_time_ambiguous', 'override_reason_required']);

/**
 * Sends the changes of one gesture as lists, each item with an outcome of its own. Times that happen twice that night
 * are asked about afterwards, one by one, and the reason for planning over warnings once.
 */
export async function sendMany(
  changes: readonly GridChange[],
  key: string,
  context: SendContext,
): Promise<ChangeOutcome[]> {
  if (changes.length > MOST)
    return changes.map(() => ({
      ok: false,
      code: 'too_many_changes',
      message: context.t('tooMany', { count: changes.length, most: MOST }),
    }));
  const outcomes: ChangeOutcome[] = [];
  for (let from = 0; from < changes.length; from += AT_ONCE)
    outcomes.push(...(await sendList(changes.slice(from, from + AT_ONCE), `${key}-${from}`, context)));
  const asked = { ...context, askBack: askingOnce(context.askBack) };
  for (const [nr, outcome] of outcomes.entries()) {
    const change = changes[nr];
    if (change && !outcome.ok && ASKING.has(outcome.code))
      outcomes[nr] = await sendChange(change, `${key}-${nr}-asked`, asked);
  }
  return outcomes;
}

const result = () =>
  import('@vaktplan/contracts/http/bulk-shifts').then((contracts) => contracts.BulkShiftsResult);

async function sendList(
  changes: readonly GridChange[],
  idempotencyKey: string,
  context: SendContext,
): Promise<ChangeOutcome[]> {
  try {
    const { data } = await write<BulkShiftsResult>('POST', '/shifts/bulk', {
      body: { changes: changes.map((change) => requestOf(change, context, {})) },
      schema: result,
      idempotencyKey,
    });
    return changes.map((change, nr) => {
      const answer = data[nr];
      if (answer?.ok) return accepted(change, answer.shift, context);
      const { changedBy, changedAt } = answer?.current ?? {};
      const message = answer ? context.problemWords(answer) : context.t('notAnswered');
      return { ok: false, code: answer?.code ?? 'internal', message, changedBy, changedAt };
    });
  } catch (error) {
    return changes.map(() => refused(error, context));
  }
}
