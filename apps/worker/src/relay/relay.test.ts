import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { describe, expect } from 'vitest';
import { appendEvent } from '@vaktplan/core/context/append-event';
import { createPool } from '@vaktplan/db/database';
import { startTcpProxy } from '@vaktplan/testing/tcp-proxy';
import { appendUpdates, relayTest, testRedisUrl, undispatched } from './relay.fixture.ts';

const employees = (count: number) => Array.from({ length: count }, () => randomUUID());
const publication = () => ({
  publicationId: randomUUID(),
  locationId: randomUUID(),
  startDate: '2025-12-01',
  endDate: '2025-12-07',
  shiftIds: [],
  affectedEmployeeIds: [],
  notifyEmployeeIds: [],
});

describe('relay', () => {
  relayTest(
    'an event goes out on its channel as the document has it, and is marked',
    async ({ ctx, stand }) => {
      await stand.listen('employee.updated');
      const [employeeId] = employees(1) as [string];
      const [eventId] = await appendUpdates(ctx, [employeeId]);
      stand.start();
      await expect.poll(() => undispatched(stand)).toBe(0);
      await expect
        .poll(() => stand.heardOf(ctx))
        .toMatchObject([
          {
            eventId,
            eventType: 'employee.updated',
            aggregateId: employeeId,
            aggregateType: 'employee',
            payload: { employeeId },
            metadata: { version: 1, timestamp: '2025-12-01T08:00:00Z' },
          },
        ]);
      const text = await stand.metrics.text();
      expect(text).toContain('outbox_dispatched_total{event="employee.updated",service="test"} 1');
      expect(text).toContain('outbox_lag_seconds{service="test"} 0');
    },
  );

  relayTest('one job for each interested handler, once however often it is told', async ({ ctx, stand }) => {
    const tell = () =>
      ctx.db.transaction(ctx.orgId, (tx) =>
        appendEvent(
          tx,
          ctx,
          'schedule.published',
          { type: 'publication', id: 'p', version: 1 },
          publication(),
        ),
      );
    const eventId = await tell();
    stand.start();
    await expect.poll(() => undispatched(stand)).toBe(0);
    await stand.pool.query('update events set dispatched_at = null');
    await expect.poll(() => undispatched(stand)).toBe(0);
    const waiting = await stand.queues.events.getWaiting();
    expect(waiting.map(({ name }) => name).toSorted()).toEqual(['notify-publication', 'rejudge-hours']);
    expect(await stand.queues.events.getJob(`${eventId}-notify-publication`)).toMatchObject({
      name: 'notify-publication',
      data: { eventId, organizationId: ctx.orgId },
      opts: { attempts: 5, backoff: { type: 'exponential' } },
    });
  });

  relayTest('a nudge wakes it long before the next look', async ({ ctx, stand }) => {
    const relay = stand.start({ pollMs: 60_000 });
    await appendUpdates(ctx, employees(1));
    relay.nudge();
    await expect.poll(() => undispatched(stand)).toBe(0);
  });

  relayTest(
    'an event that cannot be read does not hold up the next',
    async ({ ctx, stand, testDatabase }) => {
      await stand.listen('employee.updated', 'shift.created');
      const owner = new pg.Client({ connectionString: testDatabase.url.owner });
      await owner.connect();
      await owner.query(
        `insert into events (event_id, event_type, aggregate_id, aggregate_type, organization_id, payload, metadata)
       values ($1, 'shift.created', 'x', 'shift', $2, '{"broken": true}', '{"timestamp": "2025-12-01T08:00:00Z", "version": 1}'),
              ($3, 'made.later', 'x', 'shift', $2, '{}', '{"timestamp": "2025-12-01T08:00:00Z", "version": 1}')`,
        [randomUUID(), ctx.orgId, randomUUID()],
      );
      const [good] = await appendUpdates(ctx, employees(1));
      stand.start();
      await expect.poll(() => stand.heardOf(ctx).map((event) => event.eventId)).toContain(good);
      // the type that only a newer version knows is left to that version
      await expect.poll(() => undispatched(stand)).toBe(1);
      await owner.query(`delete from events where event_type = 'made.later'`);
      await owner.end();
    },
  );

  relayTest('two relays side by side: each event once, in order per aggregate', async ({ ctx, stand }) => {
    await stand.listen('employee.updated');
    const people = employees(40);
    const relays = [stand.start(), stand.start()];
    for (let version = 1; version <= 30; version++) {
      await appendUpdates(ctx, people, version);
      for (const relay of relays) relay.nudge();
    }
    await expect.poll(() => stand.heardOf(ctx).length, { timeout: 10_000 }).toBe(1200);
    const heard = stand.heardOf(ctx);
    expect(new Set(heard.map((event) => event.eventId)).size).toBe(1200);
    for (const one of people) {
      const versions = heard
        .filter((event) => event.aggregateId === one)
        .map((event) => event.metadata.version);
      expect(versions).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
    }
  });

  relayTest(
    'killed between handing over and marking: told again, nothing lost',
    async ({ ctx, stand, testDatabase }) => {
      await stand.listen('employee.updated');
      const ids = await appendUpdates(ctx, employees(3));
      // readers may lock rows, but nobody can mark one: the relay stops exactly between its two steps
      const held = await holdEvents(testDatabase.url.owner);
      const child = spawn(process.execPath, [
        '--input-type=module',
        '-e',
        otherProcess(testDatabase.url.relay, stand.prefix),
      ]);
      try {
        await expect
          .poll(() => stand.heardOf(ctx).map((event) => event.eventId), { timeout: 10_000 })
          .toEqual(ids);
      } finally {
        child.kill('SIGKILL');
        await once(child, 'exit');
        await held.release();
      }
      expect(await undispatched(stand)).toBe(3);

      stand.start();
      await expect.poll(() => undispatched(stand)).toBe(0);
      expect(stand.heardOf(ctx).map((event) => event.eventId)).toEqual([...ids, ...ids]);
    },
  );

  relayTest('a Redis that lost everything is told the last day again', async ({ ctx, stand }) => {
    const losses: string[] = [];
    await stand.listen('employee.updated');
    const ids = await appendUpdates(ctx, employees(3));
    await stand.start().stop();
    await stand.redis.del(stand.mark);
    const relay = stand.start({ onLoss: () => losses.push('lost') });
    await expect.poll(() => losses).toEqual(['lost']);
    await expect.poll(() => stand.heardOf(ctx).map((event) => event.eventId)).toEqual([...ids, ...ids]);
    await relay.stop();
    stand.start({ onLoss: () => losses.push('again') });
    await appendUpdates(ctx, employees(1));
    await expect.poll(() => stand.heardOf(ctx).length).toBe(7);
    expect(losses).toEqual(['lost']);
  });

  relayTest('it says so when it hangs, and goes on afterwards', async ({ ctx, stand, testDatabase }) => {
    const proxy = await startTcpProxy(testDatabase.url.relay);
    const pool = createPool({ url: proxy.url, max: 1 });
    const relay = stand.start({ pool, longestTurnMs: 100 });
    await expect.poll(() => relay.check().then(() => 'well')).toBe('well');
    proxy.freeze();
    await appendUpdates(ctx, employees(1));
    await expect.poll(() => relay.check().catch((error: Error) => error.message)).toBe('the relay hangs');
    proxy.thaw();
    await expect.poll(() => undispatched(stand)).toBe(0);
    await expect
      .poll(() =>
        relay.check().then(
          () => 'well',
          () => 'hangs',
        ),
      )
      .toBe('well');
    await relay.stop();
    await pool.end();
    await proxy.close();
  });

  relayTest('it says so when it fails again and again', async ({ ctx, stand, testDatabase }) => {
    const owner = new pg.Client({ connectionString: testDatabase.url.owner });
    await owner.connect();
    await owner.query('revoke update on events from vaktplan_relay');
    const relay = stand.start({ longestFailingMs: 50 });
    await appendUpdates(ctx, employees(1));
    const told = () =>
      relay.checkProgress().then(
        () => 'well',
        (error: Error) => error.message,
      );
    await expect.poll(told).toMatch(/^the relay has failed \d+ times in a row$/);
    await owner.query('grant update on events to vaktplan_relay');
    await owner.end();
    await expect.poll(told).toBe('well');
    await expect.poll(() => undispatched(stand)).toBe(0);
  });

  relayTest('stop finishes the batch at hand, none is half done', async ({ ctx, stand }) => {
    await stand.listen('employee.updated');
    await appendUpdates(ctx, employees(600));
    await stand.start().stop();
    await expect.poll(() => stand.heardOf(ctx).length).toBe(500);
    expect(await undispatched(stand)).toBe(100);
    stand.start();
    await expect.poll(() => undispatched(stand)).toBe(0);
  });
});

