import {
  DepartmentList,
  LocationList,
  OrganizationView,
  PositionList,
  SkillList,
} from '@vaktplan/contracts/http/organizations';
import { resource } from '@/lib/resource';

export const organizationResource = resource('/organizations/current', OrganizationView);
export const locationsResource = resource('/locations', LocationList);
export const departmentsResource = resource('/departments', DepartmentList);
export const positionsResource = resource('/positions', PositionList);
export const skillsResource = resource('/skills', SkillList);
