import type { SyncStore } from '../sync-store';
import { sqlCache } from './sqlite-cache';
import { sqlOutbox } from './sqlite-outbox';
import { prepare } from './sqlite-schema';
import { serialTransactions, type SqlConnection } from './sql-database';

/** The store of iOS and Android, in one file; the connection is made at the first use. */
export function sqliteStore(open: () => Promise<SqlConnection>): SyncStore {
  const transact = serialTransactions(async () => {
    const connection = await open();
    await prepare(connection);
    return connection;
  });
  return { ...sqlOutbox(transact), ...sqlCache(transact) };
}
