import pg from 'pg';
import { describe, expect } from 'vitest';
import { dbTest } from '@vaktplan/testing/db-test';
import { createShift } from '../shifts/create-shift.ts';
import { publishSchedule } from '../schedules/publish-schedule.ts';

const WEEK = { startDate: '2025-12-01', endDate: '2025-12-07' };
// what sign-in keeps has no organisation; the app role reaches none of it but that a session stands
const OF_SIGN_IN = ['users', 'sessions', 'accounts', 'verifications', 'jwks', 'two_factors'];

const filled = dbTest.extend<{ owner: pg.Client }>({
  owner: async ({ ctx, make, testDatabase }, use) => {
    const locationId = await make.location();
    const departmentId = await make.department(locationId);
    const positionId = await make.position(departmentId);
    const employeeId = await make.employee(departmentId, { positionIds: [positionId] });
    const times = { startsAt: '2025-12-01T09:00', endsAt: '2025-12-01T17:00' };
    const idempotency = { key: 'k', route: 'POST /shifts', bodyHash: 'b' };
    await createShift(
      { ...ctx, idempotency },
      { departmentId, employeeId, ...times, breaks: [{ minutes: 30, paid: false }] },
    );
    await publishSchedule(ctx, { locationId, ...WEEK, notify: 'none' });
    const client = new pg.Client({ connectionString: testDatabase.url.owner });
    await client.connect();
    await use(client);
    await client.end();
  },
});

const tablesOf = async (owner: pg.Client): Promise<string[]> => {
  const { rows } = await owner.query<{ relname: string }>(
    "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1",
  );
  return rows.map((row) => row.relname);
};

/** Rows touched, or the refusal's code. */
const attempt = (client: pg.ClientBase, text: string): Promise<number | string> =>
  client.query(text).then(
    (result) => result.rowCount ?? 0,
    (error: pg.DatabaseError) => String(error.code),
  );

describe('straight in SQL as the app role', () => {
  filled('every table is forced under row-level security and has a policy', async ({ owner }) => {
    const { rows } = await owner.query<{ relname: string }>(
      `select relname from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
         and (not relrowsecurity or not relforcerowsecurity
           or not relispartition and not exists (select 1 from pg_policy p where p.polrelid = c.oid))`,
    );
    expect(rows).toEqual([]);
    // a partition is reached through its table only, whose policies hold then
    const partitions = await owner.query(
      `select c.relname, r.rolname from pg_class c cross join pg_roles r
       where c.relispartition and c.relkind = 'r' and r.rolname in ('vaktplan_app', 'vaktplan_auth', 'vaktplan_relay')
         and (has_table_privilege(r.oid, c.oid, 'select, insert, update, delete, truncate')
           or has_any_column_privilege(r.oid, c.oid, 'select, insert, update'))`,
    );
    expect(partitions.rows).toEqual([]);
    expect(
      (await owner.query("select 1 from pg_inherits where inhparent = 'events'::regclass")).rowCount,
    ).toBe(14);
    const roles = await owner.query(
      "select rolname from pg_roles where rolname like 'vaktplan%' and (rolsuper or rolbypassrls or rolcreaterole)",
    );
    expect(roles.rows).toEqual([]);
  });

  filled(
    'no table gives, changes or loses a row of another organisation, nor one without an organisation',
    async ({ owner, ctx, foreign, db }) => {
      const seen: string[] = [];
      for (const table of await tablesOf(owner)) {
        const { rowCount } = await owner.query(`select 1 from ${table} limit 1`);
        if (rowCount) seen.push(table);
        for (const organization of [foreign.ctx.orgId, '']) {
          const client = await db.pool.connect();
          const scope = table === 'organizations' ? 'id' : 'organization_id';
          const theirs = OF_SIGN_IN.includes(table) ? '' : ` where ${scope} = '${ctx.orgId}'`;
          for (const command of [
            `select * from ${table}${theirs}`,
            `update ${table} set ${OF_SIGN_IN.includes(table) ? 'id = id' : `${scope} = ${scope}`}${theirs}`,
            `delete from ${table}${theirs}`,
          ]) {
            await client.query('begin');
            await client.query("select set_config('app.organization_id', $1, true)", [organization]);
            expect([0, '42501'], `${command} as ${organization || 'nobody'}`).toContain(
              await attempt(client, command),
            );
            await client.query('rollback');
          }
          client.release();
        }
      }
      expect(seen).toEqual(
        expect.arrayContaining([
          'shifts',
          'shift_breaks',
          'shift_publications',
          'events',
          'employees',
          'pay_rates',
          'idempotency_keys',
          'users',
          'memberships',
        ]),
      );
    },
  );

  filled("facts cannot be changed or deleted, not even one's own", async ({ owner, db, ctx }) => {
    expect((await owner.query('select 1 from events')).rowCount).toBeGreaterThan(0);
    for (const table of ['events', 'shift_publications', 'time_punches', 'rule_violations', 'audit_links']) {
      for (const command of [
        `update ${table} set organization_id = organization_id`,
        `delete from ${table}`,
      ]) {
        await expect(
          db.transaction(ctx.orgId, (tx) => tx.$client.query(command)),
          command,
        ).rejects.toMatchObject({ code: '42501' });
      }
    }
  });

  filled('a reference across organisations cannot be stored', async ({ owner, db, ctx, foreign }) => {
    const { rows } = await owner.query<{ id: string }>(
      'select id from departments where organization_id = $1',
      [ctx.orgId],
    );
    const steal =
      'insert into positions (organization_id, id, department_id, name, color) values ($1, gen_random_uuid(), $2, $3, $4)';
    await expect(
      db.transaction(foreign.ctx.orgId, (tx) =>
        tx.$client.query(steal, [foreign.ctx.orgId, rows[0]?.id, 'x', '#000000']),
      ),
    ).rejects.toMatchObject({ code: '23503' });
  });
});

filled(
  'a pooled connection never carries the organisation over: 3,000 interleaved, with errors',
  async ({ owner, ctx, foreign, db }) => {
    expect((await owner.query('select 1 from shifts where organization_id = $1', [ctx.orgId])).rowCount).toBe(
      1,
    );
    const who = {
      name: 'who',
      text: "select current_setting('app.organization_id', true) as org, (select count(*)::int from shifts) as shifts",
      values: [],
    };
    let wrong = 0;
    const visit = async (i: number): Promise<void> => {
      const orgId = i % 2 ? ctx.orgId : foreign.ctx.orgId;
      if (i % 7 === 0) {
        await db.transaction(orgId, (tx) => tx.$client.query('select 1/0')).catch(() => undefined);
        return;
      }
      const [rows] = await db.read(orgId, [who]);
      const row = rows?.[0];
      if (row?.org !== orgId || row?.shifts !== (i % 2 ? 1 : 0)) wrong++;
    };
    // more at once than there are connections, so that each is handed on all the time
    let next = 0;
    const visitor = async (): Promise<void> => {
      while (next < 3000) await visit(next++);
    };
    await Promise.all(Array.from({ length: 40 }, visitor));
    expect(wrong).toBe(0);
    expect(
      (await db.pool.query("select nullif(current_setting('app.organization_id', true), '') as org")).rows[0]
        .org,
    ).toBeNull();
  },
);
