import type { Redis } from 'ioredis';
import { AppError } from '@vaktplan/contracts/errors';
import type { CountTry } from '@vaktplan/core/kiosk/identify-person';

/** Wrong PINs within the window before the person, or the tablet, has to wait. */
const PER_PERSON = 5;
const PER_DEVICE = 30;
/** Where the PIN alone says who it is, each try is one at everybody's. */
const PER_DEVICE_WITHOUT_NAME = 10;
const WINDOW_MS = 15 * 60_000;
const MOST_KEYS = 50_000;

type Limit = { key: string; most: number };
type Count = { tries: number; until: number };

/** Counts of this process alone: they bite while Redis is away. */
class OwnCounts {
  private readonly counts = new Map<string, Count>();

  add(key: string): number {
    const now = Date.now();
    const known = this.counts.get(key);
    if (known && known.until > now) return ++known.tries;
    if (this.counts.size >= MOST_KEYS) this.counts.clear();
    this.counts.set(key, { tries: 1, until: now + WINDOW_MS });
    return 1;
  }

  takeBack(key: string): void {
    const known = this.counts.get(key);
    if (known) known.tries--;
  }

  forget(key: string): void {
    this.counts.delete(key);
  }
}

/**
 * Tries with PINs, counted before each is looked at: over all instances in Redis, and in this process besides, which alone
 * decides while Redis does not answer. What succeeds is not counted, and clears the person's name.
 */
export function createPinTries(redis: Redis): CountTry {
  const own = new OwnCounts();
  return async ({ orgId, deviceId, person: named }) => {
    const most = named ? PER_DEVICE : PER_DEVICE_WITHOUT_NAME;
    const device: Limit = { key: `vaktplan:pin:device:${orgId}:${deviceId}`, most };
    const person: Limit | undefined = named
      ? { key: `vaktplan:pin:person:${orgId}:${named}`, most: PER_PERSON }
      : undefined;
    const limits = person ? [device, person] : [device];
    const ownTries = limits.map(({ key }) => own.add(key));
    const shared = await countShared(redis, limits);
    const tries = shared ?? ownTries;
    const takeBack = async (): Promise<void> => {
      own.takeBack(device.key);
      await redis.decr(device.key).catch(() => null);
    };
    const [atDevice = 0, atPerson = 0] = tries;
    if (person && atPerson > person.most) {
      // one person's guesses that nobody looks at must not lock the tablet for all
      await takeBack();
      throw new AppError('pin_locked');
    }
    if (atDevice > device.most) throw new AppError('pin_locked');
    return async () => {
      if (person) own.forget(person.key);
      await Promise.all([takeBack(), person && redis.del(person.key).catch(() => null)]);
    };
  };
}

/** How many tries each has had with this one; undefined while Redis does not answer. */
async function countShared(redis: Redis, limits: readonly Limit[]): Promise<number[] | undefined> {
  const counting = redis.multi();
  for (const { key } of limits) counting.incr(key).pexpire(key, WINDOW_MS, 'NX');
  const results = await counting.exec().catch(() => null);
  if (!results) return undefined;
  const tries = limits.map((_, nr) => results[nr * 2]?.[1]);
  return tries.every((count) => typeof count === 'number') ? tries : undefined;
}
