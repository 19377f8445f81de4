import { once } from 'node:events';
import { expect } from 'vitest';
import { dbTest } from '@vaktplan/testing/db-test';
import { startTcpProxy } from '@vaktplan/testing/tcp-proxy';
import pg from 'pg';
import { createPool } from '@vaktplan/db/database';
import { isSilent } from '@vaktplan/db/watch-pool';

dbTest('a Postgres that says nothing is told as silent, until it answers', async ({ testDatabase }) => {
  const proxy = await startTcpProxy(testDatabase.url.app);
  const pool = createPool({ url: proxy.url, max: 2, statementTimeoutMs: 1_500 });
  await pool.query('select 1');
  expect(isSilent(pool)).toBe(false);
  proxy.freeze();
  // the waiting caller is told, and the pool has its place back
  await expect(pool.query('select 1')).rejects.toThrow();
  await expect.poll(() => isSilent(pool)).toBe(true);
  proxy.thaw();
  await expect.poll(() => isSilent(pool)).toBe(false);
  expect((await pool.query('select 2 as two')).rows).toEqual([{ two: 2 }]);
  await pool.end();
  await proxy.close();
});

dbTest('a connection that is lost between two statements ends no process', async ({ testDatabase }) => {
  const pool = createPool({ url: testDatabase.url.app, max: 1 });
  const client = await pool.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const lost = once(client, 'error');
  const owner = new pg.Client({ connectionString: testDatabase.url.owner });
  await owner.connect();
  await owner.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
  await owner.end();
  await lost;
  await expect(client.query('select 1')).rejects.toThrow();
  client.release(true);
  expect((await pool.query('select 2 as two')).rows).toEqual([{ two: 2 }]);
  await pool.end();
});
