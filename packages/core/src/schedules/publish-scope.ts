import { AppError } from '@vaktplan/contracts/errors';
import type { PublishPreviewQuery } from '@vaktplan/contracts/http/schedules';
import type { Tx } from '@vaktplan/db/database';
import { departments, locations } from '@vaktplan/db/schema';
import type { PublishScope } from '@vaktplan/db/queries/publications';
import { and, eq } from 'drizzle-orm';
import { can } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';
import { permittedPlaces } from '../context/permitted-places.ts';

/**
 * The scope the actor may publish: as asked, or narrowed to the departments that are theirs.
 * Errors: not_found (location or department), forbidden (none of it is theirs, or one named department is not).
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
  if (mine && mine.length === 0) throw new AppError('forbidden');
  if (mine && departmentIds?.some((id) => !mine.includes(id))) throw new AppError('forbidden');
  const hereAndMine = mine?.filter((id) => here.some((one) => one.id === id));
  if (hereAndMine && hereAndMine.length === 0) throw new AppError('forbidden');
  return { ...asked, departmentIds: departmentIds ?? hereAndMine };
}
