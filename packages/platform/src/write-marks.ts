import type { Redis } from 'ioredis';

/** Longer than a replica may lag before it is not read at all. */
const KEPT_SECONDS = 60;
const keyOf = (organizationId: string): string => `vaktplan:written:{${organizationId}}`;

// two writers may come here in another order than they committed: the later place in the log stays
const MARK = `local seen = redis.call('get', KEYS[1])
if not seen or seen < ARGV[1] then redis.call('set', KEYS[1], ARGV[1], 'EX', ARGV[2]) end`;

export type WriteMarks = {
  /** Remembers how far the log went after a write of the organisation. Never fails: without Redis no replica is read either. */
  mark: (organizationId: string, lsn: string) => Promise<void>;
  /** The mark; undefined: nothing was written lately; null while Redis is away, and for as long as a mark could have been missed. */
  last: (organizationId: string) => Promise<string | undefined | null>;
};

/** Where all processes tell each other how new a replica has to be for an organisation. */
export function createWriteMarks(redis: Redis): WriteMarks {
  let sureFrom = 0;
  const lost = (): void => {
    sureFrom = performance.now() + KEPT_SECONDS * 1000;
  };
  redis.on('close', lost);
  return {
    mark: async (organizationId, lsn) => {
      await redis.eval(MARK, 1, keyOf(organizationId), lsn, KEPT_SECONDS).catch(lost);
    },
    last: async (organizationId) => {
      if (performance.now() < sureFrom) return null;
      return redis.get(keyOf(organizationId)).then(
        (mark) => mark ?? undefined,
        () => null,
      );
    },
  };
}
