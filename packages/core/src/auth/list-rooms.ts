import { mayAt } from '@vaktplan/contracts/permissions';
import { room } from '@vaktplan/contracts/socket';
import type { Database } from '@vaktplan/db/database';
import { placesStatement } from '@vaktplan/db/queries/actors';
import * as z from 'zod';
import type { UserActor } from '../context/ctx.ts';

const Places = z.array(z.object({ locationId: z.string(), departmentId: z.string().nullable() }));

/**
 * The socket rooms of a member: the organisation, the person, and the locations whose drafts they may see (the manager of
 * one department hears of the whole location, and sees of it what a fetch shows). From the database, never from the client.
 */
export async function listRooms(db: Database, organizationId: string, actor: UserActor): Promise<string[]> {
  const [places] = await db.read(organizationId, [placesStatement(organizationId)]);
  const locations = Places.parse(places)
    .filter((place) => mayAt(actor.grants, 'shift:read-draft', place))
    .map((place) => room.location(place.locationId));
  return [
    room.organization(organizationId),
    room.user(actor.userId),
    ...(actor.employeeId ? [room.employee(actor.employeeId)] : []),
    ...new Set(locations),
  ];
}
