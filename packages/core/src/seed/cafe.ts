import { Temporal } from 'temporal-polyfill';
import type { Database } from '@vaktplan/db/database';
import { findEmployee } from '@vaktplan/db/queries/employees';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { joinEmployee } from '../employees/join-employee.ts';
import { createOrganization } from '../organizations/create-organization.ts';
import { listShifts } from '../shifts/list-shifts.ts';
import { weekOf } from '../time/local-time.rules.ts';
import { budgetCafe } from './cafe-budget.ts';
import { punchCafe } from './cafe-clock.ts';
import { approveCafe, equipCafe, proposeCafe } from './cafe-hours.ts';
import { CAFE_PEOPLE } from './cafe-people.ts';
import { planCafe, type Today } from './cafe-plan.ts';
import { buildCafe, type Cafe } from './cafe-structure.ts';
import { ensureDemoLogin, isMemberOf, type DemoLogin } from './demo-logins.ts';
import { inOneTransaction } from './one-transaction.ts';
import { createRandom } from './random.ts';
import { atTheClock, OWNER_GRANT, SeedClock, type SeedParts } from './seed-context.ts';

const NAME = 'Café Nord';
const ZONE = 'Europe/Copenhagen';
const SEED = 20_251_201;

/**
 * A small café: fourteen people, three weeks of history, this week under way and the next as a draft. Made with the
 * product's own verbs in one transaction. False when the demo's owner has it already.
 */
export async function seedCafe(parts: SeedParts): Promise<boolean> {
  const { authPool } = parts;
  if (await isMemberOf(authPool, 'owner@vaktplan.test', NAME)) return false;
  const logins = {
    owner: await ensureDemoLogin(authPool, CAFE_PEOPLE.freja.name, 'owner@vaktplan.test'),
    manager: await ensureDemoLogin(authPool, CAFE_PEOPLE.mads.name, 'manager@vaktplan.test'),
    employee: await ensureDemoLogin(authPool, CAFE_PEOPLE.sofie.name, 'employee@vaktplan.test'),
  };
  await inOneTransaction(parts.db, (db) => openCafe({ ...parts, db }, logins));
  return true;
}

type Logins = Record<'owner' | 'manager' | 'employee', DemoLogin>;

async function openCafe({ db, log, now, pinSecret }: SeedParts, logins: Logins): Promise<void> {
  const today = todayOf(now);
  const clock = new SeedClock(now.subtract({ hours: 5 * 7 * 24 }));
  const ctx = await signUp(db, log, clock, logins.owner);
  const hired = Temporal.PlainDate.from(today.date).subtract({ years: 2 }).with({ day: 1 }).toString();
  const cafe = await buildCafe(ctx, hired, {
    freja: logins.owner.email,
    mads: logins.manager.email,
    sofie: logins.employee.email,
  });
  await join(ctx, cafe, logins);
  await planCafe(ctx, clock, cafe, today);
  await budgetCafe(ctx, cafe.locationId, today, createRandom(SEED));
  const startDate = Temporal.PlainDate.from(today.monday).subtract({ days: 28 }).toString();
  const seen = await listShifts(ctx, { startDate, endDate: today.date });
  await punchCafe(
    ctx,
    seen.data.filter((shift) => shift.state !== 'draft'),
    {
      now,
      random: createRandom(SEED),
      kiosk: logins.manager.userId,
      absent: cafe.people.sofie,
    },
  );
  const present = { ...ctx, now: () => now };
  if (pinSecret) await equipCafe(present, cafe, pinSecret);
  await approveCafe(present, today);
  await proposeCafe(atTheClock(present, cafe.people.sofie, logins.employee.userId), cafe, today);
}

function todayOf(now: Temporal.Instant): Today {
  const date = now.toZonedDateTimeISO(ZONE).toPlainDate().toString();
  return { zone: ZONE, date, monday: weekOf(date, 1).startDate, now };
}

async function signUp(db: Database, log: SeedParts['log'], clock: SeedClock, owner: DemoLogin): Promise<Ctx> {
  const { id } = await createOrganization(
    { db, log, now: clock.now, userId: owner.userId, userName: owner.name, email: owner.email },
    { name: NAME, zone: ZONE, currency: 'DKK', locale: 'en-GB', locationName: 'Nørrebro' },
  );
  const actor = { kind: 'user', userId: owner.userId, employeeId: null, grants: [OWNER_GRANT] } as const;
  return { db, log, orgId: id, actor, now: clock.now };
}

/** The manager of the location and an employee get their logins. */
const join = (ctx: Ctx, { locationId, people }: Cafe, logins: Logins): Promise<void> =>
  transact(ctx, 'seed.join', async (tx) => {
    const nowhere = { locationId: null, departmentId: null };
    for (const [id, { userId }, grant] of [
      [people.mads, logins.manager, { role: 'manager', locationId, departmentId: null }],
      [people.sofie, logins.employee, { role: 'employee', ...nowhere }],
    ] as const) {
      const employee = await findEmployee(tx, ctx.orgId, id, ctx.now().toString());
      if (employee) await joinEmployee(tx, ctx, employee, userId, grant);
    }
  });
