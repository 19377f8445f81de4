import type { Tap } from './tap';

const store = 'taps';
let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('vaktplan-kiosk', 1);
    request.addEventListener('upgradeneeded', () =>
      request.result.createObjectStore(store, { keyPath: 'id' }),
    );
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('no database')));
  });
  return opened;
}

async function run<T>(mode: IDBTransactionMode, work: (taps: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(store, mode, { durability: 'strict' });
    const request = work(transaction.objectStore(store));
    transaction.addEventListener('complete', () => resolve(request.result));
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('not written')));
  });
}

/** Taps that this tablet keeps until the server has them: they outlive a reload and a power cut. Each may reject. */
export const tapDatabase = {
  all: (): Promise<Tap[]> => run('readonly', (taps) => taps.getAll() as IDBRequest<Tap[]>),
  put: (tap: Tap): Promise<unknown> => run('readwrite', (taps) => taps.put(tap)),
  remove: (id: string): Promise<unknown> => run('readwrite', (taps) => taps.delete(id)),
};
