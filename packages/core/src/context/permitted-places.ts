import { ROLE_PERMISSIONS, type Permission } from '@vaktplan/contracts/permissions';
import type { PlaceScope } from '@vaktplan/db/queries/place-scope';
import { can } from './authorize.ts';
import type { Actor } from './ctx.ts';

/** Where the actor holds the permission, for a query's scope; undefined: in the whole organisation. */
export function permittedPlaces(actor: Actor, permission: Permission): PlaceScope {
  if (actor.kind === 'system') return undefined;
  const grants = actor.grants.filter((grant) => ROLE_PERMISSIONS[grant.role].includes(permission));
  if (grants.some((grant) => !grant.locationId && !grant.departmentId)) return undefined;
  return {
    locationIds: grants.flatMap((grant) =>
      grant.locationId && !grant.departmentId ? [grant.locationId] : [],
    ),
    departmentIds: grants.flatMap((grant) => (grant.departmentId ? [grant.departmentId] : [])),
  };
}

/** Does the actor hold the permission at the location, or in one of its departments? */
export const canAtLocation = (
  actor: Actor,
  permission: Permission,
  location: { id: string; departmentIds: readonly string[] },
): boolean =>
  can(actor, permission, { locationId: location.id }) ||
  location.departmentIds.some((departmentId) =>
    can(actor, permission, { locationId: location.id, departmentId }),
  );
