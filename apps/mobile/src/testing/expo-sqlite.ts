import { nodeSqlite } from '@/sync/stores/node-sqlite.fixture';

/** Takes the place of expo-sqlite under Jest: the app's SQL runs in Node's own SQLite. */
export const openDatabaseAsync = nodeSqlite(':memory:');
