import { QUEUES } from '@vaktplan/contracts/jobs';
import { startHeartbeat } from '@vaktplan/platform/heartbeat';
import { noteRun } from '@vaktplan/platform/last-runs';
import { BOARD_PASS, readPass } from '@vaktplan/platform/pass';
import { addJobs, createWorker } from '@vaktplan/platform/queue';
import { createRedis } from '@vaktplan/platform/redis';
import { startTcpProxy } from '@vaktplan/testing/tcp-proxy';
import { describe, expect, vi } from 'vitest';
import { createTestApp, type TestApp } from '../testing/create-test-app.ts';
import { httpTest } from '../testing/http-test.ts';
import { openQueues, type StatusQueues } from './status-queues.ts';
import type { UserActor } from '@vaktplan/core/context/ctx';

const REPLAY = { method: 'POST', url: '/api/v1/status/failed-jobs/replay' } as const;
const queue = 'report-generation';

const queueTest = httpTest.extend<{ queues: StatusQueues }>({
  queues: async ({ app }, use) => {
    const queues = openQueues(app.services);
    await use(queues);
    await queues[queue].obliterate({ force: true });
    await Promise.all(Object.values(queues).map((one) => one.close()));
  },
});

/** Jobs of this tenant that a real worker has given up. */
async function fail(app: TestApp, queues: StatusQueues, organizationId: string, names: readonly string[]) {
  const connection = createRedis(app.services.env.REDIS_URL, 'worker');
  const worker = createWorker<object>(queue, {
    connection,
    handle: async (job) => {
      throw new Error(`${job.name} has no heart`);
    },
    log: app.services.log,
  });
  const opts = { attempts: 1 };
  await addJobs(
    queues[queue],
    names.map((name) => ({
      name,
      data: { organizationId },
      opts: { ...opts, jobId: `${organizationId}-${name}` },
    })),
  );
  for (const name of names) {
    await vi.waitFor(
      async () => expect(await queues[queue].getJobState(`${organizationId}-${name}`)).toBe('failed'),
      10_000,
    );
  }
  await worker.close();
  connection.disconnect();
}

describe('failed jobs', () => {
  queueTest(
    'are listed and tried again in their own organisation only, once for each click',
    async ({ app, owner, ctx, foreign, queues }) => {
      const stranger = await app.as(foreign.ctx.actor as UserActor, foreign.ctx.orgId);
      await fail(app, queues, ctx.orgId, ['first', 'second']);
      const list = await owner.inject({ url: '/api/v1/status/failed-jobs' });
      expect(list.json()).toMatchObject({
        data: [
          { queue, job: 'second', reason: 'second has no heart', attempts: 1 },
          { queue, job: 'first' },
        ],
        meta: { count: 2, more: false },
      });
      const theirs = await stranger.inject({ url: '/api/v1/status/failed-jobs' });
      expect(theirs.json()).toMatchObject({ data: [] });

      const payload = { queue, jobId: `${ctx.orgId}-first` };
      expect((await stranger.inject({ ...REPLAY, payload })).statusCode).toBe(404);
      const clicks = await Promise.all([1, 2, 3].map(() => owner.inject({ ...REPLAY, payload })));
      expect(clicks.map(({ statusCode }) => statusCode).toSorted()).toEqual([204, 404, 404]);
      expect(await queues[queue].getJobState(payload.jobId)).toBe('waiting');
      const text = `select event_type, payload, metadata ->> 'userId' as who from events where event_type = 'job.replayAsked'`;
      const [asked = []] = await ctx.db.read(ctx.orgId, [{ name: 'replays_asked', text, values: [] }]);
      const who = (ctx.actor as UserActor).userId;
      expect(asked[0]).toMatchObject({ payload: { ...payload, job: 'first' }, who });
      const [nothing] = await ctx.db.read(foreign.ctx.orgId, [{ name: 'replays_asked', text, values: [] }]);
      expect(nothing).toEqual([]);
      for (const wrong of ['nowhere', 'constructor', '__proto__']) {
        const answer = await owner.inject({ ...REPLAY, payload: { ...payload, queue: wrong } });
        expect(answer.statusCode).toBe(404);
      }
    },
  );

  httpTest('managers and employees see nothing of it', async ({ app, ctx, make }) => {
    for (const role of ['manager', 'employee'] as const) {
      const person = await app.as(await make.user(role), ctx.orgId);
      for (const page of ['', '/failed-jobs', '/schedules'])
        expect((await person.inject({ url: `/api/v1/status${page}` })).statusCode).toBe(403);
      expect((await person.inject({ ...REPLAY, payload: { queue, jobId: 'x' } })).statusCode).toBe(403);
    }
  });
});

