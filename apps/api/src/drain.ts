import { setTimeout as delay } from 'node:timers/promises';
import type { Env } from './env.ts';
import type { Services } from './services.ts';

const HOSTED_MS = 3_000;

export const drainMsOf = ({ SHUTDOWN_DRAIN_MS, VAKTPLAN_MODE }: Env): number =>
  SHUTDOWN_DRAIN_MS ?? (VAKTPLAN_MODE === 'local' ? 0 : HOSTED_MS);

/**
 * Between the signal to end and the end: not ready any more, so that whoever spreads the requests turns to others, but
 * every request that still comes is answered, and told to close its connection.
 */
export async function drain({ env, standing }: Services): Promise<void> {
  standing.isDraining = true;
  await delay(drainMsOf(env));
}
