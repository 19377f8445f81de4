import type { OutboxRow } from '../outbox-row';
import type { CacheItem, SyncStore } from '../sync-store';
import { allOf, asked, type IdbTransact } from './idb-database';

type Cursor = {
  owner: string;
  cursor: string | null;
  completeAt: number | null;
  copy: number;
  filling: number | null;
};

const cursorOf = async (store: IDBObjectStore, owner: string): Promise<Cursor> =>
  (await asked(store.get(owner) as IDBRequest<Cursor | undefined>)) ?? {
    owner,
    cursor: null,
    completeAt: null,
    copy: 0,
    filling: null,
  };

/** Every copy of the owner but this one goes. */
async function keepOnly(cache: IDBObjectStore, owner: string, copy: number): Promise<void> {
  await asked(cache.delete(IDBKeyRange.bound([owner], [owner, copy], false, true)));
  await asked(cache.delete(IDBKeyRange.bound([owner, copy, []], [owner, []])));
}

async function markSeen(outbox: IDBObjectStore, owner: string, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const kept = await asked(outbox.get(id) as IDBRequest<{ row: OutboxRow } | undefined>);
    if (kept?.row.owner === owner) await asked(outbox.put({ ...kept, row: { ...kept.row, seen: true } }));
  }
}

type Cache = Pick<SyncStore, 'apply' | 'cacheState' | 'items' | 'forgetCache' | 'getNote' | 'setNote'>;

/** As in SQLite: a whole copy fills beside the one in use. */
export const idbCache = (transact: IdbTransact): Cache => ({
  apply: (owner, page) =>
    transact('readwrite', ['outbox', 'cache', 'cursors'], async (store) => {
      const cache = store('cache');
      const at = await cursorOf(store('cursors'), owner);
      if (at.cursor !== page.askedWith) return false;
      let { filling } = at;
      if (page.reset) {
        filling = at.copy + 1;
        await keepOnly(cache, owner, at.copy);
      }
      const copy = filling ?? at.copy;
      for (const { kind, id } of page.remove) await asked(cache.delete([owner, copy, kind, id]));
      for (const { kind, id, item } of page.put) await asked(cache.put({ owner, copy, kind, id, item }));
      const next: Cursor = page.last
        ? { owner, cursor: page.cursor, completeAt: page.now, copy, filling: null }
        : { ...at, cursor: page.cursor, filling };
      if (page.last && filling !== null) await keepOnly(cache, owner, copy);
      if (page.last) await markSeen(store('outbox'), owner, page.seen);
      await asked(store('cursors').put(next));
      return true;
    }),
  cacheState: (owner) =>
    transact('readonly', ['cursors'], async (store) => {
      const { cursor, completeAt } = await cursorOf(store('cursors'), owner);
      return { cursor, completeAt };
    }),
  items: (owner, kind) =>
    transact('readonly', ['cache', 'cursors'], async (store) => {
      const { copy } = await cursorOf(store('cursors'), owner);
      const found = await asked(store('cache').getAll(allOf(owner, copy, kind)) as IDBRequest<CacheItem[]>);
      return found.map(({ id, item }) => ({ kind, id, item }));
    }),
  forgetCache: (owner) =>
    transact('readwrite', ['cache', 'cursors', 'notes'], async (store) => {
      await asked(store('cache').delete(allOf(owner)));
      await asked(store('cursors').delete(owner));
      await asked(store('notes').delete(allOf(owner)));
    }),
  getNote: (owner, key) =>
    transact('readonly', ['notes'], async (store) => {
      const found = await asked(
        store('notes').get([owner, key]) as IDBRequest<{ value: string } | undefined>,
      );
      return found?.value ?? null;
    }),
  setNote: (owner, key, value) =>
    transact('readwrite', ['notes'], async (store) => {
      await asked(store('notes').put({ owner, name: key, value }));
    }),
});
