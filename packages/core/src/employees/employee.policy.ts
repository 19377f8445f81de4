import { AppError } from '@vaktplan/contracts/errors';
import { ROLE_PERMISSIONS, type Permission } from '@vaktplan/contracts/permissions';
import type { EmployeePlace, EmployeeScope } from '@vaktplan/db/queries/employees';
import { can } from '../context/authorize.ts';
import type { Actor } from '../context/ctx.ts';

/** May the actor do this to a person who works at these places? One place of the actor's is enough. */
export const canAtAny = (actor: Actor, permission: Permission, places: readonly EmployeePlace[]): boolean =>
  can(actor, permission) || places.some((place) => can(actor, permission, place));

/** Throws `forbidden` unless `canAtAny`. */
export function authorizeAtAny(actor: Actor, permission: Permission, places: readonly EmployeePlace[]): void {
  if (!canAtAny(actor, permission, places)) throw new AppError('forbidden');
}

/** Whom the actor may see with this permission, as the list's query needs it. */
export function scopeOf(actor: Actor, permission: Permission): EmployeeScope {
  if (can(actor, permission)) return { everywhere: true, locationIds: [], departmentIds: [] };
  const grants =
    actor.kind === 'user'
      ? actor.grants.filter((grant) => ROLE_PERMISSIONS[grant.role].includes(permission))
      : [];
  return {
    everywhere: false,
    departmentIds: grants.flatMap((grant) => grant.departmentId ?? []),
    locationIds: grants.flatMap((grant) => (grant.departmentId ? [] : (grant.locationId ?? []))),
  };
}

/** Only an owner may make owners, or act on one. */
export const isOwner = (actor: Actor): boolean =>
  actor.kind === 'system' || actor.grants.some((grant) => grant.role === 'owner');
