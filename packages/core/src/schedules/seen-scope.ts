import { AppError } from '@vaktplan/contracts/errors';
import type { PlaceScope } from '@vaktplan/db/queries/place-scope';
import { employees } from '@vaktplan/db/schema';
import { and, eq } from 'drizzle-orm';
import type { Ctx } from '../context/ctx.ts';
import { draftPlaces, seesDrafts } from '../shifts/shift.policy.ts';

/**
 * May the actor look at what this person saw, and of which places? One's own view always, all of it; others' where one plans.
 * Errors: not_found, forbidden.
 */
export async function seenScope(ctx: Ctx, employeeId: string): Promise<{ own: boolean; places: PlaceScope }> {
  const [person] = await ctx.db.transaction(ctx.orgId, (tx) =>
    tx
      .select({ id: employees.id })
      .from(employees)
      .where(and(eq(employees.organizationId, ctx.orgId), eq(employees.id, employeeId))),
  );
  if (!person) throw new AppError('not_found');
  const planner = seesDrafts(ctx.actor);
  if (ctx.actor.kind === 'user' && ctx.actor.employeeId === employeeId)
    return { own: !planner, places: undefined };
  if (!planner) throw new AppError('forbidden');
  return { own: false, places: draftPlaces(ctx.actor) };
}
