import { randomBytes } from 'node:crypto';
import type { Redis } from 'ioredis';
import * as z from 'zod';

/** A hash: instance -> what it last said. */
const KEY = 'vaktplan:instances';
const EVERY_MS = 5_000;
/** Three beats missed. */
const GONE_MS = 16_000;

const Beat = z.object({
  service: z.enum(['api', 'worker']),
  id: z.string(),
  release: z.string(),
  startedAt: z.iso.datetime(),
  seenAt: z.iso.datetime(),
  breakers: z.array(z.object({ upstream: z.string(), state: z.enum(['closed', 'half-open', 'open']) })),
  relayLagSeconds: z.number().nullable().default(null),
  schedules: z.array(z.string()).default([]),
});
export type Beat = z.output<typeof Beat>;
export type Told = Pick<Beat, 'breakers'> & Partial<Pick<Beat, 'relayLagSeconds' | 'schedules'>>;

export type HeartbeatOptions = {
  /** a `producer` */
  redis: Redis;
  service: Beat['service'];
  release: string;
  tell: () => Promise<Told>;
  key?: string;
  everyMs?: number;
};

/** Says every few seconds that this process runs, and how it is. Redis being away is not its business. */
export function startHeartbeat(options: HeartbeatOptions): { stop: () => Promise<void> } {
  const { redis, service, release, tell, key = KEY, everyMs = EVERY_MS } = options;
  const id = randomBytes(4).toString('hex');
  const startedAt = new Date().toISOString();
  let stopped = false;
  const beat = async (): Promise<void> => {
    if (stopped || redis.status !== 'ready') return;
    const seenAt = new Date().toISOString();
    const text = JSON.stringify({ service, id, release, startedAt, seenAt, ...(await tell()) });
    await redis.hset(key, id, text);
  };
  const once = (): void => void beat().catch(() => undefined);
  const timer = setInterval(once, everyMs).unref();
  redis.on('ready', once);
  once();
  return {
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      redis.off('ready', once);
      if (redis.status === 'ready') await redis.hdel(key, id).catch(() => undefined);
    },
  };
}

/** The processes that run, oldest first; those that fell silent are forgotten. */
export async function readHeartbeats(redis: Redis, key = KEY, now = Date.now()): Promise<Beat[]> {
  const told = await redis.hgetall(key);
  const beats: Beat[] = [];
  const gone: string[] = [];
  for (const [id, text] of Object.entries(told)) {
    // another version may say it otherwise
    const beat = Beat.safeParse(JSON.parse(text));
    if (beat.success && now - Date.parse(beat.data.seenAt) < GONE_MS) beats.push(beat.data);
    else gone.push(id);
  }
  if (gone.length > 0) await redis.hdel(key, ...gone);
  return beats.toSorted((a, b) => a.startedAt.localeCompare(b.startedAt));
}
