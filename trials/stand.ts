import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { test } from 'vitest';
import { fillOrganization } from '../bench/src/data/fill-organization.ts';
import { signEmployeesIn, signManagersIn } from '../bench/src/data/sign-people-in.ts';
import { createTokens, type SignedIn, type Tokens } from '../bench/src/sign-tokens.ts';
import { migrate } from '../scripts/lib/database.mjs';
import { localSecrets } from '../scripts/lib/secrets.mjs';
import { openPostgres, openRedis, type Server } from './servers.ts';
import { startOwn, type Service } from './services.ts';

export const PEOPLE = 60;
/** The week that has shifts already. */
const MONDAY = '2030-01-07';

type Row = Record<string, unknown>;
export type Start = (env?: NodeJS.ProcessEnv, how?: { ready?: boolean }) => Promise<Service>;

/** One organisation on servers of its own. */
export type Stand = {
  folder: string;
  postgres: Server;
  redis: Server;
  startApi: Start;
  startWorker: Start;
  /** Rows as the owner of the database sees them: every tenant's. */
  rows: (text: string, values?: unknown[]) => Promise<Row[]>;
  organizationId: string;
  locationId: string;
  departmentId: string;
  manager: SignedIn;
  employees: SignedIn[];
  tokens: Tokens;
  close: () => Promise<void>;
};

const ownerRows =
  (url: string) =>
  async (text: string, values: unknown[] = []): Promise<Row[]> => {
    // a connection for each question: the server may have been killed meanwhile
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query<Row>(text, values)).rows;
    } finally {
      await client.end();
    }
  };

export async function openStand({ durableRedis = true } = {}): Promise<Stand> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'vaktplan-trial-'));
  // under root Postgres runs as another account, which must be able to enter
  chmodSync(folder, 0o755);
  const [postgres, redis] = await Promise.all([openPostgres(folder), openRedis(folder, durableRedis)]);
  const secrets = localSecrets(folder);
  await migrate(postgres.url, secrets);
  const owner = new pg.Client({ connectionString: postgres.url });
  await owner.connect();
  const size = { employees: PEOPLE, departments: 1, weeksBefore: 0, weeksAfter: 0 };
  const filled = await fillOrganization(owner, MONDAY, size);
  const [[manager], employees] = [
    await signManagersIn(owner, filled, 1),
    await signEmployeesIn(owner, filled),
  ];
  const tokens = await createTokens(owner, secrets.TICKET_SECRET);
  const departments = await owner.query<{ id: string }>('select id from departments');
  await owner.end();

  const services: Service[] = [];
  const start =
    (name: 'api' | 'worker'): Start =>
    async (env, how) => {
      const where = { folder, postgresUrl: postgres.url, redisUrl: redis.url };
      const service = await startOwn(name, where, env, how);
      services.push(service);
      return service;
    };
  return {
    folder,
    postgres,
    redis,
    startApi: start('api'),
    startWorker: start('worker'),
    rows: ownerRows(postgres.url),
    ...filled,
    departmentId: departments.rows[0]?.id ?? '',
    manager: manager as SignedIn,
    employees,
    tokens,
    close: async () => {
      for (const server of [postgres, redis]) server.resume();
      await Promise.all(services.map((service) => (service.hasEnded() ? undefined : service.kill())));
      await Promise.all([postgres.stop(), redis.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A test on one stand a file. */
export const trial = test.extend<{ stand: Stand }>({
  stand: [
    async ({}, use) => {
      const stand = await openStand();
      await use(stand);
      await stand.close();
    },
    { scope: 'file' },
  ],
});
