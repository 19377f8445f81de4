export type SqlValue = string | number | null;

/** What is used of expo-sqlite; Node's own SQLite speaks it in tests. */
export type SqlConnection = {
  execAsync(sql: string): Promise<void>;
  runAsync(sql: string, values: SqlValue[]): Promise<{ changes: number }>;
  getFirstAsync<T>(sql: string, values: SqlValue[]): Promise<T | null>;
  getAllAsync<T>(sql: string, values: SqlValue[]): Promise<T[]>;
};

export type SqlTransaction = Omit<SqlConnection, 'execAsync'>;

/**
 * One connection whose transactions run one after the other: what another caller asks in between cannot slip into
 * somebody's transaction. IMMEDIATE takes the file's write lock at once, against other processes.
 */
export function serialTransactions(connect: () => Promise<SqlConnection>) {
  let connection: Promise<SqlConnection> | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  async function inTransaction<T>(work: (tx: SqlTransaction) => Promise<T>): Promise<T> {
    connection ??= connect();
    const db = await connection.catch((error: unknown) => {
      // the next caller tries again
      connection = undefined;
      throw error;
    });
    await db.execAsync('BEGIN IMMEDIATE');
    try {
      const result = await work(db);
      await db.execAsync('COMMIT');
      return result;
    } catch (error) {
      // a full disk has ended the transaction already
      await db.execAsync('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }

  return <T>(work: (tx: SqlTransaction) => Promise<T>): Promise<T> => {
    const done = turn.then(() => inTransaction(work));
    turn = done.catch(() => undefined);
    return done;
  };
}
export type Transact = ReturnType<typeof serialTransactions>;
