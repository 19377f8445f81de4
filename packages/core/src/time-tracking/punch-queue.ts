import type { PunchResult } from '@vaktplan/contracts/http/time-tracking';
import type { Database } from '@vaktplan/db/database';
import { gather } from '@vaktplan/platform/gather';
import { recordTogether } from './record-together.ts';
import type { Tap } from './recording/tap.ts';

const queues = new WeakMap<Database, (tap: Tap) => Promise<PunchResult>>();

const createQueue = () =>
  gather({
    keyOf: (tap: Tap) => tap.ctx.orgId,
    // repeating is safe: a punch's id is its key
    run: (taps) => recordTogether((taps[0] as Tap).ctx, taps),
  });

/**
 * Records the tap with those of the same organisation that wait at the same time: at nine o'clock a hundred taps are a few
 * transactions, a lone one goes at once.
 */
export function enqueuePunch(tap: Tap): Promise<PunchResult> {
  const { db } = tap.ctx;
  let enqueue = queues.get(db);
  if (!enqueue) queues.set(db, (enqueue = createQueue()));
  return enqueue(tap);
}
