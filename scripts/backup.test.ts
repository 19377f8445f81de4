import { mkdirSync, chownSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { sealEvents } from '../packages/core/src/audit/seal-events.ts';
import { appendEvents } from '../packages/core/src/context/append-event.ts';
import type { Ctx } from '../packages/core/src/context/ctx.ts';
import { createDatabase } from '../packages/db/src/database.ts';
import { newId } from '../packages/platform/src/new-id.ts';
import { FakeClock } from '../packages/testing/src/db-test.ts';
import { createMake } from '../packages/testing/src/make.ts';
import { startOwnCluster } from '../packages/testing/src/own-cluster.ts';
import { createLogger } from '../packages/platform/src/logger.ts';
import { takeBaseBackup } from './lib/base-backup.mjs';
import { checkChains, countRows } from './lib/check-cluster.mjs';
import { freePort } from './lib/ports.mjs';
import { serverIdentity } from './lib/postgres-binaries.mjs';
import { archivingInto, restoreCluster } from './lib/restore-cluster.mjs';

const SECRET = 'the secret of this installation';
const undo: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const action of undo.toReversed()) await action();
});

const archiveIn = (folder: string): string => {
  const archive = path.join(folder, 'archive');
  mkdirSync(archive, { recursive: true });
  const { uid, gid } = serverIdentity();
  if (uid !== undefined && gid !== undefined) chownSync(archive, uid, gid);
  return archive;
};

test('a backup and the log since give the killed cluster back: no row less, the same audit chain', async () => {
  const cluster = await startOwnCluster((folder) => archivingInto(archiveIn(folder)));
  undo.push(cluster.stop);
  const { app, owner } = cluster.database.url;
  const db = createDatabase({ url: app, max: 4 });
  const clock = new FakeClock();
  const orgId = newId();
  const make = createMake(db, orgId, owner);
  await make.organization();
  const log = createLogger({ service: 'test', level: 'silent' });
  const ctx: Ctx = { db, orgId, actor: await make.user('owner'), now: clock.now, log };
  const departmentId = await make.department(await make.location());
  const work = async (people: number): Promise<void> => {
    const employees: string[] = [];
    for (let i = 0; i < people; i++) employees.push(await make.employee(departmentId));
    const happened = employees.map((employeeId) => ({
      aggregate: { type: 'employee', id: employeeId, version: 1 },
      payload: { employeeId },
    }));
    await db.transaction(orgId, (tx) => appendEvents(tx, ctx, 'employee.created', happened));
    await sealEvents(ctx, SECRET);
    clock.advance({ minutes: 2 });
    await sealEvents(ctx, SECRET);
  };
  await work(10);
  const backup = path.join(cluster.folder, 'backup');
  const taken = await takeBaseBackup(cluster.url, backup);
  await work(15);
  const client = new pg.Client({ connectionString: cluster.url });
  await client.connect();
  const { rows } = await client.query<{ file: string }>('select pg_walfile_name(pg_switch_wal()) as file');
  await expect
    .poll(async () => (await client.query('select last_archived_wal as file from pg_stat_archiver')).rows)
    .toEqual(rows);
  await client.end();
  const before = await countRows(owner);
  expect(before).toMatchObject({ employees: 25, events: 25, audit_links: 25 });
  await db.close();
  await cluster.kill();

  const started = performance.now();
  const archive = path.join(cluster.folder, 'archive');
  const dataDir = path.join(cluster.folder, 'restored');
  const restored = await restoreCluster({ backup, dataDir, archive, port: await freePort() });
  undo.push(restored.stop);
  const rto = performance.now() - started;
  expect(await countRows(restored.url())).toEqual(before);
  expect(checkChains(restored.url(), SECRET)).toEqual({ organizations: 1, checked: 25, broken: [] });
  console.log(
    `backup of ${(taken.bytes / 1e6).toFixed(0)} MB: ${taken.seconds.toFixed(1)} s; RTO ${(rto / 1000).toFixed(1)} s; RPO 0 rows`,
  );

  // what was tampered with after the restore is named
  const tamper = new pg.Client({ connectionString: restored.url() });
  await tamper.connect();
  await tamper.query(`delete from events where event_id = (select event_id from audit_links where seq = 12)`);
  await tamper.end();
  expect(checkChains(restored.url(), SECRET).broken).toEqual([
    expect.stringContaining(`${orgId}: missing, link 12`),
  ]);
});
