import { verify } from '@node-rs/argon2';
import { Temporal } from 'temporal-polyfill';
import { describe, expect } from 'vitest';
import { createPool } from '@vaktplan/db/database';
import { createLogger } from '@vaktplan/platform/logger';
import { dbTest } from '@vaktplan/testing/db-test';
import { seedCafe } from './cafe.ts';
import { DEMO_PASSWORD } from './demo-logins.ts';
import type { SeedParts } from './seed-context.ts';
import { getBudget } from '../budget/get-budget.ts';
import { getRoster } from '../roster/get-roster.ts';
import { listKiosks } from '../kiosk/list-kiosks.ts';
import { listRefusedTaps } from '../kiosk/list-refused-taps.ts';
import { getPinState } from '../kiosk/set-pin.ts';
import { listShifts } from '../shifts/list-shifts.ts';
import { listCorrections } from '../timesheets/list-corrections.ts';
import { listTimesheetLines } from '../timesheets/list-lines.ts';
import { listAtWork } from '../time-tracking/list-at-work.ts';
import { loadActor } from '../auth/load-actor.ts';
import type { Ctx } from '../context/ctx.ts';

const PIN_SECRET = 'pin-secret-of-the-tests-0123456789abcdef';

const seedTest = dbTest.extend<{ partsAt: (now: string) => SeedParts }>({
  partsAt: async ({ db, testDatabase }, use) => {
    const authPool = createPool({ url: testDatabase.url.auth, max: 2 });
    // one demo a database: earlier ones of this file are forgotten
    await authPool.query('update users set email = id::text where email like $1', ['%@vaktplan.test']);
    await use((now) => ({
      db,
      authPool,
      log: createLogger({ service: 'test', level: 'silent' }),
      now: Temporal.Instant.from(now),
      pinSecret: PIN_SECRET,
    }));
    await authPool.end();
  },
});

async function ctxOf({ db, authPool, log, now }: SeedParts, email: string): Promise<Ctx> {
  const { rows } = await authPool.query<{ orgId: string; userId: string }>(
    'select m.organization_id as "orgId", u.id as "userId" from users u join memberships m on m.user_id = u.id where u.email = $1',
    [email],
  );
  const { orgId = '', userId = '' } = rows[0] ?? {};
  const { actor } = await loadActor(db, { organizationId: orgId, userId, sessionId: null });
  if (!actor) throw new Error(`${email} is no member`);
  return { db, orgId, actor, log, now: () => now };
}

describe('the café', () => {
  seedTest('is made once, with sign-ins that work', async ({ partsAt }) => {
    const parts = partsAt('2025-12-03T11:20:00Z');
    expect(await seedCafe(parts)).toBe(true);
    expect(await seedCafe(parts)).toBe(false);
    const { rows } = await parts.authPool.query<{ password: string; account_id: string; user_id: string }>(
      "select a.password, a.account_id, a.user_id from accounts a join users u on u.id = a.user_id where u.email = 'employee@vaktplan.test'",
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.account_id).toBe(rows[0]?.user_id);
    expect(await verify(rows[0]?.password ?? '', DEMO_PASSWORD)).toBe(true);

    const owner = await ctxOf(parts, 'owner@vaktplan.test');
    const manager = await ctxOf(parts, 'manager@vaktplan.test');
    const employee = await ctxOf(parts, 'employee@vaktplan.test');
    expect(manager.actor).toMatchObject({ grants: [{ role: 'manager', departmentId: null }] });
    expect(employee.actor).toMatchObject({ employeeId: expect.any(String), grants: [{ role: 'employee' }] });
    const locationId = manager.actor.kind === 'user' ? String(manager.actor.grants[0]?.locationId) : '';
    const roster = await getRoster(manager, { locationId, startDate: '2025-12-01', endDate: '2025-12-07' });
    expect(roster.employees).toHaveLength(14);
    expect(roster.employees.every((one) => one.rates.length === 1 && one.contracts.length === 1)).toBe(true);

    const week = (await listShifts(owner, { startDate: '2025-12-01', endDate: '2025-12-07' })).data;
    const states = new Set(week.map((shift) => shift.state));
    expect(states).toEqual(new Set(['draft', 'published', 'changed']));
    const next = (await listShifts(owner, { startDate: '2025-12-08', endDate: '2025-12-14' })).data;
    expect(next.length).toBeGreaterThan(50);
    expect(next.every((shift) => shift.state === 'draft')).toBe(true);
    expect(next.some((shift) => shift.employeeId === null)).toBe(true);
    const budget = await getBudget(manager, { locationId, startDate: '2025-12-01', endDate: '2025-12-07' });
    expect(budget.period.shareOfForecast).toBeGreaterThan(1500);
    expect(budget.days.map(({ actual }) => actual !== null)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
    const sheet = { startDate: '2025-11-01', endDate: '2025-12-03' };
    const hours = (await listTimesheetLines(owner, sheet)).data;
    expect(new Set(hours.map(({ state }) => state))).toEqual(new Set(['approved', 'complete', 'open']));
    const asked = await listCorrections(owner, { startDate: '2025-11-20', endDate: '2025-12-03' });
    expect(asked.data.map(({ comment }) => comment)).toHaveLength(2);
    expect((await listRefusedTaps(manager)).data).toMatchObject([{ employeeName: 'Oscar Lund' }]);
    expect((await listKiosks(manager, {})).data).toMatchObject([{ name: 'Entrance' }]);
    const freja = roster.employees.find(({ name }) => name === 'Freja Holm');
    expect(await getPinState(owner, freja?.id ?? '')).toMatchObject({ isSet: true });
    const own = (await listShifts(employee, { startDate: '2025-12-03', endDate: '2025-12-03' })).data;
    expect(own.filter((shift) => shift.employeeId)).toMatchObject([{ startsAt: '2025-12-03T11:30:00Z' }]);
  });

  seedTest('somebody is at work, also on the night the clocks go back', async ({ partsAt }) => {
    const now = '2025-10-26T00:30:00Z';
    const parts = partsAt(now);
    await seedCafe(parts);
    const owner = await ctxOf(parts, 'owner@vaktplan.test');
    const { data } = await listAtWork(owner, {});
    expect(data.filter((one) => one.state === 'in' || one.state === 'on_break').length).toBeGreaterThan(0);
    const [facts] = await owner.db.read(owner.orgId, [
      {
        name: 'f',
        text: 'select (select count(*)::int from time_entries) as entries, (select count(*)::int from time_punches where occurred_at > $1) as future, (select count(*)::int from shifts) as shifts',
        values: [now],
      },
    ]);
    expect(facts?.[0]).toMatchObject({ future: 0 });
    expect(Number(facts?.[0]?.['entries'])).toBeGreaterThan(150);
  });
});
