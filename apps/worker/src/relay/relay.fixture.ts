import { randomUUID } from 'node:crypto';
import { appendEvents } from '@vaktplan/core/context/append-event';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { DomainEvent } from '@vaktplan/contracts/events';
import { createPool } from '@vaktplan/db/database';
import { createLogger } from '@vaktplan/platform/logger';
import { createMetrics } from '@vaktplan/platform/metrics';
import { createRedis, whenReady } from '@vaktplan/platform/redis';
import { dbTest } from '@vaktplan/testing/db-test';
import type { TestDatabase } from '@vaktplan/testing/test-database';
import { createQueues } from '../queues.ts';
import { startRelay, type Relay, type RelayOptions } from './relay.ts';

export const testRedisUrl = process.env.TEST_REDIS_URL ?? '';

/** Everything around a relay, on one Redis, under names of its own. */
export type Stand = Awaited<ReturnType<typeof createStand>>;

export async function createStand(database: TestDatabase, redisUrl: string) {
  const prefix = `t-${randomUUID()}`;
  const log = createLogger({ service: 'test', level: 'silent' });
  const metrics = createMetrics('test');
  const redis = createRedis(redisUrl, 'producer');
  const subscriber = createRedis(redisUrl, 'subscriber');
  await Promise.all([whenReady(redis, 5_000), whenReady(subscriber, 5_000)]);
  const queues = createQueues(redis, log, prefix);
  const run = /run_id:(\S+)/.exec(await redis.info('server'))?.[1] ?? '';
  await redis.set(`${prefix}-mark`, run);
  const pool = createPool({ url: database.url.relay, max: 6 });
  const relays: Relay[] = [];
  const heard: DomainEvent[] = [];
  subscriber.on('message', (_channel, text) => heard.push(DomainEvent.parse(JSON.parse(text))));

  return {
    prefix,
    stream: `${prefix}-socket`,
    mark: `${prefix}-mark`,
    redis,
    queues,
    pool,
    metrics,
    heard,
    /** What the organisation's events were heard as, since listening. */
    heardOf: (ctx: Ctx) => heard.filter((event) => event.organizationId === ctx.orgId),
    listen: (...channels: string[]) => subscriber.subscribe(...channels),
    start: (changes: Partial<RelayOptions> = {}): Relay => {
      const own = { pool, redis, queues, log, metrics, stream: `${prefix}-socket`, mark: `${prefix}-mark` };
      const relay = startRelay({ ...own, pollMs: 20, ...changes });
      relays.push(relay);
      return relay;
    },
    close: async () => {
      await Promise.all(relays.map((relay) => relay.stop()));
      await Promise.all(Object.values(queues).map((queue) => queue.close()));
      for (const connection of [redis, subscriber]) connection.disconnect();
      await pool.end();
    },
  };
}

export const relayTest = dbTest.extend<{ stand: Stand }>({
  stand: async ({ testDatabase }, use) => {
    const stand = await createStand(testDatabase, testRedisUrl);
    await use(stand);
    await stand.close();
  },
});

/** Appends `count` events of one employee each with rising versions; returns their ids. */
export const appendUpdates = (ctx: Ctx, employeeIds: readonly string[], version = 1): Promise<string[]> =>
  ctx.db.transaction(ctx.orgId, (tx) =>
    appendEvents(
      tx,
      ctx,
      'employee.updated',
      employeeIds.map((employeeId) => ({
        aggregate: { type: 'employee', id: employeeId, version },
        payload: { employeeId },
      })),
    ),
  );

export const undispatched = async (stand: Stand): Promise<number> => {
  const { rows } = await stand.pool.query<{ count: number }>(
    'select count(*) from events where dispatched_at is null',
  );
  return rows[0]?.count ?? -1;
};
