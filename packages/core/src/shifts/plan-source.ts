import type { Tx } from '@vaktplan/db/database';
import {
  ensureSchedule,
  findDepartmentPlace,
  findPositionPlace,
  lockEmployeePlan,
  type DepartmentPlace,
} from '@vaktplan/db/queries/planning';
import type { Ctx } from '../context/ctx.ts';
import type { RuleWorld } from '../findings/facts.rules.ts';
import { loadPersonPlans, type PersonPlan, type PlanShift } from '../findings/load-plans.ts';
import { weekOf } from '../time/local-time.rules.ts';

/**
 * Where a plan's facts come from: read one by one for a single shift, or gathered beforehand for many. The rules that
 * judge them are the same.
 */
export type PlanSource = {
  place(departmentId: string): Promise<DepartmentPlace | undefined>;
  position(positionId: string): Promise<{ locationId: string | null; archived: boolean } | undefined>;
  /** Holds the person's plan until the transaction ends: their shifts change one after the other. */
  lockPlan(employeeId: string): Promise<unknown>;
  /** The person as the rules see them, with the shifts of the weeks around the day. */
  plan(employeeId: string, localDate: string): Promise<{ plan: PersonPlan; world: RuleWorld } | undefined>;
  /** Tells the source of a shift that has just been planned, so that the next one is judged beside it. */
  lay(before: { id: string; employeeId: string | null } | undefined, planned: PlanShift | undefined): void;
  /** The schedule that covers the day; made when there is none. */
  schedule(place: DepartmentPlace, localDate: string): Promise<string>;
};

/** Every fact read when it is asked for. */
export const readsOf = (tx: Tx, { orgId }: Ctx): PlanSource => ({
  place: (departmentId) => findDepartmentPlace(tx, orgId, departmentId),
  position: (positionId) => findPositionPlace(tx, orgId, positionId),
  lockPlan: (employeeId) => lockEmployeePlan(tx, employeeId),
  plan: async (employeeId, localDate) => {
    const days = { startDate: localDate, endDate: localDate };
    const { people, world } = await loadPersonPlans(tx, orgId, { employeeIds: [employeeId], ...days });
    const plan = people.get(employeeId.toLowerCase());
    return plan && { plan, world };
  },
  lay: () => undefined,
  schedule: (place, localDate) =>
    ensureSchedule(tx, orgId, place, localDate, weekOf(localDate, place.weekStart)),
});
