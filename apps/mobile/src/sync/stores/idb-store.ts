import type { SyncStore } from '../sync-store';
import { idbCache } from './idb-cache';
import { idbTransactions } from './idb-database';
import { idbOutbox } from './idb-outbox';

/** The store of the web export: one IndexedDB database, shared by the tabs. */
export function idbStore(name: string): SyncStore {
  const transact = idbTransactions(name);
  return { ...idbOutbox(transact), ...idbCache(transact) };
}
