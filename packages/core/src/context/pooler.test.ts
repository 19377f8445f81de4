import { describe, expect } from 'vitest';
import { createDatabase, type Database } from '@vaktplan/db/database';
import { newId } from '@vaktplan/platform/new-id';
import { makeClocker, rowsOf } from '@vaktplan/testing/clock-rows';
import { dbTest } from '@vaktplan/testing/db-test';
import { hasPgBouncer, startPgBouncer } from '@vaktplan/testing/pgbouncer';
import { createShift } from '../shifts/create-shift.ts';
import { listShifts } from '../shifts/list-shifts.ts';
import { recordPunch } from '../time-tracking/record-punch.ts';

if (!hasPgBouncer) console.warn('skipped: verbs behind PgBouncer (no pgbouncer: apt-get install pgbouncer)');

const pooled = dbTest.extend<{ db: Database }>({
  db: [
    async ({ testDatabase }, use) => {
      // far fewer connections than callers: each is handed on after every transaction
      const bouncer = await startPgBouncer(testDatabase.url.app, 3);
      const db = createDatabase({ url: bouncer.url, max: 12, pooled: true });
      await use(db);
      await db.close();
      await bouncer.stop();
    },
    { scope: 'file' },
  ],
});

describe.runIf(hasPgBouncer)('behind PgBouncer in transaction mode', () => {
  pooled('verbs do what they do without it', async ({ ctx, make }) => {
    const departmentId = await make.department(await make.location());
    const employeeId = await make.employee(departmentId);
    const idempotency = { key: 'k', route: 'POST /shifts', bodyHash: 'b' };
    const shift = { departmentId, employeeId, startsAt: '2025-12-01T09:00', endsAt: '2025-12-01T17:00' };
    const first = await createShift({ ...ctx, idempotency }, shift);
    expect(await createShift({ ...ctx, idempotency }, shift)).toEqual(first);
    await expect(createShift(ctx, shift)).rejects.toMatchObject({ code: 'shift_overlap' });
    const week = await listShifts(ctx, { startDate: '2025-12-01', endDate: '2025-12-07' });
    expect(week.data.map(({ id }) => id)).toEqual([first.id]);
    const { as } = await makeClocker(ctx, make);
    const { entry } = await recordPunch(as, { id: newId(), kind: 'in' });
    expect(entry.state).toBe('open');
  });

  pooled('connections that are handed on carry no organisation over', async ({ ctx, foreign, make }) => {
    const departmentId = await make.department(await make.location());
    await createShift(ctx, { departmentId, startsAt: '2025-12-01T09:00', endsAt: '2025-12-01T17:00' });
    const count = `select count(*)::int as shifts, current_setting('timezone') as zone,
      current_setting('statement_timeout') as timeout from shifts`;
    const visit = async (i: number) => {
      const of = i % 2 ? ctx : foreign.ctx;
      if (i % 7 === 0) await rowsOf(of, 'select 1/0').catch(() => undefined);
      const [read] = await of.db.read(of.orgId, [{ name: 'count', text: count, values: [] }]);
      expect([await rowsOf(of, count), read]).toEqual(
        Array(2).fill([{ shifts: i % 2 ? 1 : 0, zone: 'UTC', timeout: '5s' }]),
      );
    };
    for (let round = 0; round < 10; round++) {
      await Promise.all(Array.from({ length: 40 }, (_, i) => visit(round * 40 + i)));
    }
  });
});
