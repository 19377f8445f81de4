import type pg from 'pg';
import type { SignedIn } from '../sign-tokens.ts';
import { fillHistory } from './fill-history.ts';
import { fillOrganization, type Filled } from './fill-organization.ts';
import { signEmployeesIn, signManagersIn } from './sign-people-in.ts';

export type BenchData = {
  /** Inclusive first and last business day of the week that is read. */
  week: { startDate: string; endDate: string };
  /** 200 people, 1,000 shifts a week, a year of them. */
  big: Filled & { managers: SignedIn[] };
  /** Those who clock in. */
  clock: Filled & { employees: SignedIn[] };
  shifts: number;
};

const YEAR = { weeksBefore: 26, weeksAfter: 25 };

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** A database as it is after a year: one organisation to read, one that clocks in, and ten others around them. */
export async function fillDatabase(client: pg.Client): Promise<BenchData> {
  const today = new Date();
  const monday = dayOf(today.getTime() - ((today.getUTCDay() + 6) % 7) * 86_400_000);
  // all rows are made to fit; looking each foreign key up would take most of the time
  await client.query('set session_replication_role = replica');
  const big = await fillOrganization(client, monday, { employees: 200, departments: 5, ...YEAR });
  const clock = await fillOrganization(client, monday, {
    employees: 2000,
    departments: 10,
    weeksBefore: 0,
    weeksAfter: 0,
  });
  for (let other = 0; other < 10; other++) {
    await fillOrganization(client, monday, { employees: 20, departments: 2, ...YEAR });
  }
  await fillHistory(client, clock.organizationId);
  const managers = await signManagersIn(client, big, 50);
  const employees = await signEmployeesIn(client, clock);
  await client.query('set session_replication_role = origin');
  await client.query('vacuum analyze');
  const { rows } = await client.query<{ count: number }>('select count(*)::int from shifts');
  return {
    week: { startDate: monday, endDate: dayOf(Date.parse(monday) + 6 * 86_400_000) },
    big: { ...big, managers },
    clock: { ...clock, employees },
    shifts: rows[0]?.count ?? 0,
  };
}
