import pg from 'pg';

export type Held = {
  release: () => Promise<void> /** process ids of the connections that want to write */;
  waiters: () => Promise<number[]>;
};

/** Lets nobody write to the table until released. */
export async function holdTable(url: string, table: string): Promise<Held> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await owner.query(`begin; lock table ${table} in share mode`);
  return {
    waiters: async () => {
      const text = 'select pid from pg_locks where relation = $1::regclass and not granted';
      return (await owner.query<{ pid: number }>(text, [table])).rows.map(({ pid }) => pid);
    },
    release: async () => {
      await owner.query('rollback');
      await owner.end();
    },
  };
}
