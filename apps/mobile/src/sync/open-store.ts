import { openDatabaseAsync } from 'expo-sqlite';
import { sqliteStore } from './stores/sqlite-store';

/** What this phone keeps: one file of SQLite. */
export const syncStore = sqliteStore(() => openDatabaseAsync('vaktplan.db'));
