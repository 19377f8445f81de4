const STORE = 'photos';

const open = () =>
  new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('vaktplan-photos', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB cannot be opened'));
  });

async function inStore<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, mode);
    const request = work(transaction.objectStore(STORE));
    transaction.oncomplete = () => {
      database.close();
      resolve(request.result);
    };
    transaction.onerror = () => reject(transaction.error ?? new Error('IndexedDB refused'));
  });
}

/** Punch photos that wait to be sent, by the id of their punch. */
export const photos = {
  async save(ref: string, uri: string): Promise<void> {
    const content = await (await fetch(uri)).arrayBuffer();
    await inStore('readwrite', (store) => store.put(content, ref));
  },
  async read(ref: string): Promise<Uint8Array<ArrayBuffer> | null> {
    const content: unknown = await inStore('readonly', (store) => store.get(ref));
    return content instanceof ArrayBuffer ? new Uint8Array(content) : null;
  },
  async remove(ref: string): Promise<void> {
    await inStore('readwrite', (store) => store.delete(ref));
  },
};
