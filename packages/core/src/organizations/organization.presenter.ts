import type {
  DepartmentView,
  LocationView,
  OrganizationView,
  PositionView,
  SkillView,
} from '@vaktplan/contracts/http/organizations';
import type { DepartmentRow } from '@vaktplan/db/queries/departments';
import type { LocationRow } from '@vaktplan/db/queries/locations';
import type { OrganizationRow } from '@vaktplan/db/queries/organizations';
import type { PositionRow } from '@vaktplan/db/queries/positions';
import type { SkillRow } from '@vaktplan/db/queries/skills';
import { can } from '../context/authorize.ts';
import type { Actor } from '../context/ctx.ts';

export const presentOrganization = (actor: Actor, row: OrganizationRow): OrganizationView => ({
  ...row,
  abilities: { update: can(actor, 'organization:update') },
});

export const presentLocation = (actor: Actor, row: LocationRow): LocationView => ({
  id: row.id,
  name: row.name,
  zone: row.zone,
  address: row.address,
  geofence:
    row.latitude === null || row.longitude === null || row.geofenceRadiusMeters === null
      ? null
      : { latitude: row.latitude, longitude: row.longitude, radiusMeters: row.geofenceRadiusMeters },
  closedWeekdays: row.closedWeekdays,
  closedDays: row.closedDays,
  version: row.version,
  abilities: { update: can(actor, 'location:manage', { locationId: row.id }) },
});

export const presentDepartment = (actor: Actor, row: DepartmentRow): DepartmentView => ({
  ...row,
  abilities: {
    update: can(actor, 'location:manage', { locationId: row.locationId, departmentId: row.id }),
  },
});

export const presentPosition = (actor: Actor, row: PositionRow): PositionView => ({
  id: row.id,
  departmentId: row.departmentId,
  name: row.name,
  color: row.color,
  version: row.version,
  abilities: { update: can(actor, 'location:manage', placeOfPosition(row)) },
});

export const presentSkill = (actor: Actor, row: SkillRow): SkillView => ({
  ...row,
  abilities: { update: can(actor, 'location:manage') },
});

/** Where a position lives; undefined for one of the whole organisation. */
export const placeOfPosition = (row: Pick<PositionRow, 'departmentId' | 'locationId'>) =>
  row.departmentId ? { locationId: row.locationId, departmentId: row.departmentId } : undefined;
