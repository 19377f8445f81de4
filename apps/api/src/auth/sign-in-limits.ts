import { TooManyRequests } from '../http/too-many-requests.ts';
import type { Services } from '../services.ts';
import { sha256 } from '../sha256.ts';

/** Failed tries before the account has to wait; the address's are in the environment. */
const PER_ACCOUNT = 10;
const WINDOW_SECONDS = 300;

export type Try = { account: string | undefined; address: string };

const keysOf = ({ account, address }: Try, perAddress: number): { key: string; most: number }[] => [
  { key: `vaktplan:sign-in:address:${address}`, most: perAddress },
  ...(account
    ? [{ key: `vaktplan:sign-in:account:${sha256(account.trim().toLowerCase())}`, most: PER_ACCOUNT }]
    : []),
];

/**
 * Counts the try before it runs, so that a thousand at once do not pass together.
 * Returns what to call when it succeeded: it is not counted then. While Redis is away nothing is counted.
 * @throws TooManyRequests
 */
export async function countTry({ redis, env }: Services, tried: Try): Promise<() => Promise<void>> {
  const keys = keysOf(tried, env.RATE_LIMIT_SIGN_IN);
  const counting = redis.multi();
  for (const { key } of keys) counting.incr(key).expire(key, WINDOW_SECONDS, 'NX').ttl(key);
  const results = await counting.exec().catch(() => null);
  keys.forEach(({ most }, place) => {
    const count = Number(results?.[place * 3]?.[1] ?? 0);
    if (count > most) throw new TooManyRequests(Math.max(1, Number(results?.[place * 3 + 2]?.[1])));
  });
  return async () => {
    const [address, account] = keys;
    const forgiving = redis.multi();
    if (address) forgiving.decr(address.key);
    if (account) forgiving.del(account.key);
    await forgiving.exec().catch(() => null);
  };
}
