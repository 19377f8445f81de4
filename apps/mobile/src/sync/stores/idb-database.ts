const VERSION = 1;

function open(name: string, onClosed: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, VERSION);
    request.addEventListener('upgradeneeded', () => {
      const db = request.result;
      db.createObjectStore('outbox', { keyPath: 'row.id' }).createIndex('order', ['row.owner', 'row.seq'], {
        unique: true,
      });
      db.createObjectStore('sequences', { keyPath: 'owner' });
      db.createObjectStore('cache', { keyPath: ['owner', 'copy', 'kind', 'id'] });
      db.createObjectStore('cursors', { keyPath: 'owner' });
      db.createObjectStore('notes', { keyPath: ['owner', 'name'] });
    });
    request.addEventListener('success', () => {
      const db = request.result;
      // somebody emptied the browser's storage, or another tab has a newer app
      db.addEventListener('close', onClosed);
      db.addEventListener('versionchange', () => {
        db.close();
        onClosed();
      });
      resolve(db);
    });
    request.addEventListener('error', () => reject(request.error ?? new Error('no database')));
  });
}

export type StoreName = 'outbox' | 'sequences' | 'cache' | 'cursors' | 'notes';
type Store = (name: StoreName) => IDBObjectStore;

/** The answer of a request within a transaction. */
export const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('not read')));
  });

/** Everything of one owner: arrays sort after strings and numbers. */
export const allOf = (...prefix: (string | number)[]): IDBKeyRange =>
  IDBKeyRange.bound(prefix, [...prefix, []]);

/**
 * Runs `work` in one transaction and answers when it is on the disk. `work` may await only what it asked of the
 * transaction; what it throws undoes all of it.
 */
export function idbTransactions(name: string) {
  let opened: Promise<IDBDatabase> | undefined;
  return async <T>(
    mode: IDBTransactionMode,
    stores: StoreName[],
    work: (store: Store) => Promise<T>,
  ): Promise<T> => {
    opened ??= open(name, () => (opened = undefined));
    const db = await opened.catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    const tx = db.transaction(stores, mode, { durability: 'strict' });
    const written = new Promise<void>((resolve, reject) => {
      tx.addEventListener('complete', () => resolve());
      tx.addEventListener('abort', () => reject(tx.error ?? new Error('not written')));
    });
    const result = await work((store) => tx.objectStore(store)).catch(async (error: unknown) => {
      tx.abort();
      await written.catch(() => undefined);
      throw error;
    });
    await written;
    return result;
  };
}
export type IdbTransact = ReturnType<typeof idbTransactions>;
