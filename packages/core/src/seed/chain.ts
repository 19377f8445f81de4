import { Temporal } from 'temporal-polyfill';
import { createOrganization } from '../organizations/create-organization.ts';
import type { PersonClock } from '../time-tracking/recording/person-clock.ts';
import type { Ctx } from '../context/ctx.ts';
import { weekOf } from '../time/local-time.rules.ts';
import { punchChainWeek } from './chain-clock.ts';
import { CHAIN_LOCATIONS, CHAIN_NAME, type ChainLocation } from './chain-places.ts';
import { buildChain } from './chain-structure.ts';
import { planChainWeek } from './chain-week.ts';
import { ensureDemoLogin, isMemberOf, type DemoLogin } from './demo-logins.ts';
import { inOneTransaction } from './one-transaction.ts';
import { createRandom } from './random.ts';
import { OWNER_GRANT, type SeedParts } from './seed-context.ts';

const EMAIL = 'owner@chain.vaktplan.test';
const SEED = 400_012;

export type ChainSize = { locations: readonly ChainLocation[]; weeksOfHistory: number };
const WHOLE: ChainSize = { locations: CHAIN_LOCATIONS, weeksOfHistory: 10 };

/**
 * A chain of restaurants: 12 locations in 4 zones, 400 people, 10 weeks of history with punches, this week published and
 * the next a draft. From a fixed random seed, written in bulk, in one transaction; its events count as announced. False
 * when the demo's owner has it already.
 */
export async function seedChain(parts: SeedParts, size: ChainSize = WHOLE): Promise<boolean> {
  if (await isMemberOf(parts.authPool, EMAIL, CHAIN_NAME)) return false;
  const owner = await ensureDemoLogin(parts.authPool, 'Astrid Havn', EMAIL);
  await inOneTransaction(parts.db, (db) => openChain({ ...parts, db }, owner, size));
  return true;
}

async function openChain({ db, log, now }: SeedParts, owner: DemoLogin, size: ChainSize): Promise<void> {
  const [first] = size.locations;
  if (!first) throw new Error('a chain has a location');
  const founded = now.subtract({ hours: (size.weeksOfHistory + 3) * 7 * 24 });
  const { id } = await createOrganization(
    { db, log, now: () => founded, userId: owner.userId, userName: owner.name, email: owner.email },
    { name: CHAIN_NAME, zone: first.zone, currency: 'EUR', locale: 'en-GB', locationName: first.name },
  );
  const actor = { kind: 'user', userId: owner.userId, employeeId: null, grants: [OWNER_GRANT] } as const;
  const ctx: Ctx = { db, log, orgId: id, actor, now: () => founded };
  const random = createRandom(SEED);
  const today = now.toZonedDateTimeISO(first.zone).toPlainDate().toString();
  const people = new Map<string, PersonClock>();

  for (const site of await buildChain(ctx, size.locations, random, today)) {
    const thisMonday = Temporal.PlainDate.from(
      weekOf(now.toZonedDateTimeISO(site.zone).toPlainDate().toString(), 1).startDate,
    );
    for (let week = -size.weeksOfHistory; week <= 1; week++) {
      const shifts = await planChainWeek(
        ctx,
        site,
        {
          monday: thisMonday.add({ days: week * 7 }).toString(),
          number: week + size.weeksOfHistory,
          published: week <= 0,
          openPerDepartment: week < 0 ? 0 : 2,
        },
        random,
      );
      if (week > 0) continue;
      await punchChainWeek(ctx, site, shifts, {
        now: now.epochMilliseconds,
        random,
        kiosk: owner.userId,
        people,
      });
    }
  }
}
