import type { Redis } from 'ioredis';

/** A restart of Redis or a blink of the network is no reason to send everybody away. */
const DEAF_AFTER_MS = 2_000;
/** Asked so often, a Redis that stands still is found out by its connection's own limit. */
const ASK_MS = 2_000;

export type Hearing = { isDeaf: () => boolean; stop: () => void };

/**
 * Without Redis this instance hears nothing of what happens, and its sockets stay silent although all looks well. Told once
 * through `onDeaf`, when it has been away for two seconds: people shall see that they are not connected, and look again when
 * they are.
 */
export function watchHearing(redis: Redis, onDeaf: () => void): Hearing {
  let deaf = false;
  let timer: NodeJS.Timeout | undefined;
  const lost = (): void => {
    timer ??= setTimeout(() => {
      deaf = true;
      onDeaf();
    }, DEAF_AFTER_MS).unref();
  };
  const stop = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  const asking = setInterval(() => {
    if (redis.status === 'ready') redis.ping().catch(() => undefined);
  }, ASK_MS).unref();
  redis.on('close', lost);
  redis.on('ready', () => {
    stop();
    deaf = false;
  });
  return {
    isDeaf: () => deaf,
    stop: () => {
      clearInterval(asking);
      redis.off('close', lost);
      stop();
    },
  };
}
