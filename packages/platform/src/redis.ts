import { Redis, type RedisOptions } from 'ioredis';
import type { Logger } from './logger.ts';

/**
 * producer: a request waits for it, so it fails fast while Redis is away.
 * worker: a background loop that waits for Redis however long it takes (BullMQ workers).
 * subscriber: the same, for connections that only listen (pub/sub, blocking stream reads).
 */
export type RedisKind = 'producer' | 'worker' | 'subscriber';

export type CreateRedisOptions = {
  log?: Logger;
  /** producers only: how long one command may take, in milliseconds */
  commandTimeoutMs?: number;
  /** a connection that has been asked and says nothing for so long is broken off, in milliseconds */
  silenceMs?: number;
};

/** Connects at once and reconnects forever. Errors are logged once per change of state and never thrown. */
export const createRedis = (url: string, kind: RedisKind, options: CreateRedisOptions = {}): Redis => {
  const redis = new Redis(url, {
    ...shared,
    ...byKind(kind, options.commandTimeoutMs ?? 2000),
    ...(options.silenceMs && { socketTimeout: options.silenceMs }),
  });
  logChanges(redis, kind, options.log);
  return redis;
};

/** Settles when the connection can be used, or rejects after `ms`. For boot and tests: producers refuse commands before. */
export const whenReady = async (redis: Redis, ms: number): Promise<void> => {
  if (redis.status === 'ready') return;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const timer = setTimeout(() => reject(new Error(`Redis was not ready within ${ms} ms`)), ms);
  redis.once('ready', resolve);
  try {
    await promise;
  } finally {
    clearTimeout(timer);
    redis.off('ready', resolve);
  }
};

/** Subscribes now and after each time the connection was lost. `failed` hears why it could not; it is tried again then. */
export function subscribeAlways(redis: Redis, channel: string, failed: (err: unknown) => void): void {
  const subscribe = (): void => void redis.subscribe(channel).catch(failed);
  redis.on('ready', subscribe);
  if (redis.status === 'ready') subscribe();
}

const shared: RedisOptions = {
  // 0 = IPv4 and IPv6: private networks of some hosts resolve to IPv6 only
  family: 0,
  connectTimeout: 5000,
  // capped low so that sockets and queues are back within seconds; jitter spreads the instances
  retryStrategy: (times) => Math.min(50 * 2 ** Math.min(times, 6), 1000) * (0.75 + Math.random() / 2),
};

// after a failover we may talk to a read-only or still loading server
const isFailover = ({ message }: Error): boolean => /^(READONLY|LOADING|UNBLOCKED)\b/.test(message);

const byKind = (kind: RedisKind, commandTimeout: number): RedisOptions =>
  kind === 'producer'
    ? {
        enableOfflineQueue: false,
        maxRetriesPerRequest: 1,
        commandTimeout,
        // 1: reconnect, the command fails; without an offline queue it could not be sent again
        reconnectOnError: (error) => (isFailover(error) ? 1 : false),
      }
    : {
        maxRetriesPerRequest: null,
        // ioredis waits for no answer when it subscribes again, so that nobody hears of a refusal: see subscribeAlways
        autoResubscribe: false,
        // 2: reconnect and send the command again
        reconnectOnError: (error) => (isFailover(error) ? 2 : false),
      };

const logChanges = (redis: Redis, kind: RedisKind, log: Logger | undefined): void => {
  let down = false;
  const lost = (err?: Error): void => {
    if (!down) log?.warn({ redis: kind, err }, 'Redis is away');
    down = true;
  };
  redis.on('error', lost);
  redis.on('reconnecting', () => lost());
  redis.on('ready', () => {
    if (down) log?.info({ redis: kind }, 'Redis is back');
    down = false;
  });
};
