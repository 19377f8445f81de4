import pg from 'pg';

export type TestDatabase = {
  /** Addresses of the same database for each role. */
  url: { owner: string; app: string; auth: string; relay: string };
  drop(): Promise<void>;
};

let made = 0;

/** A database of its own, cloned from the migrated template (about 20 ms). Needs the global setup's Postgres. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = process.env.TEST_POSTGRES_URL;
  if (!server) throw new Error('TEST_POSTGRES_URL is not set: run this test through the root vitest config');
  const name = `test_${process.pid}_${++made}`;
  const admin = async (statement: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    try {
      // two clones at once of one template are refused; they queue here instead
      await client.query('select pg_advisory_lock(727275)');
      await client.query(statement);
    } finally {
      await client.end();
    }
  };
  await admin(`create database ${name} template vaktplan_template`);
  const as = (role?: 'app' | 'auth' | 'relay') => {
    const url = new URL(server);
    url.pathname = `/${name}`;
    if (role) {
      url.username = `vaktplan_${role}`;
      url.password = role;
    }
    return url.href;
  };
  return {
    url: { owner: as(), app: as('app'), auth: as('auth'), relay: as('relay') },
    drop: () => admin(`drop database if exists ${name} with (force)`),
  };
}
