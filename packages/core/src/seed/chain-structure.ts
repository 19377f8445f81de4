import { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import { insertEmployee } from '@vaktplan/db/queries/employee-writes';
import { insertPastEvents } from '@vaktplan/db/queries/history';
import { eventOf } from '../context/append-event.ts';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { createDepartment } from '../organizations/create-department.ts';
import { createLocation } from '../organizations/create-location.ts';
import { createPosition } from '../organizations/create-position.ts';
import { listLocations } from '../organizations/list-locations.ts';
import {
  CHAIN_DEPARTMENTS,
  CHAIN_POSITIONS,
  FIRST_NAMES,
  LAST_NAMES,
  TURNS,
  type ChainLocation,
} from './chain-places.ts';
import { between } from './random.ts';

export type ChainPerson = {
  id: string;
  departmentId: string;
  positionId: string;
  turn: (typeof TURNS)[number];
  daysPerWeek: number;
  /** Shifts the days of work along the week. */
  offset: number;
};
export type ChainSite = { locationId: string; zone: string; departmentIds: string[]; people: ChainPerson[] };

/** Locations, departments, positions and people. `today` is the day contracts are reckoned from. */
export async function buildChain(
  ctx: Ctx,
  wanted: readonly ChainLocation[],
  random: () => number,
  today: string,
): Promise<ChainSite[]> {
  const positionIds: string[] = [];
  for (const { name, color } of CHAIN_POSITIONS)
    positionIds.push((await createPosition(ctx, { name, color })).id);
  // sign-up has made the first location
  const { data: known } = await listLocations(ctx);
  const sites: ChainSite[] = [];
  for (const [nr, { name, zone, people }] of wanted.entries()) {
    const location = known.find((one) => one.name === name) ?? (await createLocation(ctx, { name, zone }));
    const departmentIds: string[] = [];
    for (const department of CHAIN_DEPARTMENTS)
      departmentIds.push((await createDepartment(ctx, { locationId: location.id, name: department })).id);
    const site = { locationId: location.id, zone, departmentIds, people: [] as ChainPerson[] };
    await hire(ctx, site, { positionIds, count: people, random, today, firstNumber: nr * 1000 + 1 });
    sites.push(site);
  }
  return sites;
}

type Hiring = {
  positionIds: string[];
  count: number;
  random: () => number;
  today: string;
  firstNumber: number;
};

const hire = (ctx: Ctx, site: ChainSite, hiring: Hiring): Promise<void> =>
  transact(ctx, 'seed.hire', async (tx) => {
    const { random, firstNumber, positionIds, today } = hiring;
    const pick = <T>(list: readonly T[]): T => list[between(random, 0, list.length - 1)] as T;
    for (let nr = 0; nr < hiring.count; nr++) {
      const place = nr % CHAIN_POSITIONS.length;
      const position = CHAIN_POSITIONS[place] as (typeof CHAIN_POSITIONS)[number];
      const departmentId = String(site.departmentIds[CHAIN_DEPARTMENTS.indexOf(position.department)]);
      const positionId = String(positionIds[place]);
      const [first, last, number] = [pick(FIRST_NAMES), pick(LAST_NAMES), String(firstNumber + nr)];
      const daysPerWeek = pick([3, 4, 5, 5, 5]);
      const from = Temporal.PlainDate.from(today)
        .subtract({ days: between(random, 120, 2200) })
        .toString();
      const id = await insertEmployee(tx, ctx.orgId, {
        id: uuidv7(),
        name: `${first} ${last}`,
        email: `${first}.${last}.${number}@chain.vaktplan.test`.toLowerCase(),
        number,
        departmentIds: [departmentId],
        positionIds: [positionId],
        contract: { from, to: null, minutesPerWeek: daysPerWeek * 450 },
        rate: { from, hourlyMinor: position.hourlyMinor + between(random, 0, 12) * 25 },
      });
      site.people.push({
        id,
        departmentId,
        positionId,
        turn: pick(TURNS),
        daysPerWeek,
        offset: between(random, 0, 6),
      });
    }
    const joined = site.people.map(({ id }) =>
      eventOf(ctx, 'employee.created', { type: 'employee', id, version: 1 }, { employeeId: id }),
    );
    await insertPastEvents(tx, ctx.orgId, joined, ctx.now().toString());
  });
