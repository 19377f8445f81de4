import type { SqlConnection } from './sql-database';

const VERSION = 1;

/** WAL with full sync: what was answered as saved survives the phone's battery. */
const OPEN = `
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA busy_timeout = 5000;
`;
const SCHEMA = `
CREATE TABLE IF NOT EXISTS outbox (
  id TEXT PRIMARY KEY,
  owner TEXT NOT NULL,
  seq INTEGER NOT NULL,
  stream TEXT NOT NULL,
  body TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('saved', 'sending', 'confirmed', 'refused')),
  created_at INTEGER NOT NULL,
  next_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  lease_until INTEGER NOT NULL,
  claim TEXT,
  reason TEXT,
  code TEXT,
  entry_id TEXT,
  seen INTEGER NOT NULL,
  UNIQUE (owner, seq)
) STRICT;
CREATE INDEX IF NOT EXISTS outbox_open ON outbox (owner, stream, seq) WHERE state IN ('saved', 'sending');
CREATE TABLE IF NOT EXISTS sequences (owner TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS cache (
  owner TEXT NOT NULL,
  copy INTEGER NOT NULL,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  item TEXT NOT NULL,
  PRIMARY KEY (owner, copy, kind, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS cursors (
  owner TEXT PRIMARY KEY,
  cursor TEXT,
  complete_at INTEGER,
  copy INTEGER NOT NULL,
  filling INTEGER
) STRICT;
CREATE TABLE IF NOT EXISTS notes (
  owner TEXT NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (owner, name)
) STRICT, WITHOUT ROWID;
PRAGMA user_version = ${VERSION};
`;

export async function prepare(connection: SqlConnection): Promise<void> {
  await connection.execAsync(OPEN);
  const found = await connection.getFirstAsync<{ user_version: number }>('PRAGMA user_version', []);
  if ((found?.user_version ?? 0) < VERSION) await connection.execAsync(`BEGIN IMMEDIATE;${SCHEMA}COMMIT;`);
}
