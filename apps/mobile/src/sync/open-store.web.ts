import { idbStore } from './stores/idb-store';

/** What this browser keeps: SQLite's files for the web take one tab only, IndexedDB takes them all. */
export const syncStore = idbStore('vaktplan');
