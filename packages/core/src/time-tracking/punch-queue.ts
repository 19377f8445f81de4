import type { PunchResult } from '@vaktplan/contracts/http/time-tracking';
import type { Database } from '@vaktplan/db/database';
import type { Tap } from './decide-punch.ts';
import { recordTogether } from './record-together.ts';

const MOST_TOGETHER = 64;
const MOST_AT_ONCE = 2;

type Waiting = { tap: Tap; answer: (result: PunchResult) => void; refuse: (error: unknown) => void };
type Queue = { waiting: Waiting[]; running: number };

const queues = new WeakMap<Database, Map<string, Queue>>();

/**
 * Records the tap with those of the same organisation that wait at the same time: at nine o'clock a hundred taps are a few
 * transactions, a lone one goes at once. Nobody is held back to fill a batch.
 */
export function enqueuePunch(tap: Tap): Promise<PunchResult> {
  const { db, orgId } = tap.ctx;
  const ofDatabase = queues.get(db) ?? new Map<string, Queue>();
  queues.set(db, ofDatabase);
  const queue = ofDatabase.get(orgId) ?? { waiting: [], running: 0 };
  ofDatabase.set(orgId, queue);
  return new Promise((answer, refuse) => {
    queue.waiting.push({ tap, answer, refuse });
    // after the requests that arrived in the same turn
    if (queue.waiting.length === 1) setImmediate(() => void drain(queue, () => ofDatabase.delete(orgId)));
  });
}

async function drain(queue: Queue, drop: () => void): Promise<void> {
  if (queue.running >= MOST_AT_ONCE || queue.waiting.length === 0) return;
  queue.running += 1;
  while (queue.waiting.length > 0) await run(queue.waiting.splice(0, MOST_TOGETHER));
  queue.running -= 1;
  if (queue.running === 0) drop();
}

async function run(batch: Waiting[]): Promise<void> {
  const [first] = batch;
  if (!first) return;
  try {
    const outcomes = await recordTogether(
      first.tap.ctx,
      batch.map(({ tap }) => tap),
    );
    for (const [nr, outcome] of outcomes.entries()) {
      if ('answer' in outcome) batch[nr]?.answer(outcome.answer);
      else batch[nr]?.refuse(outcome.refusal);
    }
  } catch (error) {
    // one of them broke the transaction of all: each for itself, safe because a punch's id is its key
    if (batch.length === 1) first.refuse(error);
    else for (const one of batch) await run([one]);
  }
}
