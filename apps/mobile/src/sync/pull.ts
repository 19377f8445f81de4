import { SyncChange, type SyncItem } from '@vaktplan/contracts/http/sync';
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

/** The page with its changes unread: one that this version does not know must not hold up the others. */
const Envelope = z.object({
  changes: z.array(z.unknown()),
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

function sorted(changes: readonly unknown[]): Pick<CachePage, 'put' | 'remove'> {
  const known = changes.flatMap((change) => SyncChange.safeParse(change).data ?? []);
  return {
    put: known.filter((change): change is SyncItem => change.kind !== 'tombstone'),
    remove: known.flatMap((change) =>
      change.kind === 'tombstone' ? [{ kind: change.of, id: change.id }] : [],
    ),
  };
}
