import type { OutboxRow, Owner } from '../outbox-row';
import type { CacheItem, CacheState, SyncStore } from '../sync-store';
import {
  amended,
  claimable,
  hurried,
  isAmendable,
  isPrunable,
  isUnsettled,
  sentAgain,
  settled,
  started,
  withLease,
} from './claimable';

type Cache = CacheState & { items: Map<string, CacheItem>; filling: Map<string, CacheItem> | null };
const keyOf = ({ kind, id }: { kind: string; id: string }) => `${kind} ${id}`;

/** For unit tests: nothing outlives it, nothing leaks by reference. It is the plainest reading of the contract. */
export function memoryStore(): SyncStore {
  const rows = new Map<string, { row: OutboxRow; claim: string | null }>();
  const last = new Map<Owner, number>();
  const caches = new Map<Owner, Cache>();
  const notes = new Map<string, string>();

  const ofOwner = (owner: Owner) =>
    [...rows.values()].filter(({ row }) => row.owner === owner).toSorted((a, b) => a.row.seq - b.row.seq);
  const change = (owner: Owner, id: string, by: (row: OutboxRow) => OutboxRow) => {
    const kept = rows.get(id);
    if (kept?.row.owner === owner) kept.row = by(kept.row);
  };
  const cacheOf = (owner: Owner): Cache => {
    const empty = { cursor: null, completeAt: null, items: new Map(), filling: null };
    const cache = caches.get(owner) ?? empty;
    caches.set(owner, cache);
    return cache;
  };

  return {
    async add(row) {
      const there = rows.get(row.id);
      if (there) return structuredClone(there.row);
      const seq = (last.get(row.owner) ?? 0) + 1;
      last.set(row.owner, seq);
      rows.set(row.id, { row: structuredClone(started(row, seq)), claim: null });
      return started(row, seq);
    },
    async claim({ owner, stream, token, limit, now }) {
      const open = ofOwner(owner).filter(({ row }) => row.stream === stream && isUnsettled(row));
      const taken = claimable(
        open.map(({ row }) => row),
        now,
        limit,
      );
      const ids = new Set(taken.map(({ id }) => id));
      return open
        .filter(({ row }) => ids.has(row.id))
        .map((kept) => {
          kept.row = withLease(kept.row, now);
          kept.claim = token;
          return structuredClone(kept.row);
        });
    },
    async settle(token, settlements) {
      for (const settlement of settlements) {
        const kept = rows.get(settlement.id);
        if (kept?.row.state === 'sending' && kept.claim === token) {
          kept.row = settled(kept.row, structuredClone(settlement));
          kept.claim = null;
        }
      }
    },
    async amend(owner, id, part) {
      const row = rows.get(id)?.row;
      if (!row || row.owner !== owner || !isAmendable(row)) return false;
      change(owner, id, (one) => amended(one, structuredClone(part)));
      return true;
    },
    async takeBack(owner, id) {
      const row = rows.get(id)?.row;
      return row?.owner === owner && isAmendable(row) && rows.delete(id);
    },
    rows: async (owner) => ofOwner(owner).map(({ row }) => structuredClone(row)),
    async hurry(owner) {
      for (const { row } of ofOwner(owner)) change(owner, row.id, hurried);
    },
    async again(owner, id) {
      change(owner, id, sentAgain);
    },
    async dismiss(owner, id) {
      const row = rows.get(id)?.row;
      if (row?.owner === owner && row.state === 'refused') rows.delete(id);
    },
    async prune(owner, before) {
      const old = ofOwner(owner).filter(({ row }) => isPrunable(row, before));
      for (const { row } of old) rows.delete(row.id);
      return old.length;
    },

    async apply(owner, page) {
      const cache = cacheOf(owner);
      if (cache.cursor !== page.askedWith) return false;
      if (page.reset) cache.filling = new Map();
      const into = cache.filling ?? cache.items;
      for (const one of page.remove) into.delete(keyOf(one));
      for (const one of page.put) into.set(keyOf(one), structuredClone(one));
      cache.cursor = page.cursor;
      if (!page.last) return true;
      cache.items = into;
      cache.filling = null;
      cache.completeAt = page.now;
      for (const id of page.seen) change(owner, id, (row) => ({ ...row, seen: true }));
      return true;
    },
    async cacheState(owner) {
      const { cursor, completeAt } = cacheOf(owner);
      return { cursor, completeAt };
    },
    items: async (owner, kind) =>
      structuredClone([...cacheOf(owner).items.values()])
        .filter((one) => one.kind === kind)
        .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    async forgetCache(owner) {
      caches.delete(owner);
      for (const key of notes.keys()) if (key.startsWith(`${owner} `)) notes.delete(key);
    },
    getNote: async (owner, key) => notes.get(`${owner} ${key}`) ?? null,
    async setNote(owner, key, value) {
      notes.set(`${owner} ${key}`, value);
    },
  };
}
