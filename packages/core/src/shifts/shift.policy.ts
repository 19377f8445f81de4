import { ROLE_PERMISSIONS } from '@vaktplan/contracts/permissions';
import type { ShiftFilter } from '@vaktplan/db/queries/shifts';
import { canSomewhere } from '../context/authorize.ts';
import type { Actor } from '../context/ctx.ts';

export const seesDrafts = (actor: Actor): boolean => canSomewhere(actor, 'shift:read-draft');

/** The places whose drafts the actor may see; undefined: the whole organisation. */
export function draftPlaces(actor: Actor): ShiftFilter['places'] {
  if (actor.kind === 'system') return undefined;
  const grants = actor.grants.filter((grant) => ROLE_PERMISSIONS[grant.role].includes('shift:read-draft'));
  if (grants.some((grant) => !grant.locationId && !grant.departmentId)) return undefined;
  return {
    locationIds: grants.flatMap((grant) =>
      grant.locationId && !grant.departmentId ? [grant.locationId] : [],
    ),
    departmentIds: grants.flatMap((grant) => (grant.departmentId ? [grant.departmentId] : [])),
  };
}
