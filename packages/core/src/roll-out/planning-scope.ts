import { AppError } from '@vaktplan/contracts/errors';
import type { Permission } from '@vaktplan/contracts/permissions';
import type { Tx } from '@vaktplan/db/database';
import { findLocationDepartments } from '@vaktplan/db/queries/shift-templates';
import { can } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';

/** A location with the departments in which the actor may plan, of those asked for. */
export type PlanningScope = { locationId: string; zone: string; departmentIds: string[] };

/**
 * Where the actor may plan at a location: the departments named, or all that are theirs. Errors: not_found (location or
 * a named department), forbidden (a named department, or none at all is theirs).
 */
export async function planningScope(
  tx: Tx,
  ctx: Ctx,
  permission: Permission,
  asked: { locationId: string; departmentIds?: readonly string[] | undefined },
): Promise<PlanningScope> {
  const location = await findLocationDepartments(tx, ctx.orgId, asked.locationId);
  if (!location) throw new AppError('not_found');
  const { locationId, zone, departmentIds: here } = location;
  const mine = here.filter((departmentId) => can(ctx.actor, permission, { locationId, departmentId }));
  const named = asked.departmentIds?.map((id) => id.toLowerCase());
  if (named?.some((id) => !here.includes(id))) throw new AppError('not_found');
  if (named?.some((id) => !mine.includes(id))) throw new AppError('forbidden');
  if (mine.length === 0 && !can(ctx.actor, permission, { locationId })) throw new AppError('forbidden');
  return { locationId, zone, departmentIds: named ?? mine };
}
