import { ROLE_PERMISSIONS, type Permission } from '@vaktplan/contracts/permissions';
import { can } from './authorize.ts';
import type { Actor } from './ctx.ts';

/** Locations and departments; a row is in when one of them is its own. */
export type Places = { locationIds: string[]; departmentIds: string[] };

/** Where the actor holds the permission, for a query's scope; undefined: in the whole organisation. */
export function permittedPlaces(actor: Actor, permission: Permission): Places | undefined {
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
