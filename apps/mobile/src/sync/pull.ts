import * as z from 'zod';
import type { Owner } from './outbox-row';
import { attempt } from './outcome';
import type { CachePage, SyncStore } from './sync-store';
import type { Transport } from './transport';

export type Puller = { store: SyncStore; transport: Transport; now: () => number };
/** whole: the phone holds all there is. later: no answer, or no end; what was applied stays. */
export type Pulled = 'whole' | 'later' | 'signedOut';

const PAGE = 200;
/** More pages than this is a server that goes round in circles. */
const MOST_PAGES = 500;

const Change = z.union([
  z.object({ kind: z.literal('tombstone'), of: z.string(), id: z.string() }),
  z.object({ kind: z.string(), id: z.string(), item: z.record(z.string(), z.unknown()) }),
]);
/**
 * The page with its items unread: they are kept as they came and read when they are shown. So one that this app is too old
 * for holds up no others, and is there when the app has been updated.
 */
const Envelope = z.object({
  changes: z.array(Change),
  cursor: z.string(),
  more: z.boolean(),
  reset: z.boolean(),
});

/**
 * Fetches what changed since the last time, page by page, and applies each together with its cursor. `afresh`: asks for
 * everything again; until the last page is in, the phone shows what it had.
 */
export async function pull(
  { store, transport, now }: Puller,
  owner: Owner,
  { afresh = false } = {},
): Promise<Pulled> {
  const confirmed = (await store.rows(owner)).filter(({ state, seen }) => state === 'confirmed' && !seen);
  const seen = confirmed.map(({ id }) => id);
  for (let page = 0; page < MOST_PAGES; page++) {
    const { cursor } = await store.cacheState(owner);
    const askedWith = afresh && page === 0 ? null : cursor;
    const query = new URLSearchParams({
      limit: String(PAGE),
      ...(askedWith !== null && { cursor: askedWith }),
    });
    const path = `/api/v1/sync?${query.toString()}`;
    const verdict = await attempt(() => transport.send(owner, { method: 'GET', path }), 0);
    if (verdict.kind !== 'ok') return verdict.kind === 'signedOut' ? 'signedOut' : 'later';
    const read = Envelope.safeParse(verdict.body);
    if (!read.success) return 'later';
    const { changes, more, reset, cursor: next } = read.data;
    const applied = await store.apply(owner, {
      ...sorted(changes),
      askedWith: cursor,
      cursor: next,
      reset: reset || askedWith === null,
      last: !more,
      seen,
      now: now(),
    });
    // another tab was faster: what it left is where this one goes on
    if (applied && !more) return 'whole';
  }
  return 'later';
}

const sorted = (changes: readonly z.infer<typeof Change>[]): Pick<CachePage, 'put' | 'remove'> => ({
  put: changes.flatMap((change) => ('item' in change ? [change] : [])),
  remove: changes.flatMap((change) => ('of' in change ? [{ kind: change.of, id: change.id }] : [])),
});
