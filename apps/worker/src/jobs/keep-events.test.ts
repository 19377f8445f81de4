import pg from 'pg';
import { expect } from 'vitest';
import { v7 } from 'uuid';
import { insertEvents, eventOf } from '@vaktplan/core/context/append-event';
import { insertNotifications } from '@vaktplan/db/queries/notifications';
import { retireEvents } from '@vaktplan/db/queries/event-months';
import { newId } from '@vaktplan/platform/new-id';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { workerTest } from '../worker.fixture.ts';

const happenedAt = (ctx: Ctx, at: string, count: number): Promise<void> =>
  ctx.db.transaction(ctx.orgId, (tx) => {
    const events = Array.from({ length: count }, () => {
      const employeeId = newId();
      const aggregate = { type: 'employee', id: employeeId, version: 1 };
      const event = eventOf(ctx, 'employee.updated', aggregate, { employeeId });
      return { ...event, eventId: v7({ msecs: Date.parse(at) }) };
    });
    return insertEvents(tx, ctx.orgId, events);
  });

workerTest(
  'old months of events go when all in them was told and chained, and the chain holds on',
  async ({ ctx, foreign, clock, handle, stand, testDatabase }) => {
    const owner = new pg.Client({ connectionString: testDatabase.url.owner });
    await owner.connect();
    const january = `first_event_id('2020-02-01Z')`;
    await owner.query(`drop table events_first`);
    const { rows } = await owner.query(
      `select first_event_id(date_trunc('month', now(), 'UTC') + interval '1 month') as id`,
    );
    await owner.query(`do $$ begin
      execute format('create table events_2020_01 partition of events for values from (minvalue) to (%L)', ${january});
      execute format('create table events_since partition of events for values from (%L) to (%L)', ${january}, '${rows[0].id}');
    end $$`);

    for (const one of [ctx, foreign.ctx]) {
      await happenedAt(one, '2020-01-10T12:00:00Z', 3);
      await happenedAt(one, '2025-11-10T12:00:00Z', 2);
      // drawn up late: behind a newer one in the chain
      await happenedAt(one, '2020-01-31T12:00:00Z', 1);
    }
    expect(await handle('keep-events', {})).toEqual({ made: 0, dropped: [] });
    await stand.pool.query('update events set dispatched_at = now()');
    expect(await handle('keep-events', {})).toEqual({ made: 0, dropped: [] });
    const job = { organizationId: ctx.orgId };
    const jobs = [job, { organizationId: foreign.ctx.orgId }];
    // transactions of other tests are waited for too
    const sealUpTo = (one: typeof job, seq: number): Promise<void> =>
      expect
        .poll(() => {
          clock.advance({ minutes: 5 });
          return handle('seal-events', one);
        })
        .toMatchObject({ seq });
    for (const one of jobs) await sealUpTo(one, 6);
    expect(await handle('verify-audit', job)).toMatchObject({ checked: 6 });

    expect(await handle('keep-events', {})).toEqual({ made: 0, dropped: ['events_2020_01'] });
    expect((await stand.pool.query('select 1 from events')).rowCount).toBe(4);
    for (const one of jobs) expect(await handle('verify-audit', one)).toMatchObject({ checked: 3 });
    await happenedAt(ctx, '2025-11-30T12:00:00Z', 1);
    await sealUpTo(job, 7);
    expect(await handle('verify-audit', job)).toMatchObject({ checked: 4 });

    await owner.query(`update events set payload = '{}' where organization_id = $1`, [ctx.orgId]);
    await expect(handle('verify-audit', job)).rejects.toThrow('changed, link 4');
    await owner.end();
    await expect(retireEvents(stand.pool, '2100-01-01T00:00:00Z')).rejects.toThrow('not old');
  },
);

workerTest(
  'what was read long ago and what a key was answered long ago is removed, the rest stays',
  async ({ ctx, make, tools, clock, handle }) => {
    const { userId } = await make.user('employee');
    const told = (kind: string) => ({
      id: newId(),
      userId,
      kind,
      title: 't',
      body: 'b',
      said: {},
      link: null,
      dedupeKey: kind,
      createdAt: '2025-01-01T00:00:00Z',
    });
    const kinds = ['unread', 'read', 'just read'];
    await ctx.db.transaction(ctx.orgId, async (tx) => {
      await insertNotifications(tx, ctx.orgId, kinds.map(told));
      await tx.$client.query(
        `update notifications set read_at = case kind when 'read' then timestamptz '2025-11-01Z' else '2025-11-29Z' end
         where kind <> 'unread'`,
      );
      await tx.$client.query(
        `insert into idempotency_keys (organization_id, user_id, route, key, body_hash, created_at)
         values ($1, $2, 'r', 'old', 'h', '2025-11-28Z'), ($1, $2, 'r', 'new', 'h', '2025-11-30Z')`,
        [ctx.orgId, userId],
      );
    });
    tools.retention = { ...tools.retention, notificationDays: 7, keyHours: 48 };
    clock.set('2025-12-01T08:00:00Z');
    expect(await handle('clean-up', { organizationId: ctx.orgId })).toEqual({
      keys: 1,
      runs: 0,
      notifications: 1,
      cursors: 0,
    });
    const [left] = await ctx.db.read(ctx.orgId, [
      { name: 'left', text: 'select kind from notifications order by kind', values: [] },
    ]);
    expect(left).toEqual([{ kind: 'just read' }, { kind: 'unread' }]);
  },
);
