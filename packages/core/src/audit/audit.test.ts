import pg from 'pg';
import { expect } from 'vitest';
import { appendEvents } from '../context/append-event.ts';
import type { Ctx } from '../context/ctx.ts';
import { lockAuditHead } from '@vaktplan/db/queries/audit';
import { dbTest } from '@vaktplan/testing/db-test';
import { newId } from '@vaktplan/platform/new-id';
import { sealEvents } from './seal-events.ts';
import { verifyEvents } from './verify-events.ts';

const SECRET = 'what only the worker knows';
/** More in a nightly run: A24 asks for 100. */
const TIMES = Number(process.env.AUDIT_TIMES ?? 100);

const tell = (ctx: Ctx, count: number): Promise<string[]> =>
  ctx.db.transaction(ctx.orgId, (tx) => {
    const employees = Array.from({ length: count }, () => newId());
    const happened = employees.map((employeeId) => ({
      aggregate: { type: 'employee', id: employeeId, version: 1 },
      payload: { employeeId },
    }));
    return appendEvents(tx, ctx, 'employee.updated', happened);
  });

const audit = dbTest.extend<{ owner: pg.Client; sealUpTo: (ctx: Ctx, seq: number) => Promise<void> }>({
  owner: async ({ testDatabase }, use) => {
    const client = new pg.Client({ connectionString: testDatabase.url.owner });
    await client.connect();
    await use(client);
    await client.end();
  },
  // other tests' transactions run in the same cluster, and the chain waits for these too
  sealUpTo: async ({ clock }, use) =>
    use((ctx, seq) =>
      expect
        .poll(async () => {
          clock.advance({ minutes: 2 });
          return (await sealEvents(ctx, SECRET)).seq;
        })
        .toBe(seq),
    ),
});

audit('chains what is committed, each organisation by itself, once', async ({ ctx, foreign, sealUpTo }) => {
  await tell(ctx, 3);
  await tell(foreign.ctx, 2);
  await tell(ctx, 4);
  await sealUpTo(ctx, 7);
  await sealUpTo(foreign.ctx, 2);
  expect((await sealEvents(ctx, SECRET)).sealed).toBe(0);
  expect(await verifyEvents(ctx, SECRET)).toMatchObject({ checked: 7, finding: null });
  expect((await verifyEvents(ctx, 'another secret')).finding).toMatchObject({ reason: 'changed', seq: 1 });
});

audit(
  'an event whose transaction is still open is waited for: nothing comes before what is chained',
  async ({ ctx, clock, sealUpTo }) => {
    let commit = (): void => undefined;
    const held = new Promise<void>((resolve) => (commit = resolve));
    const slow = ctx.db.transaction(ctx.orgId, async (tx) => {
      const employeeId = newId();
      await appendEvents(tx, ctx, 'employee.updated', [
        { aggregate: { type: 'employee', id: employeeId, version: 1 }, payload: { employeeId } },
      ]);
      await held;
    });
    try {
      await tell(ctx, 2);
      await sealEvents(ctx, SECRET);
      clock.advance({ minutes: 2 });
      expect((await sealEvents(ctx, SECRET)).sealed).toBe(0);
    } finally {
      commit();
      await slow;
    }
    await sealUpTo(ctx, 3);
    expect((await verifyEvents(ctx, SECRET)).finding).toBeNull();
  },
);

audit('a verification at work is not waited for', async ({ ctx, db, sealUpTo }) => {
  await tell(ctx, 2);
  await sealEvents(ctx, SECRET);
  let sealed: unknown;
  await db.transaction(ctx.orgId, async (tx) => {
    await lockAuditHead(tx, ctx.orgId, 'wait');
    sealed = await sealEvents(ctx, SECRET);
  });
  expect(sealed).toMatchObject({ sealed: 0 });
  await sealUpTo(ctx, 2);
});

const INSERT = `insert into events overriding system value select * from json_populate_record(null::events, $1)`;

audit(
  `names the first bad row when the database's owner tampers with it, ${TIMES} times`,
  async ({ ctx, owner, sealUpTo }) => {
    const ids = await tell(ctx, 30);
    await sealUpTo(ctx, 30);
    await tell(ctx, 3);
    const rowOf = async (id: string | undefined) =>
      (await owner.query('select to_json(e) as row from events e where event_id = $1', [id])).rows[0].row;
    const restore = async (row: object & { event_id?: string }) => {
      await owner.query('delete from events where event_id = $1', [row.event_id]);
      await owner.query(INSERT, [row]);
    };
    const finding = async () => (await verifyEvents(ctx, SECRET)).finding;
    for (let i = 0; i < TIMES; i++) {
      const at = (i * 7) % 28;
      const [first, second] = [await rowOf(ids[at]), await rowOf(ids[at + 1])];
      const named = { eventId: ids[at], seq: at + 1 };
      if (i % 4 === 0) {
        await owner.query(
          `update events set payload = payload || '{"employeeId": "x"}' where event_id = $1`,
          [ids[at]],
        );
        expect(await finding()).toEqual({ reason: 'changed', ...named });
      } else if (i % 4 === 1) {
        await owner.query('delete from events where event_id = $1', [ids[at]]);
        expect(await finding()).toEqual({ reason: 'missing', ...named });
      } else if (i % 4 === 2) {
        const id = newId();
        await owner.query(INSERT, [{ ...first, event_id: id }]);
        expect(await finding()).toEqual({ reason: 'added', seq: null, eventId: id });
        await owner.query('delete from events where event_id = $1', [id]);
      } else {
        await restore({ ...first, position: second.position });
        await restore({ ...second, position: first.position });
        expect(await finding()).toEqual({ reason: 'changed', ...named });
      }
      await restore(first);
      await restore(second);
    }
    expect(await finding()).toBeNull();
    // the chain itself: its end cut off, and a link taken out
    const { rows } = await owner.query(
      'delete from audit_links where organization_id = $1 and seq = 30 returning *',
      [ctx.orgId],
    );
    expect(await finding()).toEqual({ reason: 'chain', seq: 30, eventId: null });
    await owner.query(
      'insert into audit_links select * from json_populate_recordset(null::audit_links, $1)',
      [JSON.stringify(rows)],
    );
    await owner.query('delete from audit_links where organization_id = $1 and seq = 4', [ctx.orgId]);
    expect(await finding()).toMatchObject({ reason: 'chain', seq: 4 });
  },
);
