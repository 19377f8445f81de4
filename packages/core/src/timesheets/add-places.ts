import type { Tx } from '@vaktplan/db/database';
import { listLocationRows } from '@vaktplan/db/queries/locations';
import type { findPerson } from '@vaktplan/db/queries/timesheets';
import { canSomewhere } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';
import { mayApprove } from './line.presenter.ts';
import { isOwnBlocked } from './own-hours.ts';

type Person = NonNullable<Awaited<ReturnType<typeof findPerson>>>;

/** May the actor add hours of the person at the location: as who approves there, or in a department of theirs there? */
export const mayAddAt = ({ actor }: Ctx, { places }: Person, locationId: string): boolean => {
  const here = places.filter((place) => place.locationId === locationId);
  return mayApprove(actor, { locationId, departmentIds: here.map((place) => place.departmentId) });
};

/** Ids of the locations in use at which the actor may add hours for the person: the person's own first, then by name. */
export async function addPlaces(tx: Tx, ctx: Ctx, person: Person): Promise<string[]> {
  if (!person.active || !canSomewhere(ctx.actor, 'timesheet:approve')) return [];
  if (isOwnBlocked(ctx.actor, { employeeId: person.id, ownDecides: person.ownDecides })) return [];
  const own = new Set(person.places.map((place) => place.locationId));
  const ids = (await listLocationRows(tx, ctx.orgId)).map(({ id }) => id);
  const [theirs, others] = [ids.filter((id) => own.has(id)), ids.filter((id) => !own.has(id))];
  return [...theirs, ...others].filter((id) => mayAddAt(ctx, person, id));
}
