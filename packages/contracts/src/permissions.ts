import * as z from 'zod';

/**
 * The one permission table. It feeds the guard (may this role call this route at all), the policies
 * (may it touch this row) and the abilities that views carry, so that a button and its endpoint agree.
 */
export const PERMISSIONS = [
  'organization:read',
  'organization:update',
  'location:manage',
  'employee:read',
  'employee:create',
  'employee:update',
  'employee:invite',
  'employee:deactivate',
  'role:assign',
  'pay:read',
  'schedule:read',
  'schedule:publish',
  'shift:read',
  'shift:read-draft',
  'shift:create',
  'shift:update',
  'shift:delete',
  'budget:read',
  'budget:update',
  'punch:create',
  'time-entry:read-own',
  'time-entry:read',
  'kiosk:manage',
  'timesheet:propose',
  'timesheet:approve',
  'pay-period:read',
  'pay-period:lock',
  'pay-period:unlock',
  'timesheet-settings:update',
  'own-data:export',
  'notification:read',
  'developer:read',
  'status:read',
  'job:replay',
] as const;
export type Permission = (typeof PERMISSIONS)[number];
export const Permission = z.enum(PERMISSIONS);

export const ROLES = ['owner', 'admin', 'manager', 'employee'] as const;
export type Role = (typeof ROLES)[number];
export const Role = z.enum(ROLES);

const employee = [
  'organization:read',
  'schedule:read',
  'shift:read',
  'punch:create',
  'time-entry:read-own',
  'timesheet:propose',
  'pay-period:read',
  'own-data:export',
  'notification:read',
] as const satisfies Permission[];
const manager = [
  ...employee,
  'employee:read',
  'employee:create',
  'employee:update',
  'employee:invite',
  'pay:read',
  'schedule:publish',
  'shift:read-draft',
  'shift:create',
  'shift:update',
  'shift:delete',
  'budget:read',
  'budget:update',
  'time-entry:read',
  'kiosk:manage',
  'timesheet:approve',
  'pay-period:lock',
  'developer:read',
] as const satisfies Permission[];
const admin = [
  ...manager,
  'organization:update',
  'location:manage',
  'employee:deactivate',
  'role:assign',
  'pay-period:unlock',
  'timesheet-settings:update',
  'status:read',
  'job:replay',
] as const satisfies Permission[];

export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  owner: admin,
  admin,
  manager,
  employee,
};

/**
 * A role held by a member. Owners, admins and employees hold it for the whole organisation; a manager may hold it
 * for the organisation (both null), one location (departmentId null) or one department.
 */
export const RoleGrant = z.object({
  role: Role,
  locationId: z.uuid().nullable(),
  departmentId: z.uuid().nullable(),
});
export type RoleGrant = z.infer<typeof RoleGrant>;

/** Where a row lives; what a policy compares grants with. */
export type Place = { locationId?: string | null; departmentId?: string | null };

const covers = (grant: RoleGrant, place: Place | undefined): boolean => {
  if (!grant.locationId && !grant.departmentId) return true;
  if (!place) return false;
  if (grant.departmentId) return grant.departmentId === place.departmentId;
  return grant.locationId === place.locationId;
};

/** Does any of the grants give the permission somewhere? The guard asks this before the row is known. */
export const mayAnywhere = (grants: readonly RoleGrant[], permission: Permission): boolean =>
  grants.some((grant) => ROLE_PERMISSIONS[grant.role].includes(permission));

/** Does any of the grants give the permission at this place (undefined: for the whole organisation)? */
export const mayAt = (grants: readonly RoleGrant[], permission: Permission, place?: Place): boolean =>
  grants.some((grant) => ROLE_PERMISSIONS[grant.role].includes(permission) && covers(grant, place));

/** All permissions held anywhere, for the screen's navigation. */
export const permissionsOf = (grants: readonly RoleGrant[]): Permission[] =>
  PERMISSIONS.filter((permission) => mayAnywhere(grants, permission));
