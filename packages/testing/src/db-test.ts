import { pino } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import { test } from 'vitest';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { createDatabase, type Database } from '@vaktplan/db/database';
import { createMake, type Make } from './make.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

/** The clock of a test: stands still until told otherwise. Monday 1 December 2025, 09:00 in Copenhagen. */
export class FakeClock {
  instant = Temporal.Instant.from('2025-12-01T08:00:00Z');
  now = (): Temporal.Instant => this.instant;
  set(text: string): void {
    this.instant = Temporal.Instant.from(text);
  }
  advance(duration: { hours?: number; minutes?: number; seconds?: number }): void {
    this.instant = this.instant.add(duration);
  }
}

type Fixtures = {
  own: { ctx: Ctx; make: Make };
  testDatabase: TestDatabase;
  db: Database;
  clock: FakeClock;
  /** A fresh organisation with an owner as the actor. */
  ctx: Ctx;
  make: Make;
  /** Another organisation with its own owner: what must never be reached from `ctx`. */
  foreign: { ctx: Ctx; make: Make };
};

const orgOf = async (
  db: Database,
  database: TestDatabase,
  clock: FakeClock,
): Promise<{ ctx: Ctx; make: Make }> => {
  const orgId = uuidv7();
  const make = createMake(db, orgId, database.url.owner);
  await make.organization();
  const ctx: Ctx = {
    db,
    orgId,
    actor: await make.user('owner'),
    now: clock.now,
    log: pino({ level: 'silent' }),
  };
  return { ctx, make };
};

/** A transaction that is never ended would be waited for for ever: the file fails with a reason instead. */
const leftOpen = (): Promise<never> =>
  new Promise((_resolve, reject) => {
    const why = new Error('a test of this file left a transaction open');
    setTimeout(() => reject(why), 10_000).unref();
  });

/** A test with a real Postgres: one database a file, one organisation a test. */
export const dbTest = test.extend<Fixtures>({
  testDatabase: [
    async ({}, use) => {
      const database = await createTestDatabase();
      await use(database);
      await database.drop();
    },
    { scope: 'file' },
  ],
  db: [
    async ({ testDatabase }, use) => {
      const db = createDatabase({ url: testDatabase.url.app, max: 12 });
      await use(db);
      await Promise.race([db.close(), leftOpen()]);
    },
    { scope: 'file' },
  ],
  clock: async ({}, use) => use(new FakeClock()),
  own: [
    async ({ db, testDatabase, clock }, use) => use(await orgOf(db, testDatabase, clock)),
    { scope: 'test' },
  ],
  ctx: async ({ own }, use) => use(own.ctx),
  make: async ({ own }, use) => use(own.make),
  foreign: async ({ db, testDatabase, clock }, use) => use(await orgOf(db, testDatabase, clock)),
});
