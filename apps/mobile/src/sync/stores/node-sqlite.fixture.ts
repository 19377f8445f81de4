import { DatabaseSync } from 'node:sqlite';
import type { SqlConnection, SqlValue } from './sql-database';

/** Node's SQLite behind what is used of expo-sqlite: the SQL itself is under test. `file` may be :memory:. */
export function nodeSqlite(file: string): () => Promise<SqlConnection> {
  return async () => {
    const db = new DatabaseSync(file);
    return {
      execAsync: async (sql) => db.exec(sql),
      runAsync: async (sql, values: SqlValue[]) => ({
        changes: Number(db.prepare(sql).run(...values).changes),
      }),
      getFirstAsync: async <T>(sql: string, values: SqlValue[]) =>
        (db.prepare(sql).get(...values) ?? null) as T | null,
      getAllAsync: async <T>(sql: string, values: SqlValue[]) => db.prepare(sql).all(...values) as T[],
    };
  };
}
