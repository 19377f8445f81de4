import { AppError } from '@vaktplan/contracts/errors';
import type { Permission } from '@vaktplan/contracts/permissions';
import type { EmployeePlace } from '@vaktplan/db/queries/employees';
import { can } from '../context/authorize.ts';
import type { Actor } from '../context/ctx.ts';

/** May the actor do this to a person who works at these places? One place of the actor's is enough. */
export const canAtAny = (actor: Actor, permission: Permission, places: readonly EmployeePlace[]): boolean =>
  can(actor, permission) || places.some((place) => can(actor, permission, place));

/** Throws `forbidden` unless `canAtAny`. */
export function authorizeAtAny(actor: Actor, permission: Permission, places: readonly EmployeePlace[]): void {
  if (!canAtAny(actor, permission, places)) throw new AppError('forbidden');
}

/** Only an owner may make owners, or act on one. */
export const isOwner = (actor: Actor): boolean =>
  actor.kind === 'system' || actor.grants.some((grant) => grant.role === 'owner');
