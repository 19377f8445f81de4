import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { runMigrations } from '../packages/db/src/migrate.ts';
import { startBalancer } from './balancer.ts';
import { isGood, statuses } from './client.ts';
import { lostOf, startLoad } from './load.ts';
import { countMails, mailThrough, startMailVendor } from './mail-vendor.ts';
import { repeats, timed, within } from './pace.ts';
import { peopleOf, publishFor } from './people.ts';
import type { Service } from './services.ts';
import { trial, type Stand } from './stand.ts';

const DEPLOYS = repeats(2, 20);
const DRAINED_MS = 10_000;
/** How often a platform asks whether an instance is ready. */
const LOOK = { interval: 250 };
const patient = { timeout: 90_000 };

const isReady = async ({ url }: Service): Promise<boolean> =>
  fetch(`${url}/health/ready`).then(
    ({ status }) => status === 200,
    () => false,
  );

const root = path.resolve(import.meta.dirname, '..');
const NAMES = 'drizzle.__drizzle_migrations';

/** The migrations of this build, and one that it does not know. */
function nextMigrations({ folder }: Stand): string {
  const migrations = path.join(folder, 'migrations');
  cpSync(path.join(root, 'packages/db/migrations'), migrations, { recursive: true });
  const next = path.join(migrations, '29990101000000_next_release');
  mkdirSync(next);
  cpSync(path.join(import.meta.dirname, 'next-release/migration.sql'), path.join(next, 'migration.sql'));
  return migrations;
}

/** A build that wants a migration which has not run: alive, and not ready until it has. */
async function startTooEarly(stand: Stand, env: NodeJS.ProcessEnv): Promise<Service> {
  const [newest] = await stand.rows(
    `select name from ${NAMES} where name < '2999' order by name desc limit 1`,
  );
  const rename = (from: string, to: string) =>
    stand.rows(`update ${NAMES} set name = $2 where name = $1`, [from, to]);
  await rename(String(newest?.['name']), 'not yet');
  const early = await stand.startApi(env, { ready: false });
  const health = async (what: string) =>
    fetch(`${early.url}/health/${what}`).then(
      ({ status }) => status,
      () => 0,
    );
  await expect.poll(() => health('live'), patient).toBe(200);
  await expect.poll(() => health('ready')).toBe(503);
  await rename('not yet', String(newest?.['name']));
  await expect.poll(() => health('ready')).toBe(200);
  return early;
}

trial('F18: new instances take over under load', async ({ stand }) => {
  const vendor = await startMailVendor();
  const env = { SHUTDOWN_DRAIN_MS: '2000' };
  let api = await stand.startApi(env);
  let worker = await stand.startWorker(mailThrough(vendor));
  const people = await peopleOf(stand);
  const balancer = await startBalancer([api.url]);
  const load = startLoad(stand, () => balancer);
  const took: number[] = [];
  // the next release's migrations run while this version serves; what is started from here on meets a schema newer than itself
  await expect.poll(() => load.sent.length).toBeGreaterThan(50);
  const migrating = await timed(() => runMigrations(stand.postgres.url, nextMigrations(stand)));
  const columns = `select from information_schema.columns where column_name like 'trial_%'`;
  expect((await stand.rows(columns)).length).toBeGreaterThan(1);
  for (let deploy = 1; deploy <= DEPLOYS; deploy++) {
    const [nextApi, nextWorker] = await Promise.all([
      deploy === 1 ? startTooEarly(stand, env) : stand.startApi(env),
      stand.startWorker(mailThrough(vendor)),
    ]);
    await publishFor(stand, nextApi, `2031-05-${String(deploy).padStart(2, '0')}`, people);
    const ending = timed(() => Promise.all([api.stop(), worker.stop()]));
    // the router turns away from who is not ready, when it sees it
    const old = api;
    await expect.poll(() => isReady(old), LOOK).toBe(false);
    balancer.to([nextApi.url]);
    const { ms, result } = await ending;
    expect(result).toEqual([0, 0]);
    took.push(ms);
    [api, worker] = [nextApi, nextWorker];
    const references = deploy * people.length;
    await expect.poll(() => countMails(vendor)).toEqual({ people: people.length, references });
  }
  const sent = await load.stop();
  expect(sent.filter((one) => !isGood(one))).toEqual([]);
  expect(await lostOf(stand, sent)).toEqual([]);
  expect(Math.max(...took)).toBeLessThan(within(DRAINED_MS));
  // who ends in peace sends no mail twice
  expect(vendor.accepted.length).toBe(countMails(vendor).references);
  await balancer.close();
  await Promise.all([api.stop(), worker.stop(), vendor.close()]);
  const slowest = Math.max(...sent.map(({ ms }) => ms));
  console.log(
    `F18: ${JSON.stringify(statuses(sent))}, none failed, slowest ${slowest} ms; migrated under load in ${migrating.ms} ms; ended after ${took.join(', ')} ms`,
  );
});
