import type { Redis } from 'ioredis';

/** Longer than the time between two refreshes, so that only a vanished instance's sockets run out. */
const SECONDS = 150;

const socketsOf = (userId: string): string => `vaktplan:sockets:${userId}`;
const flagOf = (userId: string): string => `vaktplan:online:${userId}`;

/**
 * Who is online, counted over all instances: a person comes with the first socket and goes with the last.
 * While Redis is away nobody comes or goes.
 */
export function createPresence(redis: Redis) {
  const drop = async (userId: string, socketId: string): Promise<void> => {
    await redis.zrem(socketsOf(userId), socketId);
  };
  return {
    /** Counts the socket, again for every refresh. True when the person was not online before. */
    async enter(userId: string, socketId: string): Promise<boolean> {
      const now = Date.now();
      const results = await redis
        .multi()
        .zadd(socketsOf(userId), now, socketId)
        .zremrangebyscore(socketsOf(userId), 0, now - SECONDS * 1000)
        .expire(socketsOf(userId), SECONDS)
        .set(flagOf(userId), '1', 'EX', SECONDS, 'GET')
        .exec();
      return results?.[3]?.[1] === null;
    },
    drop,
    /** True for the one caller that finds the person gone. */
    async leave(userId: string): Promise<boolean> {
      if ((await redis.zcard(socketsOf(userId))) > 0) return false;
      return (await redis.del(flagOf(userId))) === 1;
    },
  };
}
export type Presence = ReturnType<typeof createPresence>;
