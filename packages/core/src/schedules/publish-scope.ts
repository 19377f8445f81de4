import { AppError } from '@vaktplan/contracts/errors';
import type { PublishPreviewQuery } from '@vaktplan/contracts/http/schedules';
import type { Tx } from '@vaktplan/db/database';
import { departments, locations } from '@vaktplan/db/schema';
import { findNamedShifts, type PublishScope } from '@vaktplan/db/queries/publish-scope';
import { and, eq } from 'drizzle-orm';
import { can } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';
import { permittedPlaces } from '../context/permitted-places.ts';

/**
 * The scope the actor may publish: as asked, narrowed to the departments that are theirs. Errors: not_found (location,
 * department, or a named shift that the location has not), forbidden (none of it is theirs, or something named is not).
 */
export async function publishScope(tx: Tx, ctx: Ctx, asked: PublishPreviewQuery): Promise<PublishScope> {
  const { locationId, departmentIds } = asked;
  const [location] = await tx
    .select({ id: locations.id })
    .from(locations)
    .where(and(eq(locations.organizationId, ctx.orgId), eq(locations.id, locationId)));
  if (!location) throw new AppError('not_found');
  const here = await tx
    .select({ id: departments.id })
    .from(departments)
    .where(and(eq(departments.organizationId, ctx.orgId), eq(departments.locationId, locationId)));
  if (departmentIds?.some((id) => !here.some((one) => one.id === id))) throw new AppError('not_found');

  const mine = can(ctx.actor, 'schedule:publish', { locationId })
    ? undefined
    : permittedPlaces(ctx.actor, 'schedule:publish')?.departmentIds;
  if (mine && departmentIds?.some((id) => !mine.includes(id))) throw new AppError('forbidden');
  const permitted = mine?.filter((id) => here.some((one) => one.id === id));
  if (permitted && permitted.length === 0) throw new AppError('forbidden');
  const scope = { ...asked, permitted };
  await assertNamed(tx, ctx, scope);
  return scope;
}

async function assertNamed(tx: Tx, ctx: Ctx, { locationId, shiftIds, permitted }: PublishScope) {
  if (!shiftIds) return;
  const named = new Set(shiftIds);
  const found = await findNamedShifts(tx, ctx.orgId, locationId, [...named]);
  if (found.length < named.size)
    throw new AppError('not_found', { errors: [{ path: 'shiftIds', message: 'No such shift here' }] });
  const theirs = found.every(
    ({ departmentIds }) => !permitted || departmentIds.some((id) => permitted.includes(id)),
  );
  if (!theirs) throw new AppError('forbidden');
}
