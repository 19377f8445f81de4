import type { CacheItem, SyncStore } from '../sync-store';
import type { SqlTransaction, Transact } from './sql-database';

type Cursor = { cursor: string | null; complete_at: number | null; copy: number; filling: number | null };
const NONE: Cursor = { cursor: null, complete_at: null, copy: 0, filling: null };

const cursorOf = async (tx: SqlTransaction, owner: string): Promise<Cursor> =>
  (await tx.getFirstAsync<Cursor>('SELECT * FROM cursors WHERE owner = ?', [owner])) ?? NONE;

async function saveCursor(tx: SqlTransaction, owner: string, next: Cursor): Promise<void> {
  await tx.runAsync(
    `INSERT INTO cursors (owner, cursor, complete_at, copy, filling) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (owner) DO UPDATE SET cursor = excluded.cursor, complete_at = excluded.complete_at,
       copy = excluded.copy, filling = excluded.filling`,
    [owner, next.cursor, next.complete_at, next.copy, next.filling],
  );
}

const PUT = `INSERT INTO cache (owner, copy, kind, id, item) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT (owner, copy, kind, id) DO UPDATE SET item = excluded.item`;

type Cache = Pick<SyncStore, 'apply' | 'cacheState' | 'items' | 'forgetCache' | 'getNote' | 'setNote'>;

/** A whole copy fills beside the one in use and takes its place with its last page: no screen sees half of it. */
export const sqlCache = (transact: Transact): Cache => ({
  apply: (owner, page) =>
    transact(async (tx) => {
      const at = await cursorOf(tx, owner);
      if (at.cursor !== page.askedWith) return false;
      let { filling } = at;
      if (page.reset) {
        filling = at.copy + 1;
        await tx.runAsync('DELETE FROM cache WHERE owner = ? AND copy <> ?', [owner, at.copy]);
      }
      const copy = filling ?? at.copy;
      for (const { kind, id } of page.remove) {
        const key = [owner, copy, kind, id];
        await tx.runAsync('DELETE FROM cache WHERE owner = ? AND copy = ? AND kind = ? AND id = ?', key);
      }
      for (const { kind, id, item } of page.put) {
        await tx.runAsync(PUT, [owner, copy, kind, id, JSON.stringify(item)]);
      }
      if (!page.last) {
        await saveCursor(tx, owner, { ...at, cursor: page.cursor, filling });
        return true;
      }
      if (filling !== null) {
        await tx.runAsync('DELETE FROM cache WHERE owner = ? AND copy <> ?', [owner, copy]);
      }
      await saveCursor(tx, owner, {
        cursor: page.cursor,
        complete_at: Math.round(page.now),
        copy,
        filling: null,
      });
      for (const id of page.seen) {
        await tx.runAsync('UPDATE outbox SET seen = 1 WHERE id = ? AND owner = ?', [id, owner]);
      }
      return true;
    }),
  cacheState: (owner) =>
    transact(async (tx) => {
      const { cursor, complete_at } = await cursorOf(tx, owner);
      return { cursor, completeAt: complete_at };
    }),
  items: (owner, kind) =>
    transact(async (tx) => {
      const { copy } = await cursorOf(tx, owner);
      const found = await tx.getAllAsync<{ id: string; item: string }>(
        'SELECT id, item FROM cache WHERE owner = ? AND copy = ? AND kind = ? ORDER BY id',
        [owner, copy, kind],
      );
      return found.map(({ id, item }): CacheItem => ({ kind, id, item: JSON.parse(item) as unknown }));
    }),
  forgetCache: (owner) =>
    transact(async (tx) => {
      for (const table of ['cache', 'cursors', 'notes']) {
        await tx.runAsync(`DELETE FROM ${table} WHERE owner = ?`, [owner]);
      }
    }),
  getNote: (owner, key) =>
    transact(async (tx) => {
      const found = await tx.getFirstAsync<{ value: string }>(
        'SELECT value FROM notes WHERE owner = ? AND name = ?',
        [owner, key],
      );
      return found?.value ?? null;
    }),
  setNote: (owner, key, value) =>
    transact(async (tx) => {
      await tx.runAsync(
        'INSERT INTO notes (owner, name, value) VALUES (?, ?, ?) ON CONFLICT (owner, name) DO UPDATE SET value = excluded.value',
        [owner, key, value],
      );
    }),
});
