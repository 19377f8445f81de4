import type { Redis } from 'ioredis';
import * as z from 'zod';

/** A hash: job scheduler -> how its last job ended. */
const KEY = 'vaktplan:last-runs';

const LastRun = z.object({ at: z.iso.datetime(), outcome: z.enum(['completed', 'retrying', 'failed']) });
export type LastRun = z.output<typeof LastRun>;

/** Notes how a job that the clock started has ended. */
export async function noteRun(redis: Redis, scheduler: string, run: LastRun, key = KEY): Promise<void> {
  if (redis.status === 'ready') await redis.hset(key, scheduler, JSON.stringify(run));
}

/** The last run of each of these schedulers; undefined for one that has not run. */
export async function lastRuns(
  redis: Redis,
  schedulers: readonly string[],
  key = KEY,
): Promise<(LastRun | undefined)[]> {
  if (schedulers.length === 0) return [];
  const told = await redis.hmget(key, ...schedulers);
  return told.map((text) => (text === null ? undefined : LastRun.safeParse(JSON.parse(text)).data));
}
