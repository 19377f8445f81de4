import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { sqlError } from './database.ts';

const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url));
const MIGRATION_LOCK = 727_274;

/** Less than Postgres waits before it looks for deadlocks (a second): of two that wait for each other the migration gives way. */
const LOCK_MS = 500;
const PAUSE_MS = 250;
const TURNS = 80;
const LOCK_NOT_AVAILABLE = '55P03';
const DEADLOCK = '40P01';

/**
 * Brings a database up to date. In: the address of a role that owns the tables (never the app's).
 * Several may run at once: one works, the others wait and find nothing to do. The version before may be serving: whoever
 * waits for a lock keeps everybody behind it waiting, so we wait half a second, let them pass, and try again for a minute.
 */
export async function runMigrations(ownerUrl: string, folder = migrationsFolder): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query(`set lock_timeout = ${LOCK_MS}`);
    for (let turn = 1; ; turn++) {
      try {
        await migrate(drizzle({ client }), { migrationsFolder: folder });
        return;
      } catch (error) {
        const state = sqlError(error)?.state;
        if (turn === TURNS || (state !== LOCK_NOT_AVAILABLE && state !== DEADLOCK)) throw error;
        await delay(PAUSE_MS);
      }
    }
  } finally {
    await client.end();
  }
}

const SESSION = [
  `timezone = 'UTC'`,
  `statement_timeout = '5s'`,
  `lock_timeout = '4s'`,
  `idle_in_transaction_session_timeout = '15s'`,
];

export type RolePasswords = { app: string; auth: string; relay: string };

/** Lets the product's three roles log in. The passwords come from the operator's secrets. */
export async function ensureLoginRoles(ownerUrl: string, passwords: RolePasswords): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    for (const [role, password] of Object.entries(passwords)) {
      await client.query(`alter role vaktplan_${role} login password ${client.escapeLiteral(password)}`);
      // what a connection asks for by itself, for connections that a pooler made
      for (const setting of SESSION) await client.query(`alter role vaktplan_${role} set ${setting}`);
    }
  } finally {
    await client.end();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const url = process.env.OWNER_DATABASE_URL;
  if (!url) throw new Error('Set OWNER_DATABASE_URL to a role that owns the tables');
  await runMigrations(url);
  const { APP_DB_PASSWORD, AUTH_DB_PASSWORD, RELAY_DB_PASSWORD } = process.env;
  if (APP_DB_PASSWORD && AUTH_DB_PASSWORD && RELAY_DB_PASSWORD) {
    await ensureLoginRoles(url, { app: APP_DB_PASSWORD, auth: AUTH_DB_PASSWORD, relay: RELAY_DB_PASSWORD });
  }
}