const holdEvents = async (url: string) => {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await owner.query('begin; lock table events in share mode');
  return {
    release: async () => {
      // what it sent before it died must not be carried out after it
      await owner.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      await owner.query('rollback');
      await owner.end();
    },
  };
};

const otherProcess = (relayUrl: string, prefix: string) => `
  import { createPool } from ${JSON.stringify(import.meta.resolve('@vaktplan/db/database'))};
  import { createLogger } from ${JSON.stringify(import.meta.resolve('@vaktplan/platform/logger'))};
  import { createMetrics } from ${JSON.stringify(import.meta.resolve('@vaktplan/platform/metrics'))};
  import { createRedis } from ${JSON.stringify(import.meta.resolve('@vaktplan/platform/redis'))};
  import { createQueues } from ${JSON.stringify(import.meta.resolve('../queues.ts'))};
  import { startRelay } from ${JSON.stringify(import.meta.resolve('./relay.ts'))};
  const log = createLogger({ service: 'other', level: 'silent' });
  const redis = createRedis(${JSON.stringify(testRedisUrl)}, 'producer');
  const prefix = ${JSON.stringify(prefix)};
  startRelay({
    pool: createPool({ url: ${JSON.stringify(relayUrl)} }), redis, log, metrics: createMetrics('other'),
    queues: createQueues(redis, log, prefix), stream: prefix + '-socket', mark: prefix + '-mark', pollMs: 20,
  });
`;
