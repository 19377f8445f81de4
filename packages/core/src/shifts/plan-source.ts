import type { Tx } from '@vaktplan/db/database';
import {
  ensureSchedule,
  findAssignability,
  findDepartmentPlace,
  findPositionPlace,
  lockEmployeePlan,
  type DepartmentPlace,
} from '@vaktplan/db/queries/planning';
import type { Ctx } from '../context/ctx.ts';
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
  person(
    employeeId: string,
    localDate: string,
  ): Promise<{ active: boolean; contracted: boolean } | undefined>;
  /** The schedule that covers the day; made when there is none. */
  schedule(place: DepartmentPlace, localDate: string): Promise<string>;
};

/** Every fact read when it is asked for. */
export const readsOf = (tx: Tx, { orgId }: Ctx): PlanSource => ({
  place: (departmentId) => findDepartmentPlace(tx, orgId, departmentId),
  position: (positionId) => findPositionPlace(tx, orgId, positionId),
  lockPlan: (employeeId) => lockEmployeePlan(tx, employeeId),
  person: (employeeId, localDate) => findAssignability(tx, orgId, employeeId, localDate),
  schedule: (place, localDate) =>
    ensureSchedule(tx, orgId, place, localDate, weekOf(localDate, place.weekStart)),
});