describe('the status', () => {
  httpTest('names what runs, the stores and the queues', async ({ app, owner }) => {
    const { redis } = app.services;
    const tell = async () => ({
      breakers: [{ upstream: 'maileroo', state: 'open' as const }],
      relayLagSeconds: 1.5,
    });
    const worker = startHeartbeat({ redis, service: 'worker', release: 'abc', tell });
    const read = async () => (await owner.inject({ url: '/api/v1/status' })).json<Record<string, unknown>>();
    await vi.waitFor(async () => expect((await read())['instances']).not.toEqual([]), 5_000);
    const status = await read();
    expect(status).toMatchObject({
      release: 'unknown',
      relayLagSeconds: 1.5,
      stores: { postgres: { status: 'ok' }, redis: { status: 'ok' } },
      board: false,
    });
    expect(status['instances']).toContainEqual(
      expect.objectContaining({
        service: 'worker',
        release: 'abc',
        breakers: [{ upstream: 'maileroo', state: 'open' }],
      }),
    );
    const names = (status['queues'] as { name: string }[]).map(({ name }) => name);
    expect(names).toEqual(Object.keys(QUEUES));
    await worker.stop();
    expect((await read())['instances']).not.toContainEqual(expect.objectContaining({ release: 'abc' }));
  });

  httpTest('says what it can while Redis is away', async ({ testDatabase, ctx }) => {
    const proxy = await startTcpProxy(process.env.TEST_REDIS_URL ?? '');
    const app = await createTestApp(testDatabase, { env: { REDIS_URL: proxy.url } });
    const owner = await app.as(ctx.actor as UserActor, ctx.orgId);
    await proxy.cut();
    await vi.waitFor(async () => {
      const status = (await owner.inject({ url: '/api/v1/status' })).json<object>();
      expect(status).toMatchObject({
        queues: null,
        instances: null,
        stores: { redis: { status: 'failing' } },
      });
    }, 5_000);
    const failed = await owner.inject({ url: '/api/v1/status/failed-jobs' });
    expect(failed.json()).toMatchObject({ status: 503, code: 'unavailable' });
    await app.close();
    await proxy.close();
  });

  queueTest(
    'tells when each schedule of the organisation ran and will run',
    async ({ app, owner, ctx, queues }) => {
      const { redis } = app.services;
      const tell = async () => ({ breakers: [], schedules: ['clean-up', 'relock'] });
      const worker = startHeartbeat({ redis, service: 'worker', release: 'abc', tell });
      const id = `clean-up-${ctx.orgId}`;
      const repeat = { pattern: '0 0 2 * * *', tz: 'Europe/Copenhagen' };
      await queues['data-sync'].upsertJobScheduler(id, repeat, {
        name: 'clean-up',
        data: { organizationId: ctx.orgId },
      });
      const at = '2026-11-22T01:00:00.000Z';
      await noteRun(redis, id, { at, outcome: 'completed' });
      const read = async () =>
        (await owner.inject({ url: '/api/v1/status/schedules' })).json<{ data: object[] }>();
      await vi.waitFor(async () => expect((await read()).data).toHaveLength(1), 5_000);
      expect(await read()).toMatchObject({
        data: [
          {
            id: 'clean-up',
            job: 'clean-up',
            pattern: '0 0 2 * * *',
            zone: 'Europe/Copenhagen',
            nextAt: expect.stringMatching(/T0[01]:00:00\.000Z$/),
            lastAt: at,
            lastOutcome: 'completed',
          },
        ],
      });
      await worker.stop();
      await queues['data-sync'].removeJobScheduler(id);
    },
  );
});

httpTest(
  'the way into the board is for who runs the installation',
  async ({ testDatabase, ctx, make, foreign }) => {
    const env = { OPERATOR_ORGANIZATIONS: ctx.orgId, PUBLIC_WORKER_URL: 'https://worker.test/x' };
    const app = await createTestApp(testDatabase, { env });
    const ask = async (actor: UserActor, organizationId: string) =>
      (await app.as(actor, organizationId)).inject({ method: 'POST', url: '/api/v1/status/board' });
    const answer = await ask(ctx.actor as UserActor, ctx.orgId);
    const { url } = answer.json<{ url: string }>();
    expect(url).toMatch(/^https:\/\/worker\.test\/queues\/enter\?pass=/);
    const pass = new URL(url).searchParams.get('pass') ?? '';
    expect(readPass(app.services.env.SERVICE_TOKEN_SECRET, BOARD_PASS, pass)).toBeDefined();
    expect((await ask(foreign.ctx.actor as UserActor, foreign.ctx.orgId)).statusCode).toBe(404);
    expect((await ask(await make.user('manager'), ctx.orgId)).statusCode).toBe(403);
    await app.close();
  },
);
