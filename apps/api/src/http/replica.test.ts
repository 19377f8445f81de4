import { describe, expect } from 'vitest';
import { startOwnCluster, startStandby, type OwnCluster, type Standby } from '@vaktplan/testing/own-cluster';
import type { TestDatabase } from '@vaktplan/testing/test-database';
import { createTestApp, type Signed, type TestApp } from '../testing/create-test-app.ts';
import { httpTest } from '../testing/http-test.ts';

type Fixtures = {
  testDatabase: TestDatabase;
  cluster: OwnCluster;
  standby: Standby;
  /** Two instances on the primary and its replica. */
  pair: readonly [TestApp, TestApp];
  people: { here: Signed; beside: Signed; stranger: Signed };
};

const MONDAY = { startsAt: '2025-12-01T09:00', endsAt: '2025-12-01T17:00' };
const WEEK = '/api/v1/shifts?startDate=2025-12-01&endDate=2025-12-07';

const test = httpTest.extend<Fixtures>({
  cluster: [
    async ({}, use) => {
      const cluster = await startOwnCluster();
      await use(cluster);
      await cluster.stop();
    },
    { scope: 'file' },
  ],
  testDatabase: [async ({ cluster }, use) => use(cluster.database), { scope: 'file' }],
  standby: [
    async ({ cluster }, use) => {
      const standby = await startStandby(cluster);
      await use(standby);
      await standby.stop();
    },
    { scope: 'file' },
  ],
  pair: [
    async ({ testDatabase, standby }, use) => {
      const env = { DATABASE_REPLICA_URL: standby.url };
      const pair = [
        await createTestApp(testDatabase, { env }),
        await createTestApp(testDatabase, { env }),
      ] as const;
      await use(pair);
      await Promise.all(pair.map((app) => app.close()));
    },
    { scope: 'file' },
  ],
  people: async ({ pair: [one, other], ctx, foreign }, use) => {
    if (ctx.actor.kind !== 'user' || foreign.ctx.actor.kind !== 'user') throw new Error('no users');
    await use({
      here: await one.as(ctx.actor, ctx.orgId),
      beside: await other.as(ctx.actor, ctx.orgId),
      stranger: await other.as(foreign.ctx.actor, foreign.ctx.orgId),
    });
  },
});

const readsFrom = async (app: TestApp, source: 'replica' | 'primary'): Promise<number> => {
  const text = await app.services.metrics.text();
  const line = new RegExp(`^db_reads_total\\{.*source="${source}".*\\} (\\d+)$`, 'm').exec(text);
  return Number(line?.[1] ?? 0);
};
const shiftsIn = async (who: Signed): Promise<number> => {
  const answer = await who.inject({ url: WEEK });
  expect(answer.statusCode).toBe(200);
  return answer.json<{ data: unknown[] }>().data.length;
};
/** Asks until an answer came from there. */
const settled = (app: TestApp, who: Signed, source: 'replica' | 'primary') =>
  expect
    .poll(
      async () => {
        const before = await readsFrom(app, source);
        await shiftsIn(who);
        return (await readsFrom(app, source)) - before;
      },
      { timeout: 20_000 },
    )
    .toBe(1);

describe('a replica', () => {
  test('is read when it has what the organisation wrote, on whichever instance, and never before', async ({
    pair: [one, other],
    people,
    make,
    standby,
  }) => {
    const departmentId = await make.department(await make.location());
    const write = async () => {
      const sent = { method: 'POST' as const, url: '/api/v1/shifts', payload: { departmentId, ...MONDAY } };
      const answer = await people.here.inject(sent);
      expect(answer.statusCode, answer.body).toBe(201);
    };
    await settled(other, people.beside, 'replica');
    await settled(other, people.stranger, 'replica');
    for (let n = 1; n <= 20; n++) {
      await write();
      expect([await shiftsIn(people.here), await shiftsIn(people.beside)]).toEqual([n, n]);
    }
    await settled(one, people.here, 'replica');
    expect(await shiftsIn(people.here)).toBe(20);

    await standby.pause();
    await write();
    const before = [await readsFrom(other, 'primary'), await readsFrom(other, 'replica')] as const;
    expect([await shiftsIn(people.here), await shiftsIn(people.beside)]).toEqual([21, 21]);
    // who wrote nothing is still served by the replica
    expect(await shiftsIn(people.stranger)).toBe(0);
    expect(await readsFrom(other, 'primary')).toBe(before[0] + 1);
    expect(await readsFrom(other, 'replica')).toBe(before[1] + 1);
    await standby.resume();
    await settled(other, people.beside, 'replica');
    expect(await shiftsIn(people.beside)).toBe(21);
  });

  test('that is gone is missed by nobody, and used again when it is back', async ({
    pair: [one],
    people,
    standby,
  }) => {
    await settled(one, people.here, 'replica');
    await standby.stop();
    for (let i = 0; i < 10; i++) expect(await shiftsIn(people.here)).toBe(0);
    await settled(one, people.here, 'primary');
    await standby.start();
    await settled(one, people.here, 'replica');
  });

  test('whoever is away for the marks of writes reads from the primary', async ({ pair: [one], people }) => {
    await settled(one, people.here, 'replica');
    one.services.redis.disconnect();
    await expect.poll(() => one.services.redis.status).toBe('end');
    await settled(one, people.here, 'primary');
  });
});
