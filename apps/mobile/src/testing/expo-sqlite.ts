import type { SqlConnection } from '@/sync/stores/sql-database';
import { nodeSqlite } from '@/sync/stores/node-sqlite.fixture';

const open = nodeSqlite(':memory:');
const opened: SqlConnection[] = [];

/** Takes the place of expo-sqlite under Jest: the app's SQL runs in Node's own SQLite. */
export async function openDatabaseAsync(): Promise<SqlConnection> {
  const connection = await open();
  opened.push(connection);
  return connection;
}

/** All that lies in the files, as one text. */
export async function writtenDown(): Promise<string> {
  const rows = opened.map(async (connection) => {
    const tables = await connection.getAllAsync<{ name: string }>(
      "SELECT name FROM sqlite_master WHERE type = 'table'",
      [],
    );
    return Promise.all(tables.map(({ name }) => connection.getAllAsync(`SELECT * FROM "${name}"`, [])));
  });
  return JSON.stringify(await Promise.all(rows));
}
