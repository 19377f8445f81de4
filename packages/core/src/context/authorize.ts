import { AppError } from '@vaktplan/contracts/errors';
import { mayAnywhere, mayAt, type Permission, type Place } from '@vaktplan/contracts/permissions';
import type { Actor } from './ctx.ts';

/** May the actor do this at this place (left out: for the whole organisation)? Views carry the same answer as abilities. */
export const can = (actor: Actor, permission: Permission, place?: Place): boolean =>
  actor.kind === 'system' || mayAt(actor.grants, permission, place);

/** May the actor do this somewhere in the organisation? */
export const canSomewhere = (actor: Actor, permission: Permission): boolean =>
  actor.kind === 'system' || mayAnywhere(actor.grants, permission);

/** Throws `forbidden` unless the actor may do this here. Ask with the row in hand. */
export function authorize(actor: Actor, permission: Permission, place?: Place): void {
  if (!can(actor, permission, place)) throw new AppError('forbidden');
}
