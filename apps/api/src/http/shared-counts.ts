import type { Redis } from 'ioredis';

type Count = {
  /** What all instances had counted when we last asked. */
  known: number;
  /** What we have counted since. */
  fresh: number;
  /** When it starts anew, in milliseconds since the epoch. */
  until: number;
};
type Answer = { current: number; ttl: number };

const FLUSH_MS = 200;
const MOST_KEYS = 100_000;

/**
 * Counts of all instances, kept in Redis and told to it in one go a few times a second: asking for every request was a
 * seventh of a cheap request's CPU. An instance goes over a limit by what the others let through in that time, no more;
 * while Redis is away each counts for itself.
 */
export class SharedCounts {
  private readonly counts = new Map<string, Count>();
  private readonly dirty = new Set<string>();
  private readonly redis: Redis;
  private timer: NodeJS.Timeout | undefined;

  constructor(redis: Redis) {
    this.redis = redis;
  }

  add(key: string, windowMs: number): Answer {
    const now = Date.now();
    let count = this.counts.get(key);
    if (!count || count.until <= now) {
      if (this.counts.size >= MOST_KEYS) this.counts.clear();
      this.counts.set(key, (count = { known: 0, fresh: 0, until: now + windowMs }));
    }
    count.fresh++;
    this.dirty.add(key);
    this.timer ??= setTimeout(() => void this.flush(), FLUSH_MS).unref();
    return { current: count.known + count.fresh, ttl: count.until - now };
  }

  private async flush(): Promise<void> {
    const told = [...this.dirty].flatMap((key) => {
      const count = this.counts.get(key);
      return count ? [{ key, count, fresh: count.fresh }] : [];
    });
    this.dirty.clear();
    this.timer = undefined;
    this.forgetOld();
    const commands = this.redis.pipeline();
    for (const { key, count, fresh } of told) {
      commands
        .incrby(key, fresh)
        .pexpire(key, Math.max(1, count.until - Date.now()), 'NX')
        .pttl(key);
    }
    const answers = await commands.exec().catch(() => null);
    told.forEach(({ count, fresh }, place) => {
      const [[failed, total] = [], , [, ttl] = []] = answers?.slice(place * 3, place * 3 + 3) ?? [];
      if (failed !== null || typeof total !== 'number') return;
      count.known = total;
      count.fresh -= fresh;
      count.until = Date.now() + Math.max(0, Number(ttl));
    });
  }

  private forgetOld(): void {
    const now = Date.now();
    for (const [key, { until }] of this.counts) if (until <= now) this.counts.delete(key);
  }
}
