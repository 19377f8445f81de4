import type { PunchResult } from '@vaktplan/contracts/http/time-tracking';
import type { Database } from '@vaktplan/db/database';
import { gather } from '@vaktplan/platform/gather';
import { recordQueues, type DeviceQueue, type QueueAnswer } from './record-queues.ts';
import { recordTogether } from './record-together.ts';
import type { Tap } from './recording/tap.ts';

const PUNCHES_TOGETHER = 128;
/** Each waits for Postgres, for us and for Postgres again: a third keeps both at work while two are written. */
const BATCHES_AT_ONCE = 3;
/** A queue holds 500 punches at most, a few as a rule. */
const QUEUES_TOGETHER = 40;

// repeating is safe: a punch's id is its key
const createQueues = () => ({
  punch: gather({
    keyOf: (tap: Tap) => tap.ctx.orgId,
    run: (taps) => recordTogether((taps[0] as Tap).ctx, taps),
    mostTogether: PUNCHES_TOGETHER,
    mostAtOnce: BATCHES_AT_ONCE,
  }),
  queue: gather({
    keyOf: (queue: DeviceQueue) => queue.ctx.orgId,
    run: (queues) => recordQueues((queues[0] as DeviceQueue).ctx, queues),
    mostTogether: QUEUES_TOGETHER,
    mostAtOnce: BATCHES_AT_ONCE,
  }),
});

const queues = new WeakMap<Database, ReturnType<typeof createQueues>>();

function queuesOf({ db }: Tap['ctx']) {
  let own = queues.get(db);
  if (!own) queues.set(db, (own = createQueues()));
  return own;
}

/**
 * Records the tap with those of the same organisation that wait at the same time: at nine o'clock a hundred taps are a few
 * transactions, a lone one goes at once.
 */
export const enqueuePunch = (tap: Tap): Promise<PunchResult> => queuesOf(tap.ctx).punch(tap);

/** The same for what waited on devices. */
export const enqueueQueue = (queue: DeviceQueue): Promise<QueueAnswer> => queuesOf(queue.ctx).queue(queue);
