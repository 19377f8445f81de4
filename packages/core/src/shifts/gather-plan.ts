import type { Tx } from '@vaktplan/db/database';
import { ensureSchedule, type DepartmentPlace } from '@vaktplan/db/queries/planning';
import {
  findHolders,
  findPeriods,
  findPlaces,
  findPositions,
  lockEmployeePlans,
  type Holder,
  type PlaceFacts,
  type PositionFacts,
} from '@vaktplan/db/queries/planning-many';
import type { Ctx } from '../context/ctx.ts';
import { weekOf } from '../time/local-time.rules.ts';
import { loadPersonPlans } from '../findings/load-plans.ts';
import type { PlanSource } from './plan-source.ts';

type Named = {
  departmentId: string;
  positionId: string | null;
  employeeId: string | null;
  startsAt: string;
};

/** The facts of many wishes at once, and the names that go with them. */
export type GatheredPlan = PlanSource & {
  places: ReadonlyMap<string, PlaceFacts>;
  positions: ReadonlyMap<string, PositionFacts>;
  people: ReadonlyMap<string, Holder>;
};

const DAY = 86_400_000;
const NO_SCHEDULE = '00000000-0000-0000-0000-000000000000';

/**
 * Reads in a few statements what planning these wishes will ask, and locks the plans of their people. `dry`: nothing is
 * going to be written, so nobody is locked and no schedule is made.
 */
export async function gatherPlan(
  tx: Tx,
  ctx: Ctx,
  wishes: readonly Named[],
  { dry = false } = {},
): Promise<GatheredPlan> {
  const { orgId } = ctx;
  const employeeIds = distinct(wishes.map((wish) => wish.employeeId));
  const departmentIds = distinct(wishes.map((wish) => wish.departmentId));
  const days = daysAround(wishes.map((wish) => wish.startsAt));
  if (!dry) await lockEmployeePlans(tx, employeeIds);
  const [placeRows, positionRows, holderRows, periodRows, plans] = await Promise.all([
    findPlaces(tx, orgId, departmentIds),
    findPositions(tx, orgId, distinct(wishes.map((wish) => wish.positionId))),
    findHolders(tx, orgId, employeeIds),
    days ? findPeriods(tx, orgId, departmentIds, days) : [],
    days ? loadPersonPlans(tx, orgId, { employeeIds, ...days }) : undefined,
  ]);
  const places = new Map(placeRows.map((place) => [place.departmentId, place]));
  const positions = new Map(positionRows.map((position) => [position.id, position]));
  const people = new Map(holderRows.map((holder) => [holder.id, holder]));
  let periods = periodRows;
  let laid = 0;
  const covering = (place: DepartmentPlace, date: string) =>
    periods.find(
      (one) => one.departmentId === place.departmentId && one.startDate <= date && date <= one.endDate,
    )?.id;

  return {
    places,
    positions,
    people,
    place: async (departmentId) => places.get(departmentId.toLowerCase()),
    position: async (positionId) => positions.get(positionId.toLowerCase()),
    lockPlan: async () => undefined,
    plan: async (employeeId) => {
      const plan = plans?.people.get(employeeId.toLowerCase());
      return plans && plan && { plan, world: plans.world };
    },
    lay: (before, planned) => {
      const former = before?.employeeId ? plans?.people.get(before.employeeId) : undefined;
      if (former && before) former.shifts = former.shifts.filter((shift) => shift.id !== before.id);
      // new shifts have no id yet that would keep them apart
      const id = before?.id ?? `new ${laid++}`;
      if (planned) plans?.people.get(planned.employeeId.toLowerCase())?.shifts.push({ ...planned, id });
    },
    schedule: async (place, localDate) => {
      const there = covering(place, localDate);
      if (there) return there;
      if (dry) return NO_SCHEDULE;
      const made = await ensureSchedule(tx, orgId, place, localDate, weekOf(localDate, place.weekStart));
      const again = await findPeriods(tx, orgId, [place.departmentId], {
        startDate: localDate,
        endDate: localDate,
      });
      periods = [...periods, ...again];
      return made;
    },
  };
}

const distinct = (ids: readonly (string | null)[]): string[] => [
  ...new Set(ids.flatMap((id) => (id === null ? [] : [id.toLowerCase()]))),
];

/** The first and last day that moments of this text can fall on, in any zone. */
function daysAround(moments: readonly string[]): { startDate: string; endDate: string } | undefined {
  const days = moments.map((moment) => moment.slice(0, 10)).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return undefined;
  const away = (day: string, by: number) => new Date(Date.parse(day) + by * DAY).toISOString().slice(0, 10);
  return { startDate: away(first, -2), endDate: away(last, 2) };
}
