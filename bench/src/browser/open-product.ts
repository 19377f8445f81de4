import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { buildApps } from '../../../scripts/lib/build.mjs';
import { migrate } from '../../../scripts/lib/database.mjs';
import { freePort } from '../../../scripts/lib/ports.mjs';
import { startPostgres } from '../../../scripts/lib/postgres.mjs';
import { startRedis } from '../../../scripts/lib/redis.mjs';
import { step } from '../../../scripts/lib/say.mjs';
import { localSecrets } from '../../../scripts/lib/secrets.mjs';
import { startService } from '../../../scripts/lib/service.mjs';
import { serviceSpecs } from '../../../scripts/lib/service-specs.mjs';
import { fillOrganization, type Filled } from '../data/fill-organization.ts';

export type Product = {
  web: string;
  owner: pg.Client;
  filled: Filled;
  /** Monday of the week that today is in, at the place. */
  monday: string;
};

const root = path.resolve(import.meta.dirname, '../../..');
const DAY_MS = 86_400_000;
/** Of the place: on Sunday nights its week is another than UTC's. */
const ZONE = 'Europe/Copenhagen';

/** The whole product as `npm start` runs it, with 1,000 people at one location and 5,000 shifts a week for four weeks. */
export async function openProduct(undo: (() => unknown)[]): Promise<Product> {
  await step('Building web, api and worker', () => buildApps(root, undo));
  const folder = mkdtempSync(path.join(os.tmpdir(), 'vaktplan-browser-'));
  // under root Postgres runs as another account, which must be able to enter
  chmodSync(folder, 0o755);
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  const toolsDir = path.join(root, '.data/tools');
  const [postgres, redis] = await step('Postgres and Redis', async () => {
    const both = await Promise.all([
      startPostgres({ dataDir: path.join(folder, 'postgres'), port: await freePort() }),
      startRedis({ dataDir: path.join(folder, 'redis'), port: await freePort(), toolsDir }),
    ]);
    for (const server of both) undo.push(server.stop);
    return both;
  });
  const owner = new pg.Client({ connectionString: postgres.url() });
  // told when its server is stopped first
  owner.on('error', () => undefined);
  await owner.connect();
  undo.push(() => owner.end());
  const secrets = localSecrets(folder);
  const monday = mondayOf(new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE }).format());
  const filled = await step('Four weeks of 5,000 shifts', async () => {
    await migrate(postgres.url(), secrets);
    await owner.query('set session_replication_role = replica');
    const size = { employees: 1000, departments: 10, weeksBefore: 1, weeksAfter: 2 };
    const made = await fillOrganization(owner, monday, size);
    await owner.query('set session_replication_role = origin');
    await owner.query('vacuum analyze');
    return made;
  });
  const ports = {
    web: await freePort(),
    api: await freePort(),
    worker: await freePort(),
    files: await freePort(),
  };
  const { services } = serviceSpecs({
    root,
    dataDir: folder,
    ports,
    adminUrl: postgres.url(),
    redisUrl: redis.url,
    secrets,
  });
  await step('Starting', async () => {
    for (const spec of services) {
      // one machine looks like many visitors
      const env = { ...spec.env, RATE_LIMIT_ADDRESS: '1000000', RATE_LIMIT_TENANT: '1000000' };
      const service = startService({ ...spec, env }, path.join(folder, 'logs'));
      undo.push(service.stop);
      await service.ready().catch((error: Error) => {
        throw new Error(`${error.message}\n${service.lastLines()}`);
      });
    }
  });
  return { web: `http://localhost:${ports.web}`, owner, filled, monday };
}

/** Of the week a date is in. */
const mondayOf = (date: string): string => {
  const day = Date.parse(date);
  return new Date(day - ((new Date(day).getUTCDay() + 6) % 7) * DAY_MS).toISOString().slice(0, 10);
};

const JOIN = `
  with joined as (
    insert into memberships (organization_id, id, user_id)
    select $1, uuidv7(), id from users where email = $2 returning id, user_id
  ), granted as (
    insert into role_assignments (organization_id, id, membership_id, role, location_id)
    select $1, uuidv7(), id, 'manager', $3 from joined
  )
  update sessions s set active_organization_id = $1 from joined where s.user_id = joined.user_id`;

/** Makes whoever signed up with this address a manager of the location. */
export async function joinAsManager({ owner, filled }: Product, email: string): Promise<void> {
  await owner.query(JOIN, [filled.organizationId, email, filled.locationId]);
}
